import * as z from 'zod'
import { Failure } from '../../domain/failure.ts'
import type { Http, HttpAnswer } from '../../ports/http.ts'
import { dataOf, Point } from './answer.ts'

/** The steps of a range query: at its first time, and so many milliseconds after the one before. */
export interface Steps {
  /** Milliseconds since 1970. */
  readonly first: number
  readonly length: number
  readonly count: number
}

/** One series, with a value for each step; NaN where it has none. */
export interface Series {
  readonly labels: Readonly<Record<string, string>>
  readonly values: readonly number[]
}

/** How the API is reached, and the headers that open it. */
export interface Api {
  readonly http: Http
  readonly headers: Readonly<Record<string, string>>
}

export type AskRange = (query: string) => Promise<readonly Series[]>

/** Puts range queries over these steps to the API at an address. */
export function rangeAt(base: string, steps: Steps, { http, headers }: Api): AskRange {
  const { first, length, count } = steps
  const seconds = (ms: number) => (ms / 1000).toFixed(3)
  return async (query) => {
    const parameters = new URLSearchParams({
      query,
      start: seconds(first),
      end: seconds(first + (count - 1) * length),
      step: seconds(length),
      // VictoriaMetrics moves the steps, and fills the newest ones, unless it is told not to.
      nocache: '1',
      latency_offset: '1ms',
    })
    const url = `${base.replace(/\/$/, '')}/api/v1/query_range?${parameters}`
    return readSeries(await http.send({ method: 'GET', url, headers }), steps)
  }
}

/**
 * How many of the steps, from the first on, are answered as they are. Where they are shorter than a minute VictoriaMetrics repeats an older value in the newest
 * ones (`-search.latencyOffset`), before version 1.86 whatever it is told; it repeats the time as well, and so tells on itself.
 * @throws Failure what the question of the time came to.
 */
export async function stepsAsTheyAre(ask: AskRange, { first, length }: Steps): Promise<number> {
  const [clock] = await ask('time()')
  if (clock === undefined)
    throw new Failure('bad-answer', 'Prometheus answered nothing to the question of the time')
  const isOther = (seconds: number, step: number) =>
    !(Math.abs(seconds * 1000 - first - step * length) < 2)
  const other = clock.values.findIndex(isOther)
  return other < 0 ? clock.values.length : other
}

/** Of all series in one step; 0 where none has a value. */
export function sumAt(series: readonly Series[], step: number): number {
  return series.reduce((sum, { values }) => {
    const value = values[step] as number
    return Number.isNaN(value) ? sum : sum + value
  }, 0)
}

const Range = z.object({
  resultType: z.literal('matrix'),
  result: z.array(
    z.object({ metric: z.record(z.string(), z.string()), values: z.array(Point).max(11_000) }),
  ),
})

function readSeries(answer: HttpAnswer, steps: Steps): readonly Series[] {
  return dataOf(answer, Range).result.map(({ metric, values: points }) => {
    const values = new Array<number>(steps.count).fill(Number.NaN)
    for (const { time, value } of points) values[stepOf(time * 1000, steps)] = value
    return { labels: metric, values }
  })
}

/** @throws Failure `stale` for a time that is none of the steps: what it belongs to nobody knows. */
function stepOf(time: number, { first, length, count }: Steps): number {
  const step = Math.round((time - first) / length)
  if (step >= 0 && step < count && Math.abs(first + step * length - time) < 2) return step
  throw new Failure(
    'stale',
    'Prometheus answered values of other times than those asked for',
    'Check for a cache in front of it',
  )
}
