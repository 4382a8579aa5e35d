import { CountEvidence, type Ratio, type Wander } from './count-evidence.ts'
import type { DensityQuantile } from './density.ts'
import { totalOf } from './histogram.ts'
import type { Healthy } from './policy.ts'

const RATIOS: readonly Ratio[] = [1.5, 2.5, 5, 12, 30].map((ratio) => ({ ratio, weight: 0.2 }))
/** No cut has a greater share of the past requests above it. */
const MOST = 0.1

/** Evidence that more of the canary's requests are slower than a bound that about this share of the baseline's exceed. */
export class TailEvidence {
  readonly #share: number
  readonly #counts: CountEvidence

  constructor(share: number, startsLater: number) {
    this.#share = share
    this.#counts = new CountEvidence(RATIOS, startsLater)
  }

  get logE(): number {
    return this.#counts.logE
  }

  /** One look. @param past Baseline requests before it; the cut is chosen from them alone. */
  add(
    sides: { readonly baseline: readonly number[]; readonly canary: readonly number[] },
    past: readonly number[],
    density: DensityQuantile,
    healthy: Healthy,
  ): void {
    const cut = cutOf(past, this.#share)
    const [nb, nc] = [totalOf(sides.baseline), totalOf(sides.canary)]
    if (cut === undefined || nb === 0 || nc === 0) return
    const [baseline, canary] = [above(sides.baseline, cut), above(sides.canary, cut)]
    const share = Math.min(MOST, (baseline + canary + 1) / (nb + nc + 1 / this.#share))
    const wander = wanderOf(density.at(1 - share) / share, healthy)
    this.#counts.add({ baseline, canary, share: nc / (nb + nc) }, wander)
  }
}

/**
 * A healthy shift δ changes the share above a cut by the factor exp(slope·δ). The own noise of both groups counts as if it were new in each look, with a
 * deviation that gives sums over looks the variance that its memory gives them, (1 + φ)/(1 − φ) times as much.
 */
function wanderOf(slope: number, { offset, ownNoise, memory }: Healthy): Wander {
  const deviation = ownNoise * Math.sqrt((2 * (1 + memory)) / (1 - memory))
  return { middle: slope * offset, deviation: slope * deviation }
}

/** The first bucket above the bound whose share of the past is nearest to `share`; undefined where none is small enough. */
function cutOf(past: readonly number[], share: number): number | undefined {
  const total = totalOf(past)
  let [best, distance]: [number | undefined, number] = [undefined, Infinity]
  for (let cut = 1; cut < past.length && total > 0; cut++) {
    const beyond = above(past, cut) / total
    const off = Math.abs(Math.log((beyond + 1e-6) / share))
    if (beyond <= MOST && off < distance) [best, distance] = [cut, off]
  }
  return best
}

function above(counts: readonly number[], cut: number): number {
  let sum = 0
  for (let i = cut; i < counts.length; i++) sum += counts[i] as number
  return sum
}
