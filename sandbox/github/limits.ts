import { toRefusal } from './exchange.ts'
import { Refusal } from './refusal.ts'
import type { Answer } from './route.ts'
import type { Token } from './store.ts'
import type { World } from './world.ts'

/** How much GitHub lets its clients do. */
export interface Limits {
  /** Requests in an hour: of GITHUB_TOKEN for each repository, of a person for all of them. */
  readonly primary: { readonly app: number; readonly user: number; readonly anonymous: number }
  /** Requests that create content, for each account. */
  readonly content: { readonly minute: number; readonly hour: number }
}

/** GitHub's own numbers. https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
export const githubLimits: Limits = {
  primary: { app: 1000, user: 5000, anonymous: 60 },
  content: { minute: 80, hour: 500 },
}

/** What one account has used of one hour. */
export interface Bucket {
  used: number
  readonly limit: number
  /** Milliseconds since the epoch: when it is empty again. */
  readonly resets: number
}

/** What everybody has used so far. */
export interface Usage {
  readonly buckets: Map<string, Bucket>
  /** For each account, when it created content. */
  readonly content: Map<string, number[]>
}

/** What a request counts as: `core` is REST. */
export interface Metered {
  readonly resource: 'core' | 'graphql'
  readonly isWrite: boolean
  /** `owner/name` in the path; empty when there is none. */
  readonly repository: string
}

const minute = 60_000
const hour = 60 * minute

/** Counts a request; GitHub's refusal where it is one too many. */
export function meter(world: World, token: Token, request: Metered): Answer | undefined {
  if (world.limits === undefined) return undefined
  const bucket = bucketOf(world, world.limits, token, request)
  if (bucket.used >= bucket.limit) return primaryRefusal(token, request)
  bucket.used += 1
  const waitMs = request.isWrite ? countContent(world, world.limits, token) : 0
  return waitMs === 0 ? undefined : secondaryRefusal(waitMs)
}

/** GitHub's headers about a bucket; none where GitHub does not limit. */
export function limitHeaders(world: World, token: Token, request: Metered): Record<string, string> {
  if (world.limits === undefined) return {}
  const { limit, used, resets } = bucketOf(world, world.limits, token, request)
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(limit - used),
    'x-ratelimit-used': String(used),
    'x-ratelimit-reset': String(Math.ceil(resets / 1000)),
    'x-ratelimit-resource': request.resource,
  }
}

/** Gives back what an answer costs that GitHub does not count: 304. */
export function refund(world: World, token: Token, request: Metered): void {
  if (world.limits !== undefined) bucketOf(world, world.limits, token, request).used -= 1
}

/** The bucket that a request is counted in, a fresh one after its hour. */
export function bucketOf(world: World, limits: Limits, token: Token, request: Metered): Bucket {
  const where = token.kind === 'app' ? request.repository.toLowerCase() : token.login
  const key = `${request.resource} ${token.kind} ${where}`
  const known = world.usage.buckets.get(key)
  if (known !== undefined && known.resets > world.time()) return known
  const fresh = { used: 0, limit: limits.primary[token.kind], resets: world.time() + hour }
  world.usage.buckets.set(key, fresh)
  return fresh
}

/** Notes that content is created; where that is too much, the milliseconds to wait instead. */
function countContent(world: World, { content }: Limits, { login }: Token): number {
  const now = world.time()
  const recent = (world.usage.content.get(login) ?? []).filter((at) => at > now - hour)
  const lastMinute = recent.filter((at) => at > now - minute)
  if (lastMinute.length >= content.minute) return (lastMinute[0] ?? now) + minute - now
  if (recent.length >= content.hour) return (recent[0] ?? now) + hour - now
  world.usage.content.set(login, [...recent, now])
  return 0
}

function secondaryRefusal(waitMs: number): Answer {
  const message =
    'You have exceeded a secondary rate limit and have been temporarily blocked from content creation. Please retry your request again later.'
  const headers = { 'retry-after': String(Math.ceil(waitMs / 1000)) }
  return toRefusal(new Refusal(403, message, { headers }))
}

/** GraphQL says it with status 200 and a type. */
function primaryRefusal(token: Token, { resource }: Metered): Answer {
  const whose = token.kind === 'app' ? 'installation' : `user ${token.login}`
  const message = `API rate limit exceeded for ${whose}.`
  return resource === 'graphql'
    ? { status: 200, data: { errors: [{ type: 'RATE_LIMITED', message }] } }
    : toRefusal(new Refusal(403, message))
}
