/** How a healthy group wanders between looks, as a share of its level: an AR(1) process. */
export interface Noise {
  /** Standard deviation of the difference between two groups. */
  readonly deviation: number
  /** Correlation of one look with the next, 0…1. */
  readonly memory: number
  /** How likely this noise is held to be beforehand; all weights together are 1. */
  readonly weight: number
}

/** Height of a fault k looks after its start, for a fault of size 1. */
export type Shape = (k: number) => number

/**
 * Kalman filter of y = mean + u + e, u an AR(1) process of this noise, e ~ N(0, v) with v known at each look. It whitens the data and, beside
 * it, a constant and each shape of a fault, so that the likelihood of every mean a + d·shape is a quadratic in a and d.
 * Source: Harvey (1989), Forecasting, structural time series models and the Kalman filter, §3.
 */
export class LevelFilter {
  readonly noise: Noise
  readonly #variance: number
  #spread: number
  #data = 0
  #constant = 0
  readonly #shapes: Float64Array
  /** Log likelihood of the mean 0, up to a constant that all noises share. */
  logLikelihood = 0
  /** Score and information of a constant mean. */
  score = 0
  information = 0
  /** The same of each shape, and its product with the constant. */
  readonly scores: Float64Array
  readonly informations: Float64Array
  readonly crossed: Float64Array

  constructor(noise: Noise, shapes: number) {
    this.noise = noise
    this.#variance = noise.deviation ** 2
    this.#spread = this.#variance
    this.#shapes = new Float64Array(shapes)
    this.scores = new Float64Array(shapes)
    this.informations = new Float64Array(shapes)
    this.crossed = new Float64Array(shapes)
  }

  /** One look: the difference, its sampling variance, and the height of each shape now. */
  add(y: number, v: number, heights: Float64Array): void {
    const { memory } = this.noise
    const total = this.#spread + v
    const gain = this.#spread / total
    const off = y - this.#data
    const one = 1 - this.#constant
    this.logLikelihood -= (Math.log(total) + (off * off) / total) / 2
    this.score += (one * off) / total
    this.information += (one * one) / total
    this.#data = memory * (this.#data + gain * off)
    this.#constant = memory * (this.#constant + gain * one)
    for (let i = 0; i < heights.length; i++) {
      const before = this.#shapes[i] as number
      const own = (heights[i] as number) - before
      if (own === 0) continue
      this.scores[i] = (this.scores[i] as number) + (own * off) / total
      this.informations[i] = (this.informations[i] as number) + (own * own) / total
      this.crossed[i] = (this.crossed[i] as number) + (own * one) / total
      this.#shapes[i] = memory * (before + gain * own)
    }
    this.#age(this.#spread * (1 - gain))
  }

  /** A look without a value. */
  miss(): void {
    const { memory } = this.noise
    this.#data *= memory
    this.#constant *= memory
    for (let i = 0; i < this.#shapes.length; i++)
      this.#shapes[i] = memory * (this.#shapes[i] as number)
    this.#age(this.#spread)
  }

  #age(spread: number): void {
    const kept = this.noise.memory ** 2
    this.#spread = kept * spread + (1 - kept) * this.#variance
  }
}
