/** ln(eᵃ + eᵇ + …) without overflow; −∞ of nothing. */
export function logSum(terms: readonly number[]): number {
  const top = Math.max(...terms)
  if (top === -Infinity) return top
  let sum = 0
  for (const term of terms) sum += Math.exp(term - top)
  return top + Math.log(sum)
}

/** Of two. */
export function logAdd(a: number, b: number): number {
  const top = Math.max(a, b)
  return top === -Infinity ? top : top + Math.log1p(Math.exp(Math.min(a, b) - top))
}
