import { Failure } from '../../domain/failure.ts'
import type { Page } from './answer.ts'

/** The points of one query, over all pages. */
export interface Series {
  readonly isComplete: boolean
  /** Seconds since 1970. */
  readonly timestamps: readonly number[]
  readonly values: readonly number[]
}

/** The series of the queries, by id. A page goes on where the one before it ended. */
export function seriesOf(pages: readonly Page[]): ReadonlyMap<string, Series> {
  const series = new Map<string, Series>()
  for (const { Id, StatusCode, Timestamps, Values } of pages.flatMap((p) => p.MetricDataResults)) {
    const before = series.get(Id)
    if (StatusCode === 'Forbidden')
      throw new Failure('unauthorised', 'CloudWatch forbids the metric', 'Let its key read it')
    series.set(Id, {
      isComplete: StatusCode === undefined || StatusCode === 'Complete',
      timestamps: [...(before?.timestamps ?? []), ...Timestamps],
      values: [...(before?.values ?? []), ...Values],
    })
  }
  return series
}

const ADDED = ['Sum', 'SampleCount']

/**
 * The one value of a window; undefined where it has none.
 * @param window Seconds since 1970.
 * @throws Failure `partial`, `stale` for a point outside the window, `bad-answer` for several that make no one.
 */
export function windowValue(
  series: Series | undefined,
  statistic: string,
  window: { readonly from: number; readonly to: number },
): number | undefined {
  if (series === undefined) throw new Failure('bad-answer', 'CloudWatch left out a metric')
  const { isComplete, timestamps, values } = series
  if (!isComplete) throw new Failure('partial', 'CloudWatch has only a part of the metric')
  if (timestamps.some((time) => time < window.from || time >= window.to))
    throw new Failure('stale', 'CloudWatch answered a value of another time than the window')
  if (values.length <= 1) return values[0]
  if (ADDED.includes(statistic)) return values.reduce((sum, value) => sum + value, 0)
  if (statistic === 'Maximum') return Math.max(...values)
  if (statistic === 'Minimum') return Math.min(...values)
  throw new Failure('bad-answer', `CloudWatch answered ${values.length} values where one is meant`)
}
