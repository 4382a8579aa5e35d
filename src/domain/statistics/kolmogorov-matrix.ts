/** A square matrix by rows; its entries are to be multiplied with exp(logScale). */
interface Matrix {
  readonly size: number
  readonly entries: Float64Array
  readonly logScale: number
}

/**
 * Probability that the largest distance of n values' distribution function from the true one is below d: n!/nⁿ times an
 * entry of a matrix to the n-th power. J. Durbin, 1973, as in G. Marsaglia, W. Tsang, J. Wang, "Evaluating Kolmogorov's
 * distribution", Journal of Statistical Software 8 (18), 2003. Exact but for rounding; O((n d)³ log n).
 */
export function durbin(n: number, d: number): number {
  const k = Math.ceil(n * d)
  const { size, entries, logScale } = power(stepMatrix(k, k - n * d), n)
  let logFactor = logScale
  for (let i = 1; i <= n; i++) logFactor += Math.log(i / n)
  return Math.exp(logFactor) * (entries[(k - 1) * size + k - 1] ?? Number.NaN)
}

/** The matrix H of Marsaglia, Tsang and Wang. */
function stepMatrix(k: number, h: number): Matrix {
  const size = 2 * k - 1
  const corner = h > 0.5 ? (2 * h - 1) ** size : 0
  const entry = (row: number, column: number) => {
    if (row - column + 1 < 0) return 0
    const left = column === 0 ? h ** (row + 1) : 0
    const bottom = row === size - 1 ? h ** (size - column) : 0
    const both = column === 0 && row === size - 1 ? corner : 0
    return (1 - left - bottom + both) / factorial(row - column + 1)
  }
  const entries = Float64Array.from({ length: size * size }, (_, i) =>
    entry(Math.floor(i / size), i % size),
  )
  return { size, entries, logScale: 0 }
}

function factorial(n: number): number {
  let product = 1
  for (let i = 2; i <= n; i++) product *= i
  return product
}

function power(base: Matrix, exponent: number): Matrix {
  if (exponent === 1) return base
  const half = power(base, Math.floor(exponent / 2))
  const square = times(half, half)
  return exponent % 2 === 0 ? square : times(square, base)
}

/** The product, scaled so that its largest entry is 1: powers would overflow. */
function times(a: Matrix, b: Matrix): Matrix {
  const { size } = a
  const entries = new Float64Array(size * size)
  let largest = 0
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      let total = 0
      for (let i = 0; i < size; i++)
        total += (a.entries[row * size + i] ?? 0) * (b.entries[i * size + column] ?? 0)
      entries[row * size + column] = total
      largest = Math.max(largest, total)
    }
  const logScale = a.logScale + b.logScale + Math.log(largest)
  return { size, entries: entries.map((entry) => entry / largest), logScale }
}
