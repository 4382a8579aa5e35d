/** Up to so many steps of the grid every path is counted. */
const EXACT_UP_TO = 10_000

/**
 * The chance that the distribution function of the second sample lies somewhere as far above that of the first as it does here, if
 * both come from one distribution: small where the first tends to be greater in some part. Both ascending, finite, neither empty; with ties
 * at most that. Exact for equal sizes (B. Gnedenko, V. Korolyuk 1951) and for small ones, else exp(−2d²nm/(n + m)) (N. Smirnov 1939).
 */
export function smirnovDominance(x: Float64Array, y: Float64Array): number {
  const [n, m] = [x.length, y.length]
  const steps = largestLead(x, y)
  if (!(steps > 0)) return steps === 0 ? 1 : Number.NaN
  if (n === m) return ofEqualSizes(n, steps / n)
  if (n * m <= EXACT_UP_TO) return byPaths(n, m, steps)
  const distance = steps / (n * m)
  return Math.exp((-2 * distance * distance * n * m) / (n + m))
}

/** The largest lead of the second function over the first, in units of 1/(nm). */
function largestLead(x: Float64Array, y: Float64Array): number {
  let [i, j, largest] = [0, 0, 0]
  while (i < x.length && j < y.length) {
    const value = Math.min(x[i] as number, y[j] as number)
    if (Number.isNaN(value)) return value
    while (x[i] === value) i++
    while (y[j] === value) j++
    largest = Math.max(largest, j * x.length - i * y.length)
  }
  return largest
}

/** C(2n, n − k) / C(2n, n): paths that touch a line, by reflection at it. */
function ofEqualSizes(n: number, k: number): number {
  let chance = 1
  for (let i = 0; i < k; i++) chance *= (n - i) / (n + i + 1)
  return chance
}

/**
 * Of all orders of the values, as paths over a grid, those that come so far to one side: the chance to have done so is the mean of those one step before,
 * weighted by how many paths lead there, so that nothing is subtracted.
 */
function byPaths(n: number, m: number, steps: number): number {
  const touched = new Float64Array(m + 1)
  for (let i = 0; i <= n; i++) {
    // From here on the row lies beyond the line.
    const far = Math.min(m + 1, Math.ceil((steps + i * m) / n))
    let left = 0
    for (let j = 0; j < far; j++) {
      left = i + j === 0 ? 0 : (i * (touched[j] as number) + j * left) / (i + j)
      touched[j] = left
    }
    touched.fill(1, far)
  }
  return touched[m] as number
}
