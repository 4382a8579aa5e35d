/**
 * Chance that two samples of n and m values of one continuous distribution lie `steps` / lcm(n, m) or more apart, where
 * `divisor` is the greatest common one. Every order of the values together is a path over a grid, all equally likely; it
 * counts if it touches the border anywhere.
 */
export function crossingChance(n: number, m: number, steps: number, divisor: number): number {
  if (steps === 0) return 1
  if (Number.isNaN(steps)) return steps
  return Math.min(1, n === m ? inSquare(n, steps) : inRectangle(n, m, steps, divisor))
}

/** B. Gnedenko, V. Korolyuk 1951: reflections at both borders, nested so that nothing cancels. */
function inSquare(n: number, steps: number): number {
  let chance = 0
  for (let k = Math.floor(n / steps); k >= 1; k--) {
    let factor = 1
    const from = (k - 1) * steps
    for (let j = 0; j < steps; j++) factor *= (n - from - j) / (n + from + j + 1)
    chance = factor * (1 - chance)
  }
  return 2 * chance
}

/**
 * From corner to corner: the chance to have touched the border is the mean of those one step before, weighted by how many
 * paths lead there. Nothing is subtracted. T. Viehmann, "Numerically more stable computation of the p-values for the
 * two-sample Kolmogorov–Smirnov test", 2021, arXiv:2102.08037.
 */
function inRectangle(n: number, m: number, steps: number, divisor: number): number {
  const [perX, perY] = [m / divisor, n / divisor]
  const touched = new Float64Array(m + 1).fill(1)
  for (let i = 0; i <= n; i++) {
    const first = Math.max(0, Math.floor((i * perX - steps) / perY) + 1)
    const last = Math.min(m, Math.ceil((i * perX + steps) / perY) - 1)
    let left = first === 0 ? 0 : 1
    for (let j = first; j <= last; j++) {
      left = i + j === 0 ? 0 : ((touched[j] ?? 1) * i + left * j) / (i + j)
      touched[j] = left
    }
  }
  return touched[m] ?? Number.NaN
}
