import type { Rate } from './poisson-rates.ts'

/** Events and exposures of both groups between two looks. */
export interface RateLook {
  readonly first: Rate
  readonly second: Rate
}

/** What the evidence is for and against. */
export interface RateQuestion {
  /** Up to this multiple of the second rate the first one is well: 1, or more where a little worse is no fault. */
  readonly allowed: number
  /** Multiples above `allowed` that the first rate may have, for example 1.5, 2, 4, 8, 32; tried equally. */
  readonly suspected: readonly number[]
}

/**
 * ln of the evidence, after all looks so far, that the first group's rate of events is more than `allowed` times the
 * second's. While it is not, the evidence exceeds 1/alpha at *any* look with probability alpha at most, whatever the common
 * rate does from look to look (a shared incident, the night) and however rare events are: given the events of both groups
 * in a look, the first group's share of them no longer depends on the rate, and each suspected multiple is a likelihood
 * ratio of binomials. Their mean is a mixture SPRT (H. Robbins, "Statistical methods related to the law of the iterated
 * logarithm", Annals of Mathematical Statistics 41, 1970), and by Ville's inequality a test at every look.
 *
 * Exact for Poisson counts. For hits among trials the events fall as in a hypergeometric, which lies closer together, so
 * the evidence is smaller than it may be, never greater (W. Hoeffding, "Probability inequalities for sums of bounded random
 * variables", JASA 58, 1963, theorem 4). For the other direction swap the groups. 0 without an event.
 */
export function sequentialRates(looks: readonly RateLook[], question: RateQuestion): number {
  const { allowed, suspected } = question
  const evidence = suspected.map((multiple) =>
    looks.reduce((log, look) => log + logRatio(look, multiple, allowed), 0),
  )
  return logMean(evidence)
}

/** ln of the likelihood ratio of two multiples, given the events of both groups. */
function logRatio({ first, second }: RateLook, multiple: number, allowed: number): number {
  const events = first.events + second.events
  if (events === 0) return 0
  const share = first.exposure / (first.exposure + second.exposure)
  // Of the first group's share of events under either multiple only the quotient counts.
  const common = Math.log1p(share * (multiple - 1)) - Math.log1p(share * (allowed - 1))
  return first.events * Math.log(multiple / allowed) - events * common
}

function logMean(logs: readonly number[]): number {
  const highest = Math.max(...logs)
  if (!Number.isFinite(highest)) return highest
  const total = logs.reduce((sum, log) => sum + Math.exp(log - highest), 0)
  return highest + Math.log(total / logs.length)
}
