import { type Duty, type Roles, rolesFor } from '../domain/config/roles.ts'
import { isSameName } from '../domain/config/team.ts'
import { Failure } from '../domain/failure.ts'
import type { Repository } from '../ports/repository.ts'
import type { Teams } from '../ports/teams.ts'
import { byTeam, type Named } from './team-authority.ts'

export interface AuthorityPorts {
  readonly roles: Roles
  readonly repository: Repository
  readonly teams: Teams
}

/**
 * The role by which a person may do something; undefined where the config leaves it to everybody with write access.
 * Names are looked at first, then the role in the repository; teams are asked only for who has neither.
 * @throws Failure `refused` for anybody else, also where nobody can tell who is in a team; any other failure of GitHub.
 */
export async function authorise(
  duty: Duty,
  login: string,
  { roles, repository, teams }: AuthorityPorts,
): Promise<string | undefined> {
  const named = rolesFor(duty, roles)
  if (named.length === 0) return undefined
  const own = byName(login, named) ?? (await byRole(login, named, repository))
  if (own !== undefined) return own
  const asked = await byTeam(login, named, teams)
  if (asked.role !== undefined) return asked.role
  const who = named.map(([name, { members }]) => `${name} (${members.join(', ')})`).join(' or ')
  throw new Failure(
    'refused',
    [`${login} may not ${duty}: the config leaves that to ${who}`, ...asked.said].join('; '),
    asked.remedy ?? 'Ask one of them, or change roles in the config on the default branch',
  )
}

function byName(login: string, named: Named): string | undefined {
  return named.find(([, { members }]) => members.some((member) => isSameName(member, login)))?.[0]
}

async function byRole(login: string, named: Named, repository: Repository) {
  const isRole = (member: string) => member.startsWith('role:')
  if (!named.some(([, { members }]) => members.some(isRole))) return undefined
  const own = `role:${await repository.role(login)}`
  return named.find(([, { members }]) => members.includes(own))?.[0]
}
