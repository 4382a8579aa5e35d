import type { Permissions } from './options.ts'
import { refuse } from './refusal.ts'
import type { Repository, Token } from './store.ts'
import type { World } from './world.ts'

const anonymous: Token = { login: '', kind: 'anonymous', permissions: {} }

/** The token that a request carries. Refuses one that GitHub does not know with 401. */
export function authenticate(world: World, header: string | undefined): Token {
  if (header === undefined) return anonymous
  const match = /^(?:token|bearer)\s+(\S+)$/i.exec(header)
  const token = world.tokens.get(match?.[1] ?? '')
  return token ?? refuse(401, 'Bad credentials')
}

/** The token as it stands before one repository: outside its own ones it has no rights. */
export function tokenFor(token: Token, repository: Repository | undefined): Token {
  if (token.kind === 'anonymous' || repository === undefined) return token
  const isOutside = token.repositories?.includes(repository.fullName) === false
  return isOutside ? { ...token, permissions: {} } : token
}

/** Whether the token has one of the alternatives; anybody reads what is public. */
export function isAllowed(
  token: Token,
  alternatives: readonly Permissions[],
  repository?: Repository,
): boolean {
  if (repository !== undefined && !repository.private && alternatives.some(isReading)) return true
  return alternatives.some((needed) => hasAll(token.permissions, needed))
}

/** Refuses with GitHub's 403 (401 without a token), naming the permissions that would do. */
export function requirePermission(
  token: Token,
  alternatives: readonly Permissions[],
  repository?: Repository,
): void {
  if (isAllowed(token, alternatives, repository)) return
  if (token.kind === 'anonymous') refuse(401, 'Requires authentication')
  refuse(403, notAccessible(token), {
    headers: { 'x-accepted-github-permissions': alternatives.map(describe).join('; ') },
  })
}

/** GitHub's words for a token without the right, a kind each. */
export function notAccessible(token: Token): string {
  return token.kind === 'user'
    ? 'Resource not accessible by personal access token'
    : 'Resource not accessible by integration'
}

function isReading(needed: Permissions) {
  return Object.values(needed).every((level) => level === 'read')
}

function hasAll(granted: Permissions, needed: Permissions) {
  return Object.entries(needed).every(([resource, level]) => {
    if (resource === 'metadata' && level === 'read') return Object.keys(granted).length > 0
    return granted[resource] === 'write' || granted[resource] === level
  })
}

function describe(needed: Permissions) {
  return Object.entries(needed)
    .map(([resource, level]) => `${resource}=${level}`)
    .join(',')
}
