/**
 * Sum with a running compensation for what each addition rounds away (A. Neumaier, "Rundungsfehleranalyse einiger
 * Verfahren zur Summation endlicher Summen", ZAMM 54, 1974): the error does not grow with the number of values.
 */
export function sum(values: Iterable<number>): number {
  let total = 0
  let lost = 0
  for (const value of values) {
    const next = total + value
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return total + lost
}

/** Arithmetic mean of finite numbers, exact where all are equal; NaN of nothing. */
export function mean(values: readonly number[]): number {
  const rough = sum(values) / values.length
  return rough + sum(deviations(values, rough)) / values.length
}

/**
 * Sample variance with n − 1 below, in the squared unit of the values; exactly 0 where all are equal, NaN of fewer than
 * two. In two passes (T. Chan, G. Golub, R. LeVeque, "Algorithms for computing the sample variance", The American
 * Statistician 37, 1983): a large common offset costs no digits.
 */
export function variance(values: readonly number[]): number {
  if (values.length < 2) return Number.NaN
  return sum(squares(deviations(values, mean(values)))) / (values.length - 1)
}

function* deviations(values: Iterable<number>, from: number): Generator<number> {
  for (const value of values) yield value - from
}

function* squares(values: Iterable<number>): Generator<number> {
  for (const value of values) yield value * value
}
