/** Probability that a standard normal variable is greater than `z`; relative accuracy better than 1e-12. */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z)
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  return z < 3 ? 0.5 - density * series(z) : density * millsRatio(z)
}

/** z + z³/3 + z⁵/15 + …: converges fast near 0, and would cancel in the far tail. */
function series(z: number): number {
  let sum = 0
  let term = z
  for (let n = 1; term > sum * 1e-17; n += 2) {
    sum += term
    term *= (z * z) / (n + 2)
  }
  return sum
}

/** 1 / (z + 1 / (z + 2 / (z + 3 / …))), from the inside out. */
function millsRatio(z: number): number {
  let inner = z
  for (let n = 120; n >= 1; n--) inner = z + n / inner
  return 1 / inner
}
