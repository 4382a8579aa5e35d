import { type Duty, type Roles, rolesFor } from '../domain/config/roles.ts'
import { Failure } from '../domain/failure.ts'
import type { Repository } from '../ports/repository.ts'

export interface AuthorityPorts {
  readonly roles: Roles
  readonly repository: Repository
}

/**
 * The role by which a person may do something; undefined where the config leaves it to everybody with write access.
 * @throws Failure `refused` for anybody else.
 */
export async function authorise(
  duty: Duty,
  login: string,
  { roles, repository }: AuthorityPorts,
): Promise<string | undefined> {
  const named = rolesFor(duty, roles)
  if (named.length === 0) return undefined
  const asked = named.some(([, { members }]) =>
    members.some((member) => member.startsWith('role:')),
  )
  const own = asked ? `role:${await repository.role(login)}` : undefined
  // GitHub takes logins for equal whatever their case.
  const isMember = (member: string) =>
    member === own || member.toLowerCase() === login.toLowerCase()
  const role = named.find(([, { members }]) => members.some(isMember))
  if (role !== undefined) return role[0]
  const who = named.map(([name, { members }]) => `${name} (${members.join(', ')})`).join(' or ')
  throw new Failure(
    'refused',
    `${login} may not ${duty}: the config leaves that to ${who}`,
    'Ask one of them, or change roles in the config on the default branch',
  )
}
