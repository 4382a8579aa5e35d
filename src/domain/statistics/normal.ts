/** Probability that a standard normal variable is greater than `z`; relative accuracy better than 1e-12. */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z)
  return z < 3 ? 0.5 - normalMiddle(z) : density(z) * millsRatio(z)
}

/** Probability that it is at most `z`: the tail on the other side. */
export function normalCdf(z: number): number {
  return normalTail(-z)
}

/** Probability that it lies between 0 and `z`, for 0 ≤ z < 8: keeps its digits where z is small. */
export function normalMiddle(z: number): number {
  return density(z) * series(z)
}

/** Logarithm of the tail for z ≥ 0: finite far beyond where the tail itself is too small for a number. */
export function logNormalTail(z: number): number {
  if (z < 3) return Math.log(normalTail(z))
  return Math.log(millsRatio(z)) - (z * z) / 2 - Math.log(2 * Math.PI) / 2
}

const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)

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
