import { LevelFilter, type Noise, type Shape } from './level-filter.ts'
import { peakReturned } from './level-returned.ts'
import { logSum } from './log-sum.ts'
import { logNormalBound } from './normal-bound.ts'

/** As high from its first look on as ever. */
export const step: Shape = () => 1

/** A fault that may begin at a look. */
export interface Onset {
  /** Looks since the first, from 0. */
  readonly at: number
  readonly shape: Shape
  /** How likely it is held to be; what all weights lack to 1 stays with no fault. */
  readonly weight: number
}

/** How likely a healthy canary is held to have one level throughout, and to have come back from a better one. */
const [LOG_STEADY, LOG_RETURNED] = [Math.log(0.98), Math.log(0.02)]

/** What is healthy, and what faults are looked for. All sizes are differences of logarithms. */
export interface LevelSettings {
  /** A canary may lie this much above its baseline for good. */
  readonly offset: number
  readonly noises: readonly Noise[]
  readonly onsets: readonly Onset[]
  /** Faults smaller than this are not looked for. */
  readonly smallest: number
  /** Typical sizes beyond the smallest: a half normal each. */
  readonly sizes: readonly number[]
  /** Standard deviation of where a faulty canary lay before its fault. */
  readonly placement: number
}

/**
 * Evidence that a level rose, from one difference (canary − baseline) a look. The e-value at each look is
 *
 *   Σ noises p · (Σ faults w · likelihood)  /  Σ noises p · (max over levels ≤ `offset` of likelihood)
 *
 * so for a service whose noise is drawn from the grid by p, with any level up to the allowed offset, an improvement however large
 * included, it lies below a non-negative martingale that starts at 1 (up to the 0.98 of STEADY), and reaches 1/α at any look with a chance of at
 * most α (Ville 1939). For one given noise of the grid that bound is α/p, for a canary that was better and comes back α/0.02. Dividing by
 * the largest likelihood: Wasserman, Ramdas, Balakrishnan (2020), Universal inference, PNAS 117, §8. Mixing over sizes: Robbins (1970),
 * Ann. Math. Stat. 41.
 */
export class LevelEvidence {
  readonly #settings: LevelSettings
  readonly #filters: readonly LevelFilter[]
  readonly #heights: Float64Array
  #age = 0
  #used = 0
  #logE = 0

  constructor(settings: LevelSettings) {
    this.#settings = settings
    this.#filters = settings.noises.map((noise) => new LevelFilter(noise, settings.onsets.length))
    this.#heights = new Float64Array(settings.onsets.length)
  }

  /** Looks with a value. */
  get used(): number {
    return this.#used
  }

  /** Natural logarithm of the e-value now. */
  get logE(): number {
    return this.#logE
  }

  /** One look. @param v Sampling variance of `y`, above 0. */
  add(y: number, v: number): void {
    const { onsets } = this.#settings
    for (const [i, { at, shape }] of onsets.entries())
      this.#heights[i] = this.#age < at ? 0 : shape(this.#age - at)
    for (const filter of this.#filters) filter.add(y, v, this.#heights)
    this.#age += 1
    this.#used += 1
    this.#logE = this.#faulty() - this.#healthy()
  }

  /** A look in which one of the groups has no value. */
  miss(): void {
    for (const filter of this.#filters) filter.miss()
    this.#age += 1
  }

  /** The likeliest constant difference, and its information, under the noise that explains the data best. */
  get estimate(): { readonly value: number; readonly information: number } {
    const best = this.#filters.reduce((a, b) => (peak(b) > peak(a) ? b : a))
    const { score, information } = best
    return { value: information > 0 ? score / information : 0, information }
  }

  #healthy(): number {
    const { offset } = this.#settings
    return logSum(
      this.#filters.flatMap((filter) => {
        const noise = Math.log(filter.noise.weight)
        const returned = peakReturned(filter, offset, this.#returns())
        return [noise + LOG_STEADY + peak(filter, offset), noise + LOG_RETURNED + returned]
      }),
    )
  }

  /** Indices of the steps that have begun after the first look. */
  #returns(): readonly number[] {
    const { onsets } = this.#settings
    return [...onsets.keys()].filter((i) => {
      const { at, shape } = onsets[i] as Onset
      return at > 0 && at < this.#age && shape === step
    })
  }

  #faulty(): number {
    return logSum(this.#filters.map((filter) => faultyUnder(filter, this.#settings, this.#age)))
  }
}

/** Log likelihood of the best constant mean up to a bound. */
function peak({ logLikelihood, score, information }: LevelFilter, bound = Infinity): number {
  const mean = information > 0 ? Math.min(bound, score / information) : 0
  return logLikelihood + score * mean - (information * mean * mean) / 2
}

/** The alternatives under one noise, the placement a ~ N(0, placement²) integrated out. */
function faultyUnder(filter: LevelFilter, settings: LevelSettings, age: number): number {
  const { logLikelihood, score, information, noise } = filter
  const narrow = 1 / (settings.placement ** -2 + information)
  const base =
    logLikelihood + (Math.log(narrow / settings.placement ** 2) + narrow * score * score) / 2
  const terms = [0]
  let idle = 1
  for (const [i, onset] of settings.onsets.entries()) {
    if (onset.at >= age) continue
    const crossed = filter.crossed[i] as number
    const s = (filter.scores[i] as number) - narrow * crossed * score
    const v = (filter.informations[i] as number) - narrow * crossed * crossed
    const share = Math.log(onset.weight / settings.sizes.length)
    for (const size of settings.sizes) terms.push(share + factor(s, v, settings.smallest, size))
    idle -= onset.weight
  }
  terms[0] = Math.log(Math.max(idle, 1e-9))
  return Math.log(noise.weight) + base + logSum(terms)
}

/** ln ∫ exp(s·d − v·d²/2) over d = smallest + a half normal of this size. */
function factor(s: number, v: number, smallest: number, size: number): number {
  const left = s - v * smallest
  const wide = 1 + size * size * v
  const half =
    Math.LN2 +
    ((size * size * left * left) / wide - Math.log(wide)) / 2 +
    logNormalBound((size * left) / Math.sqrt(wide))
  return s * smallest - (v * smallest * smallest) / 2 + half
}
