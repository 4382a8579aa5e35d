import type { Count } from './hypergeometric.ts'
import { normalTail } from './normal.ts'
import { rootOf } from './root.ts'

/** Both chances of a difference of two shares. */
export interface ExcessTails {
  /** Of a difference as large or larger where the true one is the given one. */
  readonly greater: number
  /** Of one as small or smaller. */
  readonly less: number
}

/**
 * Whether the first share of hits exceeds the second by more than `excess`, strictly between 0 and 1: the score test, whose standard error
 * is that of the likeliest shares with exactly this excess, so that it serves without a hit too (C. Farrington, G. Manning, "Test statistics and
 * sample size formulae for comparative binomial trials", Statistics in Medicine 9, 1990). Trials above 0.
 */
export function excessTails(first: Count, second: Count, excess: number): ExcessTails {
  const low = likeliest(first, second, excess)
  const high = Math.min(1, low + excess)
  const error = Math.sqrt((high * (1 - high)) / first.trials + (low * (1 - low)) / second.trials)
  const distance = first.hits / first.trials - second.hits / second.trials - excess
  const z = error > 0 ? distance / error : Math.sign(distance) * Number.POSITIVE_INFINITY
  if (Number.isNaN(z)) return { greater: 1, less: 1 }
  return { greater: normalTail(z), less: normalTail(-z) }
}

/** The second share at which both counts are likeliest if the first is higher by the excess: the likelihood has one peak. */
function likeliest(first: Count, second: Count, excess: number): number {
  const slope = (p: number) =>
    per(first.hits, p + excess) -
    per(first.trials - first.hits, 1 - p - excess) +
    per(second.hits, p) -
    per(second.trials - second.hits, 1 - p)
  const [from, to] = [1e-15, (1 - excess) * (1 - 1e-15)]
  if (!(slope(from) > 0)) return 0
  if (!(slope(to) < 0)) return 1 - excess
  return rootOf((p) => -slope(p), from, to)
}

const per = (count: number, share: number) => (count === 0 ? 0 : count / share)
