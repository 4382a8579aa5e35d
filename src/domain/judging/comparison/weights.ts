import type { MetricLook } from './look.ts'

/**
 * How much of alpha a metric has beside others: most where faults are hardest to tell from noise. A crash loop or a full pool is seen in a few
 * looks with next to none of it.
 */
const WEIGHTS: Readonly<Record<MetricLook['kind'], number>> = {
  latency: 6,
  errors: 3.5,
  lag: 1.5,
  sessions: 1.2,
  gauge: 0.3,
  restarts: 0.1,
}

/** The share of alpha that each metric has, in the order given; together 1. */
export function sharesOf(metrics: readonly Pick<MetricLook, 'kind'>[]): readonly number[] {
  const all = metrics.reduce((sum, { kind }) => sum + WEIGHTS[kind], 0)
  return metrics.map(({ kind }) => WEIGHTS[kind] / all)
}
