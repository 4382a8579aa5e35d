import { Failure } from '../../domain/failure.ts'
import type { TimedRequests } from '../../domain/judging/comparison/look.ts'
import type { Series } from './range.ts'

/** More buckets than this tell nothing more. */
const MOST_BOUNDS = 40

/** Requests of one group up to each bound, in milliseconds, look by look. */
export type Cumulative = ReadonlyMap<number, readonly number[]>

/** The series of a histogram by their bounds; two spellings of one bound are one. @throws Failure `bad-answer` */
export function cumulative(series: readonly Series[]): Cumulative {
  const rows = new Map<number, readonly number[]>()
  for (const { labels, values } of series) {
    const bound = milliseconds(labels.le ?? '')
    const before = rows.get(bound)
    rows.set(bound, before === undefined ? values : values.map((n, i) => sum(n, before[i])))
  }
  return rows
}

const sum = (a: number, b = Number.NaN) =>
  Number.isNaN(a) || Number.isNaN(b) ? (Number.isNaN(a) ? b : a) : a + b

function milliseconds(le: string): number {
  const bound = /^\+?Inf$/i.test(le) ? Number.POSITIVE_INFINITY : Number(le || Number.NaN)
  if (Number.isNaN(bound))
    throw new Failure('bad-answer', 'Prometheus answered a histogram bucket without its bound')
  // 0.035 s are 35 ms, and not 35.00000000000001.
  return Number((bound * 1000).toPrecision(12))
}

/**
 * The bounds that both groups have; those of the only one that has any.
 * @throws Failure `bad-answer` where they have too few in common to compare anything.
 */
export function commonBounds(baseline: Cumulative, canary: Cumulative): readonly number[] {
  const all = baseline.size === 0 ? canary : baseline
  const others = canary.size === 0 ? all : canary
  const common = [...all.keys()].filter((n) => n > 0 && Number.isFinite(n) && others.has(n))
  if (common.length < 2 && all.size > 0)
    throw new Failure(
      'bad-answer',
      'the latency histograms of both versions have fewer than two bounds in common',
      'Give both the same buckets',
    )
  const stride = Math.ceil(common.length / MOST_BOUNDS)
  return common.sort((a, b) => a - b).filter((_, i) => i % stride === 0)
}

/** The requests of one look by bucket; null where there were none, or nobody counted all of them. */
export function timedAt(
  rows: Cumulative,
  bounds: readonly number[],
  look: number,
): TimedRequests | null {
  const upTo = [...bounds, Number.POSITIVE_INFINITY].map((bound) => rows.get(bound)?.[look] ?? 0)
  const total = upTo.at(-1) ?? 0
  if (!(total > 0 && Number.isFinite(total))) return null
  let below = 0
  const buckets = upTo.map((n) => {
    // It never dips in truth, and no bucket has more than all.
    const now = Math.min(total, Math.max(below, Number.isFinite(n) ? n : 0))
    const own = now - below
    below = now
    return own
  })
  return { buckets }
}
