import type { MetricLook } from './look.ts'
import type { Standing } from './metric-evidence.ts'
import type { ComparisonPolicy } from './policy.ts'

/** What one metric says after the looks so far. */
export interface Finding {
  readonly name: string
  readonly kind: MetricLook['kind']
  /** The canary's level or risk over the baseline's; 1 where nothing was compared. */
  readonly effect: number
  /**
   * Where the ratio lies, looked at as often as one likes, with a chance of 1 − alpha, if it were constant. For people: the verdict comes from
   * the evidence, which also knows the tail, late faults and the noise of the service. Null without data.
   */
  readonly interval: readonly [number, number] | null
  /** Requests, events' totals or readings of the canary. */
  readonly n: number
  /** Looks in which both groups could be compared, and looks since the last of them. */
  readonly looks: number
  readonly silent: number
  /** Its part of the evidence, in units of what stops: 1 is enough alone. */
  readonly strength: number
}

/** A ratio of this size is not surprising: the scale of the mixture that the interval comes from. */
const TYPICAL = 0.1

export function findingOf(
  { name, kind, share }: Pick<Finding, 'name' | 'kind'> & { readonly share: number },
  { logE, effect, information, n, looks, silent }: Standing,
  policy: ComparisonPolicy,
): Finding {
  const half = halfWidth(information, policy.alpha)
  const interval = looks > 0 ? ([effect * Math.exp(-half), effect * Math.exp(half)] as const) : null
  const strength = Math.exp(Math.min(logE, MOST)) * share * policy.alpha * policy.relaxed
  return { name, kind, effect, interval, n, looks, silent, strength }
}

/** Evidence beyond this is not told apart: it could not be written as a number. */
const MOST = 500

/** Half width of Robbins' confidence sequence for a normal mean, of ln(effect): Howard, Ramdas, McAuliffe, Sekhon (2021), Ann. Stat. 49, eq. 14. */
function halfWidth(information: number, alpha: number): number {
  const scaled = TYPICAL * TYPICAL * information
  return Math.sqrt(
    ((1 + 1 / scaled) * (Math.log1p(scaled) + 2 * Math.log(1 / alpha))) / information,
  )
}
