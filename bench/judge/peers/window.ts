import type { Case, Metric } from '../document.ts'

/** What a rule sees of one group in some minutes up to a look; NaN where there is nothing to divide by. */
export interface Seen {
  readonly errorShare: number
  /** In ms, as Prometheus' histogram_quantile estimates it. */
  readonly quantile: (share: number) => number
  /** Mean latency in ms. */
  readonly mean: number
  readonly hasErrors: boolean
  readonly hasLatency: boolean
}

type Group = 'baseline' | 'canary'
type Latency = Extract<Metric, { kind: 'latency' }>

/** The requests of a group in the last `minutes` up to a look, counted from 0. */
export function seen({ looks }: Case, group: Group, look: number, minutes: number): Seen {
  const metrics = looks.slice(Math.max(0, look + 1 - minutes), look + 1).map((one) => one.metrics)
  const errors = metrics.flatMap((of) =>
    of.flatMap((one) =>
      one.kind === 'errors' && one.unit === 'requests' ? (one[group] ?? []) : [],
    ),
  )
  const latency = metrics.flatMap((of) =>
    of.filter((one): one is Latency => one.kind === 'latency'),
  )
  const timed = latency.flatMap((one) => one[group] ?? [])
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
  const bounds = latency[0]?.le ?? []
  const hist = [...bounds, 0].map((_, i) => sum(timed.map((one) => one.hist[i] ?? 0)))
  return {
    errorShare: sum(errors.map(({ count }) => count)) / sum(errors.map(({ total }) => total)),
    quantile: (share) => quantileOf(hist, bounds, share),
    mean: sum(timed.map((one) => one.sum)) / sum(timed.map(({ count }) => count)),
    hasErrors: errors.length > 0,
    hasLatency: timed.length > 0,
  }
}

function quantileOf(hist: readonly number[], bounds: readonly number[], share: number): number {
  const rank = share * hist.reduce((all, n) => all + n, 0)
  if (!(rank > 0)) return Number.NaN
  let below = 0
  for (const [i, n] of hist.entries()) {
    if (below + n >= rank && n > 0) {
      const [low, high] = [bounds[i - 1] ?? 0, bounds[i]]
      return high === undefined ? low : low + (high - low) * ((rank - below) / n)
    }
    below += n
  }
  return bounds.at(-1) ?? Number.NaN
}
