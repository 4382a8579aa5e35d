import type { MetricLook } from './look.ts'

/** How much of alpha a metric has beside others: most where users feel a fault first. */
const WEIGHTS: Readonly<Record<MetricLook['kind'], number>> = {
  latency: 4,
  errors: 4,
  lag: 2.5,
  sessions: 2,
  gauge: 1.5,
  restarts: 1,
}

/** The share of alpha that each metric has, in the order given; together 1. */
export function sharesOf(metrics: readonly Pick<MetricLook, 'kind'>[]): readonly number[] {
  const all = metrics.reduce((sum, { kind }) => sum + WEIGHTS[kind], 0)
  return metrics.map(({ kind }) => WEIGHTS[kind] / all)
}
