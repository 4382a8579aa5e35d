import { Failure } from '../../failure.ts'
import { DensityQuantile } from './density.ts'
import { meanLog, totalOf } from './histogram.ts'
import { LevelEvidence } from './level-evidence.ts'
import { latencySettings } from './level-settings.ts'
import { type Scores, shiftOf } from './location.ts'
import { logSum } from './log-sum.ts'
import type { LatencyLook } from './look.ts'
import type { MetricEvidence, Standing } from './metric-evidence.ts'
import type { ComparisonPolicy } from './policy.ts'
import { SharedJump } from './shared-jump.ts'
import { TailEvidence } from './tail.ts'

/** How much of the metric's alpha each view of it has. */
const WEIGHTS = { ranks: 0.14, efficient: 0.26, tail: 0.2 }
const TAILS = [0.05, 0.015, 0.004]
/** A look that lies so far back counts half: 1 − ln 2 / 23. */
const KEPT = 0.97

/** Latency: its level by two scores, and its tail at three cuts. */
export class LatencyEvidence implements MetricEvidence<LatencyLook> {
  readonly #policy: ComparisonPolicy
  readonly #levels: Readonly<Record<Scores, LevelEvidence>>
  readonly #tails: readonly TailEvidence[]
  readonly #jump = new SharedJump()
  #bounds: readonly number[] | undefined
  #past: readonly number[] | undefined
  #requests = 0
  #silent = 0

  constructor(policy: ComparisonPolicy) {
    this.#policy = policy
    const settings = latencySettings(policy)
    this.#levels = { ranks: new LevelEvidence(settings), efficient: new LevelEvidence(settings) }
    this.#tails = TAILS.map((share) => new TailEvidence(share, 1 / policy.maxLooks))
  }

  add(look: LatencyLook, minute: number): void {
    const { baseline, canary, bounds } = look
    this.#bounds ??= bounds
    if (bounds.some((bound, i) => bound !== this.#bounds?.[i]))
      throw new Failure(
        'bad-input',
        `${look.name} has other buckets at minute ${minute} than before`,
      )
    const past = this.#past ?? bounds.map(() => 0).concat(0)
    this.#requests += totalOf(canary?.buckets ?? [])
    this.#silent += 1
    const jump = baseline === null ? 0 : this.#jump.next(meanLog(bounds, baseline.buckets))
    if (minute > this.#policy.warmupMinutes) {
      if (baseline === null || canary === null) this.#miss()
      else this.#bet({ baseline: baseline.buckets, canary: canary.buckets }, { bounds, past, jump })
    }
    if (baseline !== null)
      this.#past = past.map((n, i) => KEPT * n + (baseline.buckets[i] as number))
  }

  standing(): Standing {
    const { ranks, efficient } = this.#levels
    const logE = logSum([
      Math.log(WEIGHTS.ranks) + ranks.logE,
      Math.log(WEIGHTS.efficient) + efficient.logE,
      ...this.#tails.map((tail) => Math.log(WEIGHTS.tail) + tail.logE),
    ])
    const { value, information } = ranks.estimate
    const [n, silent] = [this.#requests, this.#silent]
    return { logE, effect: Math.exp(value), information, n, looks: ranks.used, silent }
  }

  #bet(
    sides: { readonly baseline: readonly number[]; readonly canary: readonly number[] },
    { bounds, past, jump }: { bounds: readonly number[]; past: readonly number[]; jump: number },
  ): void {
    const density = new DensityQuantile(bounds, past)
    for (const scores of ['ranks', 'efficient'] as const) {
      const shift = shiftOf(sides, past, density, scores)
      if (shift === undefined) this.#levels[scores].miss()
      else {
        this.#levels[scores].add(shift.y, shift.v + jump)
        this.#silent = 0
      }
    }
    for (const tail of this.#tails) tail.add(sides, past, density, this.#policy.healthy)
  }

  #miss(): void {
    for (const level of Object.values(this.#levels)) level.miss()
  }
}
