import type { CountsLook, LatencyLook, Look, ReadingsLook } from '../judging/comparison/look.ts'
import { bucketQuantile } from '../observability/quantile.ts'

/** The levels of both groups over all looks; NaN where a group has none. */
export interface Levels {
  readonly baseline: number
  readonly canary: number
}

/** The level of a metric: the median latency, the share of what failed, the mean of readings. */
export function levelsOf(name: string, looks: readonly Look[]): Levels {
  const own = looks.flatMap(({ metrics }) => metrics.filter((metric) => metric.name === name))
  const both = (of: (side: keyof Levels) => number) => ({
    baseline: of('baseline'),
    canary: of('canary'),
  })
  switch (own[0]?.kind) {
    case undefined:
      return { baseline: Number.NaN, canary: Number.NaN }
    case 'latency':
      return both((side) => median(own as readonly LatencyLook[], side))
    case 'gauge':
    case 'lag':
      return both((side) => mean(own as readonly ReadingsLook[], side))
    default:
      return both((side) => share(own as readonly CountsLook[], side))
  }
}

function median(looks: readonly LatencyLook[], side: keyof Levels): number {
  const bounds = looks[0]?.bounds ?? []
  let count = 0
  const buckets = [...bounds, Number.POSITIVE_INFINITY].map((bound, i) => {
    count += sum(looks.map((look) => look[side]?.buckets[i] ?? 0))
    return { bound, count }
  })
  return bucketQuantile(0.5, buckets).value
}

function mean(looks: readonly ReadingsLook[], side: keyof Levels): number {
  const values = looks.flatMap((look) => look[side]?.values ?? []).filter((one) => one !== null)
  return sum(values) / values.length
}

function share(looks: readonly CountsLook[], side: keyof Levels): number {
  return (
    sum(looks.map((look) => look[side]?.bad ?? 0)) /
    sum(looks.map((look) => look[side]?.total ?? 0))
  )
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
