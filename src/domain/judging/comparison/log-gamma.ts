const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2

/** ln Γ(x) for x > 0, relative error below 1e-12: Stirling's series from 10 on (Abramowitz, Stegun 6.1.40), the recurrence below. */
export function logGamma(x: number): number {
  let product = 1
  let at = x
  for (; at < 10; at++) product *= at
  const inverse = 1 / at
  const square = inverse * inverse
  const series =
    inverse *
    (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188))))
  return (at - 0.5) * Math.log(at) - at + HALF_LOG_TWO_PI + series - Math.log(product)
}

/** ln of x(x + 1)…(x + k − 1), for k ≥ 0 whole and x > 0. */
export function logRising(x: number, k: number): number {
  return k === 0 ? 0 : logGamma(x + k) - logGamma(x)
}
