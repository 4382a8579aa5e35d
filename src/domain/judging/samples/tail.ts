import { smirnovDominance } from '../../statistics/smirnov-two-sample.ts'
import type { Pair } from './pair.ts'

/**
 * The chance that a share of the canary's values so much larger lies beyond some value of the allowed ones, wherever that is: Smirnov's one-sided test. It sees a second mode
 * and a heavy shoulder, which leave the middle where it is.
 */
export function shapeAgainst({ canary, allowed }: Pair): number {
  return smirnovDominance(canary, allowed)
}

/**
 * The chance that so many of the canary's values lie beyond all of the allowed ones: of all ways to deal the values out, those in which the topmost are
 * the canary's (S. Rosenbaum, "Tables for a nonparametric test of location", Annals of Mathematical Statistics 25, 1954). It sees what is
 * rare and far out.
 */
export function tailAgainst({ canary, allowed }: Pair): number {
  const end = allowed.at(-1) ?? Number.NaN
  let chance = 1
  for (let k = 0; k < canary.length && (canary[canary.length - 1 - k] ?? 0) > end; k++)
    chance *= (canary.length - k) / (canary.length + allowed.length - k)
  return chance
}
