import type { Permissions, TokenOptions } from './options.ts'
import { refuse } from './refusal.ts'
import type { Repository, Token } from './store.ts'
import type { World } from './world.ts'

const anonymous: Token = { login: '', kind: 'anonymous', permissions: {} }
/** What a person may write without being a collaborator who writes. */
const openToReaders = ['issues', 'pull_requests']

/** The token that a request carries. Refuses one that GitHub does not know with 401. */
export function authenticate(world: World, header: string | undefined): Token {
  if (header === undefined) return anonymous
  const [, scheme = '', value = ''] = /^(token|bearer|basic)\s+(\S+)$/i.exec(header) ?? []
  const secret = scheme.toLowerCase() === 'basic' ? passwordOf(value) : value
  return world.tokens.get(secret) ?? refuse(401, 'Bad credentials')
}

/** The password of basic authentication, which is where git puts a token. */
function passwordOf(value: string) {
  const text = Buffer.from(value, 'base64').toString('utf8')
  return text.slice(text.indexOf(':') + 1)
}

/** The same for who only counts or notes: an unknown token is nobody's. */
export function knownToken(world: World, header: string | undefined): Token {
  try {
    return authenticate(world, header)
  } catch {
    return anonymous
  }
}

/**
 * The token as it stands before one repository: outside its own ones it has no rights, and a person's has no more
 * than the person, who without a role there may read and open issues in what is public.
 */
export function tokenFor(token: Token, repository: Repository | undefined): Token {
  if (token.kind === 'anonymous' || repository === undefined) return token
  const isOutside = token.repositories?.includes(repository.fullName) === false
  if (isOutside) return { ...token, permissions: {} }
  if (token.kind === 'app') return token
  const role = repository.collaborators.get(token.login)
  if (role === undefined && repository.private) return { ...token, permissions: {} }
  return role === undefined || role === 'read' || role === 'triage' ? readerOf(token) : token
}

function readerOf(token: TokenOptions): Token {
  const rights = Object.entries(token.permissions).map(([resource, level]) => [
    resource,
    openToReaders.includes(resource) ? level : 'read',
  ])
  return { ...token, permissions: Object.fromEntries(rights) }
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
    headers: { 'x-accepted-github-permissions': describe(alternatives) },
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

/** The permissions that open a route, as GitHub's header names them: alternatives after a semicolon. */
export function describe(alternatives: readonly Permissions[]): string {
  return alternatives
    .map((needed) =>
      Object.entries(needed)
        .map(([resource, level]) => `${resource}=${level}`)
        .join(','),
    )
    .join('; ')
}
