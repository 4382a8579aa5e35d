import { kolmogorovTail } from './kolmogorov.ts'
import { crossingChance } from './ks-exact.ts'
import { ascending } from './pairs.ts'

/** A comparison of two whole distributions. */
export interface DistributionTest {
  /** Largest distance between the two distribution functions, 0 to 1. */
  readonly distance: number
  /** Probability of such a distance or more when both samples come from one distribution; with ties at most that. */
  readonly p: number
}

/** `auto` is exact up to 10,000 values a side. */
export type DistributionMethod = 'exact' | 'asymptotic' | 'auto'

/** Beyond it the steps of both functions together cannot be counted. */
const LARGEST_GRID = 2 ** 31 - 1

/**
 * Smirnov's two-sided test whether two samples of finite numbers, neither empty, come from one distribution: sees location,
 * spread and shape, each less well than a test for it. The asymptotic p is that of one sample of the size nm/(n + m),
 * rounded. Exact: see `crossingChance`; where it cannot be counted, asymptotic too. NaN where a value is no number.
 */
export function kolmogorovSmirnov(
  x: readonly number[],
  y: readonly number[],
  method: DistributionMethod = 'auto',
): DistributionTest {
  const [n, m] = [x.length, y.length]
  const divisor = greatestDivisor(n, m)
  const grid = (n / divisor) * m
  const steps = largestStep(ascending(x), ascending(y), divisor)
  const distance = steps / grid
  const isExact = method === 'auto' ? Math.max(n, m) <= 10_000 : method === 'exact'
  if (isExact && grid <= LARGEST_GRID) return { distance, p: crossingChance(n, m, steps, divisor) }
  return { distance, p: kolmogorovTail(roundHalfEven((n * m) / (n + m)), distance) }
}

/** The largest distance in units of 1 / lcm(n, m), a whole number. */
function largestStep(x: Float64Array, y: Float64Array, divisor: number): number {
  const [perX, perY] = [y.length / divisor, x.length / divisor]
  let [i, j, largest] = [0, 0, 0]
  while (i < x.length && j < y.length) {
    const value = Math.min(x[i] ?? Number.NaN, y[j] ?? Number.NaN)
    if (Number.isNaN(value)) return value
    while (x[i] === value) i++
    while (y[j] === value) j++
    largest = Math.max(largest, Math.abs(i * perX - j * perY))
  }
  return largest
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}

/** As IEEE 754 rounds: the half goes to the even neighbour. */
function roundHalfEven(value: number): number {
  const below = Math.floor(value)
  if (value - below !== 0.5) return Math.round(value)
  return below % 2 === 0 ? below : below + 1
}
