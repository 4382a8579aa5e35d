import { logRising } from './log-gamma.ts'
import { logAdd, logSum } from './log-sum.ts'

/** A beta distribution of more than this size is a point. */
const MOST_CERTAIN = 1e6

/** A ratio of risks that a fault may have, and how likely it is held to be beforehand. */
export interface Ratio {
  readonly ratio: number
  readonly weight: number
}

/** One look of two counts. */
export interface CountLook {
  readonly canary: number
  readonly baseline: number
  /** The canary's share of what the events may happen to, strictly between 0 and 1. */
  readonly share: number
}

/** How a ratio of risks wanders from look to look though nothing is wrong: normal in its logarithm. */
export interface Wander {
  /** The highest that its middle may be for good. */
  readonly middle: number
  readonly deviation: number
}

/**
 * Evidence that the canary's risk rose, from the events of both groups in one look. Given k events in all, those of the canary are, at a ratio
 * θ, at most Binomial(k, wθ/(wθ + 1 − w)) in convex order, whatever the shared risk of the look is (sampling without replacement is less variable: Hoeffding
 * 1963, §6), so the likelihood ratio of a larger θ against the allowed one has mean ≤ 1 for every smaller θ. The product over looks, mixed over ratios
 * and first looks, is an e-process: Wald (1945); Shafer (2021), Testing by betting, JRSS A 184.
 */
export class CountEvidence {
  readonly #ratios: readonly Ratio[]
  readonly #running: number[]
  readonly #startsLater: number
  #unstarted = 1
  #started = false
  #logE = 0

  /** @param startsLater Chance a look that a fault begins there, after the first look, which has a half of all. */
  constructor(ratios: readonly Ratio[], startsLater: number) {
    this.#ratios = ratios
    this.#running = ratios.map(() => -Infinity)
    this.#startsLater = startsLater
  }

  /** Natural logarithm of the e-value now. */
  get logE(): number {
    return this.#logE
  }

  add(look: CountLook, wander: Wander): void {
    const begins = this.#unstarted * (this.#started ? this.#startsLater : 0.5)
    this.#started = true
    this.#unstarted -= begins
    if (look.canary + look.baseline > 0) this.#bet(look, wander, Math.log(begins))
    else for (const i of this.#running.keys()) this.#running[i] = this.#joined(i, Math.log(begins))
    this.#logE = logSum([
      Math.log(this.#unstarted),
      ...this.#running.map((value, i) => value + Math.log(this.#ratios[i]?.weight ?? 0)),
    ])
  }

  #bet(look: CountLook, wander: Wander, begins: number): void {
    const q = 1 / (1 + ((1 - look.share) / look.share) * Math.exp(-wander.middle))
    const healthy = logLikelihood(look, q, wander)
    for (const [i, { ratio }] of this.#ratios.entries()) {
      const middle = wander.middle + Math.log(ratio)
      const faulty = logLikelihood(look, q, { ...wander, middle })
      this.#running[i] = this.#joined(i, begins) + faulty - healthy
    }
  }

  #joined(i: number, begins: number): number {
    return logAdd(this.#running[i] ?? -Infinity, begins)
  }
}

/** Without the binomial coefficient, which all share. */
function logLikelihood(look: CountLook, healthy: number, { middle, deviation }: Wander): number {
  const { canary, baseline } = look
  const odds = Math.log(look.share / (1 - look.share)) + middle
  const q = 1 / (1 + Math.exp(-odds))
  // The beta distribution whose logit has this deviation around the healthy middle.
  const size = 1 / (healthy * (1 - healthy) * deviation * deviation) - 1
  if (!(size < MOST_CERTAIN)) return -canary * softplus(-odds) - baseline * softplus(odds)
  return logRising(Math.max(size, 1) * q, canary) + logRising(Math.max(size, 1) * (1 - q), baseline)
}

/** ln(1 + eˣ). */
function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x))
}
