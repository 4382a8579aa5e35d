import { Failure } from '../../domain/failure.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Http, HttpAnswer, HttpRequest } from '../../ports/http.ts'
import { retryAfterMs, untilResetMs } from './retry-after.ts'

/** Pauses before the second, the third and the fourth attempt, milliseconds. */
const PAUSES = [300, 600, 2400]
/** A server that asks for more patience than this is not waited for. */
const LONGEST_MS = 30_000
/** Where it does not say how long. */
const UNSAID_MS = 1000

/** By HTTP a GET only reads. */
const isGet = ({ method }: HttpRequest) => method === 'GET'

/**
 * Reads are repeated, at most three times: after a 5xx, a lost connection, and a 429 that says when to come back. Anything
 * else is sent once. The last answer stands.
 * @param isRead Which requests change nothing.
 */
export function patientReads(http: Http, clock: Clock, isRead = isGet): Http {
  return {
    async send(request) {
      if (!isRead(request)) return http.send(request)
      for (const pause of PAUSES) {
        const outcome = await settle(http.send(request))
        const wait = waitAfter(outcome, pause, clock)
        if (wait === undefined) return unsettle(outcome)
        await clock.sleep(wait)
      }
      return http.send(request)
    },
  }
}

type Outcome = { readonly answer: HttpAnswer } | { readonly error: unknown }

async function settle(sending: Promise<HttpAnswer>): Promise<Outcome> {
  try {
    return { answer: await sending }
  } catch (error) {
    return { error }
  }
}

function unsettle(outcome: Outcome): HttpAnswer {
  if ('error' in outcome) throw outcome.error
  return outcome.answer
}

/** Milliseconds to wait before another attempt; undefined when there is none to make. */
function waitAfter(outcome: Outcome, pause: number, clock: Clock): number | undefined {
  if ('error' in outcome)
    return outcome.error instanceof Failure && outcome.error.code === 'connection'
      ? pause
      : undefined
  const { status, headers } = outcome.answer
  if (status >= 500) return pause
  if (status !== 429) return undefined
  const { 'retry-after': after, 'x-sentry-rate-limit-reset': reset } = headers
  const now = clock.now()
  const asked = retryAfterMs(after, now) ?? untilResetMs(reset, now) ?? UNSAID_MS
  return asked <= LONGEST_MS ? asked : undefined
}
