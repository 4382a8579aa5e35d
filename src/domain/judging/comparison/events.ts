import { CountEvidence, type Ratio } from './count-evidence.ts'
import { ReportedLater } from './exposure.ts'
import type { CountsLook } from './look.ts'
import type { MetricEvidence, Standing } from './metric-evidence.ts'
import type { ComparisonPolicy } from './policy.ts'

const RATIOS: readonly Ratio[] = [
  { ratio: 2, weight: 0.15 },
  { ratio: 4, weight: 0.25 },
  { ratio: 8, weight: 0.25 },
  { ratio: 20, weight: 0.2 },
  { ratio: 80, weight: 0.15 },
]

/** Bad events among requests, sessions or pods: the ratio of the canary's risk to the baseline's. */
export class EventEvidence implements MetricEvidence<CountsLook> {
  readonly #policy: ComparisonPolicy
  readonly #counts: CountEvidence
  readonly #exposure = new ReportedLater()
  readonly #bad = { baseline: 0, canary: 0 }
  readonly #total = { baseline: 0, canary: 0 }
  #looks = 0
  #silent = 0

  constructor(policy: ComparisonPolicy) {
    this.#policy = policy
    this.#counts = new CountEvidence(RATIOS, 1 / policy.maxLooks)
  }

  add({ baseline, canary, kind }: CountsLook): void {
    const totals = { baseline: baseline?.total ?? 0, canary: canary?.total ?? 0 }
    const late = this.#exposure.next(totals)
    this.#total.canary += totals.canary
    this.#silent += 1
    if (baseline === null || canary === null) return
    this.#total.baseline += totals.baseline
    const share = kind === 'sessions' ? late : totals.canary / (totals.baseline + totals.canary)
    if (!(share > 0 && share < 1)) return
    this.#looks += 1
    this.#silent = 0
    this.#bad.baseline += baseline.bad
    this.#bad.canary += canary.bad
    const middle = Math.log1p(this.#policy.minEffect)
    this.#counts.add(
      { canary: canary.bad, baseline: baseline.bad, share },
      { middle, deviation: 0 },
    )
  }

  standing(): Standing {
    const [c, b] = [this.#bad.canary + 0.5, this.#bad.baseline + 0.5]
    const { canary, baseline } = this.#total
    return {
      logE: this.#counts.logE,
      effect: canary > 0 && baseline > 0 ? c / canary / (b / baseline) : 1,
      information: 1 / (1 / c + 1 / b),
      n: canary,
      looks: this.#looks,
      silent: this.#silent,
    }
  }
}
