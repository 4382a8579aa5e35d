import { ascending } from '../../../statistics/pairs.ts'

/** How an SLO file compares with earlier evaluations. */
export interface Comparison {
  /** Which results count: those that passed, those and the ones with a warning, or all. */
  readonly include: 'all' | 'pass' | 'pass_or_warn'
  /** At most so many evaluations, the newest. */
  readonly results: number
  /** `avg`, `p50`, `p90` or `p95`; with any other word Keptn compares with 0. */
  readonly aggregate: string
}

export type Status = 'pass' | 'warning' | 'fail' | 'info'

/** One indicator of an earlier evaluation; null where it had no value. */
export interface EarlierIndicator {
  readonly value: number | null
  readonly status: Status
}

/** An earlier evaluation. */
export interface Earlier {
  readonly result: 'pass' | 'warning' | 'fail'
  readonly indicators: Readonly<Record<string, EarlierIndicator>>
}

const PARTS: Readonly<Record<string, number>> = { p50: 0.5, p90: 0.9, p95: 0.95 }

/** The earlier value of an indicator; undefined where there is none, and every criterion passes. Newest first. */
export function earlierValue(
  sli: string,
  evaluations: readonly Earlier[],
  { include, results, aggregate }: Comparison,
): number | undefined {
  const counts = (status: Status) =>
    include === 'all' || status === 'pass' || (include === 'pass_or_warn' && status === 'warning')
  const values = evaluations
    .filter(({ result }) => counts(result))
    .slice(0, results)
    .flatMap(({ indicators }) => (Object.hasOwn(indicators, sli) ? [indicators[sli]] : []))
    .flatMap((one) => (one === undefined || !counts(one.status) ? [] : (one.value ?? [])))
  if (values.length === 0) return undefined
  if (aggregate === 'avg') return values.reduce((sum, value) => sum + value, 0) / values.length
  const part = Object.hasOwn(PARTS, aggregate) ? PARTS[aggregate] : undefined
  return part === undefined ? 0 : percentile(values, part)
}

/** At the place p(n + 1), by straight lines. */
function percentile(values: readonly number[], part: number): number {
  const sorted = ascending(values)
  const place = part * (sorted.length + 1)
  const at = (i: number) => sorted[Math.min(sorted.length, Math.max(1, i)) - 1] ?? Number.NaN
  const below = at(Math.floor(place))
  if (place < 1 || place >= sorted.length) return below
  return below + (place - Math.floor(place)) * (at(Math.floor(place) + 1) - below)
}
