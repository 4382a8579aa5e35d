import { Failure } from '../../domain/failure.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Http, HttpAnswer } from '../../ports/http.ts'
import { retryAfterMs, untilResetMs } from '../http/retry-after.ts'

/** All waiting of one process for GitHub's limits, milliseconds; what asks for more is refused with the time. */
const PATIENCE_MS = 600_000
/** GitHub: "wait for at least one minute" where a secondary limit does not say how long. */
const UNSAID_MS = 60_000
/** Clocks differ: a limit that ends now is asked for a second later. */
const LEAST_MS = 1000
const ATTEMPTS = 4
/** The last time that a date can hold. */
const LAST_TIME = 8_640_000_000_000_000

/**
 * Requests that GitHub refused for a limit were not carried out: they are sent again, writes too, when the limit has
 * passed, and no other request leaves before.
 * @throws Failure `rate-limited` with the time when that is beyond the patience, or the job is cancelled.
 */
export function withinLimits(http: Http, clock: Clock, signal: AbortSignal): Http {
  let freeAt = 0
  let patience = PATIENCE_MS
  const rest = () => freeAt - clock.now().getTime()
  const pause = async () => {
    for (let ms = rest(); ms > 0; ms = rest()) {
      if (ms > patience || signal.aborted) throw limited(freeAt)
      patience -= ms
      await clock.sleep(ms)
    }
  }
  return {
    async send(request) {
      for (let attempt = 1; ; attempt++) {
        await pause()
        const answer = await http.send(request)
        const wait = limitMs(answer, clock.now())
        if (wait === undefined) return answer
        freeAt = Math.max(freeAt, clock.now().getTime() + wait)
        if (attempt === ATTEMPTS) throw limited(freeAt)
      }
    },
  }
}

function limited(until: number): Failure {
  const time = new Date(Math.min(until, LAST_TIME)).toISOString()
  return new Failure('rate-limited', `GitHub's rate limit holds until ${time}`, 'Run the job then')
}

/** Milliseconds until the limit that an answer speaks of has passed; undefined when it speaks of none. */
export function limitMs(answer: HttpAnswer, now: Date): number | undefined {
  if (!isLimited(answer)) return undefined
  const { headers } = answer
  const reset =
    headers['x-ratelimit-remaining'] === '0'
      ? untilResetMs(headers['x-ratelimit-reset'], now)
      : undefined
  const asked = retryAfterMs(headers['retry-after'], now) ?? reset ?? UNSAID_MS
  return Math.max(LEAST_MS, asked)
}

/**
 * A 403 is a limit only when its headers or its words say so: else it is a missing right. GraphQL says it with status
 * 200, in an error whose quotes no text of an answer can have.
 */
function isLimited({ status, headers, body }: HttpAnswer): boolean {
  if (status === 429) return true
  const words = () => new TextDecoder().decode(body.subarray(0, 1000))
  if (status === 200) return /"type":\s*"RATE_LIMITED"/.test(words())
  if (status !== 403) return false
  const isSpent = headers['x-ratelimit-remaining'] === '0'
  return isSpent || headers['retry-after'] !== undefined || /secondary rate limit/i.test(words())
}
