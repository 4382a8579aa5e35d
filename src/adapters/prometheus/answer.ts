import * as z from 'zod'
import { Failure } from '../../domain/failure.ts'
import type { HttpAnswer } from '../../ports/http.ts'

/** One value of an instant query. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>
  /** NaN and the infinities as Prometheus wrote them. */
  readonly value: number
}

/** Milliseconds. A value that was computed for another moment than this much around the one asked for is an old answer. */
const LARGEST_DRIFT_MS = 60_000

/** `[seconds since 1970, "value"]`; anything that is no number in Prometheus's spelling is refused. */
export const Point = z
  .tuple([z.number(), z.string().regex(/^(?:NaN|[+-]?Inf|[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/i)])
  .transform(([time, text]) => ({ time, value: Number(text.replace(/Inf$/i, 'Infinity')) }))

const Instant = z.discriminatedUnion('resultType', [
  z.object({
    resultType: z.literal('vector'),
    result: z.array(z.object({ metric: z.record(z.string(), z.string()), value: Point })),
  }),
  z.object({ resultType: z.literal('scalar') }),
])

const Refusal = z.object({ status: z.literal('error'), error: z.string() })

/**
 * The samples of an instant query at a time.
 * @throws Failure `unauthorised`, `server-error`, `refused`, `bad-answer`; `partial` where Prometheus warns that it
 * could not see everything, because a part is not the whole; `stale` where a value is one of another time.
 */
export function readSamples(answer: HttpAnswer, at: Date): readonly Sample[] {
  const data = dataOf(answer, Instant)
  if (data.resultType === 'scalar') throw scalar()
  return data.result.map(({ metric, value: { time, value } }) => {
    assertFresh(time, at)
    return { labels: metric, value }
  })
}

/**
 * What an answer holds that is whole.
 * @throws Failure `unauthorised`, `server-error`, `refused`, `bad-answer`, `partial`.
 */
export function dataOf<T>(answer: HttpAnswer, Data: z.ZodType<T>): T {
  const json = toJson(answer.body)
  if (answer.status !== 200) throw statusFailure(answer.status, json)
  const warnings = z.array(z.string()).optional()
  const parsed = z.object({ status: z.literal('success'), data: Data, warnings }).safeParse(json)
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') || 'the whole'
    const what = json === undefined ? 'something that is no JSON' : `an unknown shape (${where})`
    throw new Failure('bad-answer', `Prometheus answered ${what}`)
  }
  const [warning] = parsed.data.warnings ?? []
  if (warning !== undefined)
    throw new Failure('partial', `Prometheus could not see everything: ${short(warning)}`)
  return parsed.data.data
}

/** A scalar has no series behind it: it is a number somebody wrote, or hides that there is none. */
function scalar(): Failure {
  return new Failure(
    'bad-answer',
    'Prometheus answered a scalar where a series is meant',
    'Leave scalar() out of the query, and aggregate, for example with sum() or max()',
  )
}

/** An instant query is answered for the moment it names: another one comes from a cache. */
function assertFresh(time: number, at: Date): void {
  const drift = Math.abs(time * 1000 - at.getTime())
  if (drift <= LARGEST_DRIFT_MS) return
  throw new Failure(
    'stale',
    `Prometheus answered a value of another time, ${Math.round(drift / 1000)} s from the one asked for`,
    'Check for a cache in front of it',
  )
}

function statusFailure(status: number, json: unknown): Failure {
  if (status === 401 || status === 403)
    return new Failure('unauthorised', `Prometheus answered ${status}`, 'Let the runner in')
  const refusal = Refusal.safeParse(json)
  const said = refusal.success ? `: ${short(refusal.data.error)}` : ''
  const code = status >= 500 ? 'server-error' : 'refused'
  return new Failure(code, `Prometheus answered ${status}${said}`)
}

function toJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}

function short(text: string): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, 200)
}
