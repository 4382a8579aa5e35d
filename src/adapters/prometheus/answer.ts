import * as z from 'zod'
import { Failure } from '../../domain/failure.ts'
import type { HttpAnswer } from '../../ports/http.ts'
import { jsonBody } from '../http/json-body.ts'
import { assertAnswered, shortText } from '../sources/answered.ts'

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
 * @param who What answered, as people know it: Prometheus, or what has its answers.
 * @throws Failure `unauthorised`, `absent`, `rate-limited`, `server-error`, `refused`, `bad-answer`; `partial` where it
 * warns that it could not see everything, because a part is not the whole; `stale` where a value is one of another time.
 */
export function readSamples(answer: HttpAnswer, at: Date, who = 'Prometheus'): readonly Sample[] {
  const data = dataOf(answer, Instant, who)
  if (data.resultType === 'scalar') throw scalar(who)
  return data.result.map(({ metric, value: { time, value } }) => {
    assertFresh(time, at, who)
    return { labels: metric, value }
  })
}

/**
 * What an answer holds that is whole.
 * @param who As above.
 * @throws Failure `unauthorised`, `absent`, `rate-limited`, `server-error`, `refused`, `bad-answer`, `partial`.
 */
export function dataOf<T>(answer: HttpAnswer, Data: z.ZodType<T>, who = 'Prometheus'): T {
  const json = jsonBody(answer)
  assertAnswered(answer, who, said(answer, json))
  const parsed = wholeOf(Data).safeParse(json)
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') || 'the whole'
    const what = json === undefined ? 'something that is no JSON' : `an unknown shape (${where})`
    throw new Failure('bad-answer', `${who} answered ${what}`)
  }
  const { data, warnings, isPartial } = parsed.data
  const [warning = isPartial ? 'isPartial' : undefined] = warnings ?? []
  if (warning !== undefined)
    throw new Failure('partial', `${who} could not see everything: ${shortText(warning)}`)
  return data
}

function wholeOf<T>(Data: z.ZodType<T>) {
  return z.object({
    status: z.literal('success'),
    data: Data,
    warnings: z.array(z.string()).nullish(),
    /** VictoriaMetrics says so where one of its stores did not answer. */
    isPartial: z.boolean().nullish(),
  })
}

/** A scalar has no series behind it: it is a number somebody wrote, or hides that there is none. */
function scalar(who: string): Failure {
  return new Failure(
    'bad-answer',
    `${who} answered a scalar where a series is meant`,
    'Leave scalar() out of the query, and aggregate, for example with sum() or max()',
  )
}

/** An instant query is answered for the moment it names: another one comes from a cache. */
function assertFresh(time: number, at: Date, who: string): void {
  const drift = Math.abs(time * 1000 - at.getTime())
  if (drift <= LARGEST_DRIFT_MS) return
  throw new Failure(
    'stale',
    `${who} answered a value of another time, ${Math.round(drift / 1000)} s from the one asked for`,
    'Check for a cache in front of it',
  )
}

/** What is said about a refusal: by Prometheus in JSON, by Loki in a line of text. */
function said({ headers, body }: HttpAnswer, json: unknown): string {
  const refusal = Refusal.safeParse(json)
  if (refusal.success) return shortText(refusal.data.error)
  const isText = /^text\/plain/.test(headers['content-type'] ?? '')
  return isText ? shortText(new TextDecoder().decode(body.subarray(0, 1000))) : ''
}
