import { ascending } from './pairs.ts'

/** The middle value, or the mean of the two middle ones; NaN of nothing. The order of `values` does not matter. */
export function median(values: readonly number[]): number {
  return medianOfSorted(ascending(values))
}

/** The same of values that are sorted upwards. */
export function medianOfSorted(sorted: ArrayLike<number>): number {
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}
