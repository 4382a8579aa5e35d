import { type Alternative, pickTail } from './alternative.ts'
import { incompleteBeta } from './beta.ts'
import type { Interval } from './interval.ts'
import { rootOf } from './root.ts'

/** Events in an exposure: a time, requests, sessions; the events a whole number from 0 on, the exposure above 0. */
export interface Rate {
  readonly events: number
  readonly exposure: number
}

/**
 * Exact test whether the first rate of rare events is another multiple of the second one than `ratio`: given all events
 * together, those of the first group are binomial. Two-sided is twice the smaller tail. J. Przyborowski, H. Wilenski,
 * "Homogeneity of results in testing samples from Poisson series", Biometrika 31, 1940. 1 without an event.
 */
export function poissonRatesTest(
  first: Rate,
  second: Rate,
  alternative: Alternative,
  ratio = 1,
): number {
  const odds = (ratio * first.exposure) / second.exposure
  return pickTail(tailsAt(first.events, second.events, odds), alternative)
}

/**
 * Confidence interval of first rate / second rate, from 0 to ∞: all ratios that neither one-sided test refuses. C. Clopper,
 * E. Pearson, "The use of confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26, 1934.
 */
export function poissonRatioInterval(first: Rate, second: Rate, confidence: number): Interval {
  const log = Math.log((1 - confidence) / 2)
  const [k, l] = [first.events, second.events]
  const perOdds = second.exposure / first.exposure
  const greater = (logOdds: number) => Math.log(tailsAt(k, l, Math.exp(logOdds)).greater) - log
  const less = (logOdds: number) => log - Math.log(tailsAt(k, l, Math.exp(logOdds)).less)
  return {
    lower: k === 0 ? 0 : perOdds * Math.exp(rootOf(greater, -REACH, REACH)),
    upper: l === 0 ? Number.POSITIVE_INFINITY : perOdds * Math.exp(rootOf(less, -REACH, REACH)),
  }
}

/** Logarithms of odds beyond it are out of a number's reach. */
const REACH = 700

/** P(X ≥ k) and P(X ≤ k) of a binomial with k + l trials and these odds of each: incomplete betas (DLMF 8.17.5). */
function tailsAt(k: number, l: number, odds: number): { greater: number; less: number } {
  const [p, q] = [odds / (1 + odds), 1 / (1 + odds)]
  return {
    greater: k === 0 ? 1 : incompleteBeta(k, l + 1, p, q).lower,
    less: l === 0 ? 1 : incompleteBeta(k + 1, l, p, q).upper,
  }
}
