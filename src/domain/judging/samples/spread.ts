import { brownForsytheRatio } from '../../statistics/brownforsythe.ts'
import { rankTails } from '../../statistics/mannwhitney.ts'
import { ascending } from '../../statistics/pairs.ts'
import { quantileOfSorted } from '../../statistics/quantile.ts'
import type { Pair } from './pair.ts'

/** Values may lie so many times as far from their middle as the baseline's do. */
const TIMES = 1.5
/** What counts as the far end: nine of ten values lie before it. */
const FAR = 0.9
/** A far end that moved by less than this part of what is tolerated is no matter, however quiet the baseline is. */
const LEAST = 0.1

/** The chance of such a spread of the canary if it is as tolerated; where any change is worse, a narrower one counts as a wider one. */
export function spreadAgainst(pairs: readonly Pair[]): number {
  const [first, second] = pairs
  if (first === undefined) return 1
  if (second === undefined) return widerAgainst(first)
  const wider = Math.min(widerAgainst(first), widerAgainst(second))
  const narrower = Math.min(widerAgainst(swapped(first)), widerAgainst(swapped(second)))
  return Math.min(1, 2 * Math.min(wider, narrower))
}

function swapped({ canary, baseline, allowed }: Pair): Pair {
  const far = quantileOfSorted(allowed, FAR) - quantileOfSorted(baseline, FAR)
  return { canary: baseline, baseline: canary, allowed: canary.map((value) => value + far) }
}

/**
 * The chance of so much wider a spread if the canary's is at most half as wide again as the baseline's: the larger one of Brown and Forsythe's test and of the ranks of the
 * distances, as the first believes too much in a few values that are all alike. 1 where the far end is not worse: a canary that is
 * better at times is no worse for it.
 */
function widerAgainst({ canary, baseline, allowed }: Pair): number {
  const [far, was, may] = [canary, baseline, allowed].map((values) => quantileOfSorted(values, FAR))
  if (far === undefined || was === undefined || may === undefined) return 1
  if (!(far - was > LEAST * (may - was))) return 1
  const { p, first, second } = brownForsytheRatio(canary, baseline, TIMES)
  if (Number.isNaN(p)) return 1
  return Math.max(p, rankTails(ascending(first), ascending(second)).greater)
}
