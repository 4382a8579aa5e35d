/**
 * Adjustment of p values, in the order given, after which at most a share alpha of what is held to be a difference is
 * expected to be none, when each adjusted p is held against alpha; for questions that are independent or lean the same
 * way. Y. Benjamini, Y. Hochberg, "Controlling the false discovery rate", JRSS B 57, 1995.
 */
export function benjaminiHochberg(p: readonly number[]): readonly number[] {
  return stepUp(p, 1)
}

/** The same however the questions depend on each other. Y. Benjamini, D. Yekutieli, Annals of Statistics 29, 2001. */
export function benjaminiYekutieli(p: readonly number[]): readonly number[] {
  return stepUp(
    p,
    p.reduce((sum, _, i) => sum + 1 / (i + 1), 0),
  )
}

function stepUp(p: readonly number[], factor: number): readonly number[] {
  const order = p.map((value, index) => ({ value, index })).sort((a, b) => b.value - a.value)
  const adjusted = [...p]
  let lowest = 1
  for (const [place, { value, index }] of order.entries()) {
    lowest = Math.min(lowest, (value * p.length * factor) / (p.length - place))
    adjusted[index] = lowest
  }
  return adjusted
}
