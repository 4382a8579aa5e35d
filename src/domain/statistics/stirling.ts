/**
 * The two parts of a binomial probability that would cancel if they were taken from logarithms of factorials:
 * C. Loader, "Fast and accurate computation of binomial probabilities", 2000.
 */

const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360]

/**
 * ln Γ(n + 1) − (n + ½) ln n + n − ½ ln 2π for n > 0: what Stirling's formula leaves out. Absolute error below 1e-14.
 */
export function stirlingError(n: number): number {
  let [rest, at] = [0, n]
  // The series needs a large argument; each step up adds what the formula changes by.
  for (; at < 16; at++) rest += (at + 0.5) * Math.log1p(1 / at) - 1
  let power = 1 / at
  for (const coefficient of SERIES) {
    rest += coefficient * power
    power /= at * at
  }
  return rest
}

/** x ln(x / m) + m − x for x, m > 0: how far x lies from the mean m, never negative, small where they are close. */
export function deviance(x: number, m: number): number {
  if (!(Math.abs(x - m) < 0.1 * (x + m))) return x * Math.log(x / m) + m - x
  const v = (x - m) / (x + m)
  let total = (x - m) * v
  let term = 2 * x * v
  for (let j = 3; ; j += 2) {
    term *= v * v
    const next = total + term / j
    if (next === total) return total
    total = next
  }
}
