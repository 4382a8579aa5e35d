import { widthsOf } from './histogram.ts'

/** So many requests of the logistic shape stand beside those that were seen, until they outweigh it. */
const PRIOR = 100

/**
 * The density of ln(latency) as a function of the share of requests below, f(F⁻¹(u)), learned from buckets. It says what a shift of all
 * latencies does to a rank, whatever the level of the moment is: moving by δ takes δ·f(F⁻¹(u)) of the requests across the point u.
 * Hájek, Šidák (1967), Theory of rank tests, §I.2.4.
 */
export class DensityQuantile {
  readonly #at: readonly number[]
  readonly #density: readonly number[]

  /** @param counts Requests in each bucket, any number of them. */
  constructor(bounds: readonly number[], counts: readonly number[]) {
    const widths = widthsOf(bounds)
    const total = counts.reduce((sum, n) => sum + n, 0)
    const share = counts.map((n) => (total > 0 ? n / total : 1 / counts.length))
    const logistic = 1 / scaleOf(bounds, share)
    const trust = total / (total + PRIOR)
    const heights = share.map((p, i) => p / (widths[i] as number))
    let below = 0
    this.#at = [0, ...share.map((p) => (below += p))]
    this.#density = this.#at.map((u, i) => {
      if (i === 0 || i === share.length) return 0
      return trust * edge(heights, widths, i) + (1 - trust) * u * (1 - u) * logistic
    })
  }

  /** The density where this share of the requests lies below. */
  at(u: number): number {
    const above = this.#at.findIndex((point) => point >= u)
    if (above <= 0) return 0
    const from = this.#at[above - 1] as number
    const to = this.#at[above] as number
    const part = to > from ? (u - from) / (to - from) : 1
    return (
      (1 - part) * (this.#density[above - 1] as number) + part * (this.#density[above] as number)
    )
  }
}

/** The density at the edge below bucket i, from the mean densities around it: exact for a cubic where the widths are equal. */
function edge(heights: readonly number[], widths: readonly number[], i: number): number {
  const [before, after] = [heights[i - 1] as number, heights[i] as number]
  const [left, right] = [widths[i - 1] as number, widths[i] as number]
  const linear = (right * before + left * after) / (left + right)
  const outer = (heights[i - 2] ?? 0) + (heights[i + 1] ?? 0)
  const even = Math.abs(left - right) < 0.01 * (left + right)
  const cubic = (7 * (before + after) - outer) / 12
  return even ? Math.max(cubic, linear / 2) : linear
}

/** Scale of the logistic distribution with the variance of these buckets; of ln(latency). */
function scaleOf(bounds: readonly number[], share: readonly number[]): number {
  const widths = widthsOf(bounds)
  const middles = share.map((_, i) => middleOf(bounds, widths, i))
  const mean = share.reduce((sum, p, i) => sum + p * (middles[i] as number), 0)
  const variance = share.reduce((sum, p, i) => sum + p * ((middles[i] as number) - mean) ** 2, 0)
  const typical = (widths[1] ?? widths[0] ?? 1) ** 2 / 12
  return Math.sqrt((3 * Math.max(variance, typical)) / Math.PI ** 2)
}

function middleOf(bounds: readonly number[], widths: readonly number[], i: number): number {
  const half = (widths[i] as number) / 2
  return i < bounds.length
    ? Math.log(bounds[i] as number) - half
    : Math.log(bounds.at(-1) ?? 1) + half
}
