import type { MetricLook } from './look.ts'

/** How much of alpha a metric has beside others: most where faults are hardest to tell from noise. */
const WEIGHTS: Readonly<Record<MetricLook['kind'], number>> = {
  latency: 6,
  errors: 3,
  lag: 2.5,
  sessions: 1.5,
  gauge: 1.5,
  restarts: 0.5,
}

/** The share of alpha that each metric has, in the order given; together 1. */
export function sharesOf(metrics: readonly Pick<MetricLook, 'kind'>[]): readonly number[] {
  const all = metrics.reduce((sum, { kind }) => sum + WEIGHTS[kind], 0)
  return metrics.map(({ kind }) => WEIGHTS[kind] / all)
}
