/** A function value at a place. */
interface Point {
  readonly at: number
  readonly value: number
}

/** The two ends of what is searched, the newest first, and the one before them. */
interface Search {
  readonly a: Point
  readonly b: Point
  readonly old: Point
}

/**
 * Where a continuous function that grows from `low` to `high` crosses 0, to the last few digits of the place; the bound
 * itself where it does not cross. Bisection that takes the steps of inverse quadratic interpolation while they help:
 * T. Chandrupatla, "A new hybrid quadratic/bisection algorithm", Advances in Engineering Software 28, 1997.
 */
export function rootOf(grows: (at: number) => number, low: number, high: number): number {
  const point = (at: number): Point => ({ at, value: grows(at) })
  const [a, b] = [point(high), point(low)]
  if (b.value >= 0) return low
  if (a.value <= 0) return high
  let search: Search = { a, b, old: b }
  let share = 0.5
  for (let i = 0; i < 200; i++) {
    search = moved(search, point(search.a.at + share * (search.b.at - search.a.at)))
    const least = leastShare(search)
    if (!(least < 0.5)) break
    share = Math.min(1 - least, Math.max(least, nextShare(search)))
  }
  return bestOf(search).at
}

function moved({ a, b }: Search, next: Point): Search {
  const isSameSide = next.value > 0 === a.value > 0
  return { a: next, b: isSameSide ? b : a, old: isSameSide ? a : b }
}

const bestOf = ({ a, b }: Search) => (Math.abs(a.value) < Math.abs(b.value) ? a : b)

/** The share of the interval that rounding cannot tell from nothing; all of it where the root is found. */
function leastShare(search: Search): number {
  const best = bestOf(search)
  if (best.value === 0) return 1
  return (4 * Number.EPSILON * Math.abs(best.at)) / Math.abs(search.b.at - search.a.at)
}

/** How far from a to b to look next: where the parabola through all three points says, if they lie well for one. */
function nextShare({ a, b, old }: Search): number {
  const xi = (a.at - b.at) / (old.at - b.at)
  const phi = (a.value - b.value) / (old.value - b.value)
  if (!(phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi)) return 0.5
  const toB = (a.value / (b.value - a.value)) * (old.value / (b.value - old.value))
  const toOld = (a.value / (old.value - a.value)) * (b.value / (old.value - b.value))
  return toB + ((old.at - a.at) / (b.at - a.at)) * toOld
}
