import { notAccessible } from '../auth.ts'
import { repositoryBody } from '../bodies/repository.ts'
import { ownUserBody, userBody } from '../bodies/user.ts'
import type { BranchRule, Role } from '../options.ts'
import { cutPage } from '../page.ts'
import { refuse } from '../refusal.ts'
import { type Call, found, ok, route } from '../route.ts'
import { rulesOf } from '../rules.ts'
import type { Repository, Token } from '../store.ts'

/** Account, repository, its rules and its collaborators. */
export const repositoryRoutes = [
  route('GET /user', {}, ({ world, token }) => {
    if (token.kind === 'anonymous') refuse(401, 'Requires authentication')
    if (token.kind === 'app') refuse(403, notAccessible(token))
    return ok(ownUserBody(world, token.login))
  }),
  route('GET /repos/{owner}/{repo}', { metadata: 'read' }, ({ world, repository, token }) =>
    ok(repositoryBody(world, repository, tokenRights(repository, token))),
  ),
  route('GET /repos/{owner}/{repo}/rules/branches/{branch}', { metadata: 'read' }, (call) => {
    const { part, headers } = cutPage(call, rulesOf(call.repository, call.input.branch))
    return { ...ok(part.map((rule) => ruleBody(call.repository, rule))), headers }
  }),
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
function rightsOf(role: Role | undefined) {
  const level = role === undefined ? -1 : levels.indexOf(role)
  return {
    pull: level >= 0,
    triage: level >= 1,
    push: level >= 2,
    maintain: level >= 3,
    admin: level >= 4,
  }
}

function tokenRights(repository: Repository, token: Token) {
  if (token.kind === 'user') return rightsOf(repository.collaborators.get(token.login) ?? 'read')
  const mayPush = token.permissions.contents === 'write'
  return { ...rightsOf('read'), push: mayPush, triage: mayPush }
}

function ruleBody(repository: Repository, rule: BranchRule) {
  const source = {
    ruleset_source_type: 'Repository',
    ruleset_source: repository.fullName,
    ruleset_id: repository.id,
  }
  return { type: rule.type, ...ruleParameters(rule), ...source }
}

function ruleParameters(rule: BranchRule) {
  if (rule.type === 'required_status_checks') {
    const required = (rule.contexts ?? []).map((context) => ({ context }))
    return {
      parameters: {
        strict_required_status_checks_policy: false,
        required_status_checks: required,
      },
    }
  }
  if (rule.type !== 'pull_request') return {}
  return {
    parameters: {
      dismiss_stale_reviews_on_push: false,
      require_code_owner_review: false,
      require_last_push_approval: false,
      required_approving_review_count: 1,
      required_review_thread_resolution: false,
    },
  }
}
