import { notAccessible } from '../auth.ts'
import { limitsBody } from '../bodies/limits.ts'
import { type Rights, repositoryBody } from '../bodies/repository.ts'
import { rootBody } from '../bodies/root.ts'
import { ownUserBody, userBody } from '../bodies/user.ts'
import type { Role } from '../options.ts'
import { refuse } from '../refusal.ts'
import { type Call, found, ok, route } from '../route.ts'
import type { Repository, Token } from '../store.ts'

/** The root, account, its limits, repository and its collaborators. */
export const repositoryRoutes = [
  route('GET /', {}, ({ world }) => ok(rootBody(world))),
  route('GET /user', {}, ({ world, token }) => {
    if (token.kind === 'anonymous') refuse(401, 'Requires authentication')
    if (token.kind === 'app') refuse(403, notAccessible(token))
    return ok(ownUserBody(world, token.login))
  }),
  route('GET /rate_limit', {}, ({ world, token }) => ok(limitsBody(world, token))),
  route('GET /repos/{owner}/{repo}', { metadata: 'read' }, ({ world, repository, token }) =>
    ok(repositoryBody(world, repository, tokenRights(repository, token))),
  ),
  route(
    'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
    { metadata: 'read' },
    collaboratorPermission,
  ),
]

const levels = ['read', 'triage', 'write', 'maintain', 'admin'] as const

function collaboratorPermission({
  world,
  repository,
  token,
  input,
}: Call<{ readonly username: string }>) {
  if (token.kind === 'anonymous') refuse(401, 'Requires authentication')
  const role = repository.collaborators.get(input.username)
  const known = role ?? (repository.private ? undefined : 'read')
  const { permission, roleName } = legacyPermission(found(known))
  const user = { ...userBody(world, input.username), role_name: roleName }
  return ok({
    permission,
    role_name: roleName,
    user: { ...user, permissions: rightsOf(found(known)) },
  })
}

/** GitHub reports triage as read and maintain as write in the older field. */
function legacyPermission(role: Role) {
  const older = { triage: 'read', maintain: 'write' } as const
  return {
    roleName: role,
    permission: role === 'triage' || role === 'maintain' ? older[role] : role,
  }
}

/** Whether a role includes another one. */
function rightsOf(role: Role | undefined): Rights {
  const level = role === undefined ? -1 : levels.indexOf(role)
  return {
    pull: level >= 0,
    triage: level >= 1,
    push: level >= 2,
    maintain: level >= 3,
    admin: level >= 4,
  }
}

function tokenRights(repository: Repository, token: Token): Rights {
  if (token.kind === 'user') return rightsOf(repository.collaborators.get(token.login) ?? 'read')
  const mayPush = token.permissions.contents === 'write'
  return { ...rightsOf('read'), push: mayPush, triage: mayPush }
}
