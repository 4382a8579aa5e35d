import { type Alternative, pickTail } from './alternative.ts'
import type { Interval } from './interval.ts'
import { mean, variance } from './moments.ts'
import { tQuantile, tTail } from './student.ts'

/** A comparison of two means by Student's t. */
export interface MeanTest {
  /** Difference of the means in standard errors; NaN where both samples are constant and equal, infinite where they differ. */
  readonly t: number
  /** Degrees of freedom. */
  readonly df: number
  /** Probability of a `t` at least as extreme when the means are equal; NaN with fewer than two values a side. */
  readonly p: number
}

/** The difference of two means, its standard error in the same unit, and the degrees of freedom of that error. */
interface Difference {
  readonly difference: number
  readonly error: number
  readonly df: number
}

/**
 * Whether two means differ, without supposing that the spreads are equal; two finite values a side or more. B. Welch, "The
 * generalization of 'Student's' problem when several different population variances are involved", Biometrika 34, 1947.
 */
export function welchTest(
  x: readonly number[],
  y: readonly number[],
  alternative: Alternative,
): MeanTest {
  return testOf(welch(x, y), alternative)
}

/** Student's test of two means, which supposes equal spreads ("The probable error of a mean", Biometrika 6, 1908). */
export function studentTest(
  x: readonly number[],
  y: readonly number[],
  alternative: Alternative,
): MeanTest {
  const df = x.length + y.length - 2
  const pooled = ((x.length - 1) * variance(x) + (y.length - 1) * variance(y)) / df
  const error = Math.sqrt(pooled * (1 / x.length + 1 / y.length))
  return testOf({ difference: mean(x) - mean(y), error, df }, alternative)
}

/** Confidence interval of mean(x) − mean(y) that belongs to Welch's test, in the unit of the values. */
export function welchInterval(
  x: readonly number[],
  y: readonly number[],
  confidence: number,
): Interval {
  const { difference, error, df } = welch(x, y)
  const reach = error === 0 ? 0 : error * tQuantile((1 + confidence) / 2, df)
  return { lower: difference - reach, upper: difference + reach }
}

function welch(x: readonly number[], y: readonly number[]): Difference {
  const difference = mean(x) - mean(y)
  const [a, b] = [variance(x) / x.length, variance(y) / y.length]
  if (a + b === 0) return { difference, error: 0, df: x.length + y.length - 2 }
  // Shares, so that the unit of the values does not matter.
  const [p, q] = [a / (a + b), b / (a + b)]
  const df = 1 / (p ** 2 / (x.length - 1) + q ** 2 / (y.length - 1))
  return { difference, error: Math.sqrt(a + b), df }
}

function testOf({ difference, error, df }: Difference, alternative: Alternative): MeanTest {
  const t = difference / error
  return { t, df, p: pickTail({ greater: tTail(t, df), less: tTail(-t, df) }, alternative) }
}
