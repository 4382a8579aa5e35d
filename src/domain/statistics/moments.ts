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

/** Values in any kind of list. */
export type Values = ArrayLike<number>

/** Arithmetic mean of finite numbers, exact where all are equal; NaN of nothing. */
export function mean(values: Values): number {
  const rough = sumOf(values, (value) => value) / values.length
  return rough + sumOf(values, (value) => value - rough) / values.length
}

/**
 * Sample variance with n − 1 below, in the squared unit of the values; exactly 0 where all are equal, NaN of fewer than
 * two. In two passes (T. Chan, G. Golub, R. LeVeque, "Algorithms for computing the sample variance", The American
 * Statistician 37, 1983): a large common offset costs no digits.
 */
export function variance(values: Values): number {
  if (values.length < 2) return Number.NaN
  const middle = mean(values)
  return sumOf(values, (value) => (value - middle) * (value - middle)) / (values.length - 1)
}

/** The sum of a figure of each value, as `sum` adds; a loop, because it runs for each of thousands of samples. */
function sumOf(values: Values, figure: (value: number) => number): number {
  let total = 0
  let lost = 0
  for (let i = 0; i < values.length; i++) {
    const value = figure(values[i] as number)
    const next = total + value
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return total + lost
}
