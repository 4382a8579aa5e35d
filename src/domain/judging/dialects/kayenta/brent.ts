/** A function value at a place. */
export interface Point {
  readonly at: number
  readonly value: number
}

/** Absolute, whatever the unit of the values: what makes Kayenta's verdict depend on it. */
const TOLERANCE = 1e-4
const EPSILON = 2.220446049250313e-16
const MOST_STEPS = 1001

/**
 * Where a function crosses 0 between two points, found as Kayenta finds it: the method of R. Brent, "Algorithms for Minimization without
 * Derivatives", 1973, as in R's zeroin, with Kayenta's tolerance, to the last digit.
 */
export function crossing(f: (at: number) => number, low: Point, high: Point): number {
  if (low.value === 0) return low.at
  let search: Search = { previous: low, best: high, opposite: low }
  for (let i = 0; i < MOST_STEPS; i++) {
    const last = search.best.at - search.previous.at
    search = bestFirst(search)
    const { best } = search
    const least = 2 * EPSILON * Math.abs(best.at) + TOLERANCE / 2
    const half = (search.opposite.at - best.at) / 2
    if (Math.abs(half) <= least || best.value === 0) break
    const step = atLeast(interpolated(search, last, least) ?? half, least)
    search = moved(search, { at: best.at + step, value: f(best.at + step) })
  }
  return search.best.at
}

/** The end with the smaller value is the one to go on from. */
function bestFirst({ previous, best, opposite }: Search): Search {
  if (Math.abs(opposite.value) >= Math.abs(best.value)) return { previous, best, opposite }
  return { previous: best, best: opposite, opposite: best }
}

/** The crossing stays between the newest point and one on the other side. */
function moved({ best, opposite }: Search, next: Point): Search {
  const isSameSide = Math.sign(next.value) * Math.sign(opposite.value) > 0
  return { previous: best, best: next, opposite: isSameSide ? best : opposite }
}

function atLeast(step: number, least: number): number {
  if (Math.abs(step) >= least) return step
  return step > 0 ? least : -least
}

interface Search {
  readonly previous: Point
  readonly best: Point
  readonly opposite: Point
}

/** The step of the secant, or of inverse quadratic interpolation; undefined where halving is the better one. */
function interpolated(search: Search, last: number, least: number): number | undefined {
  const { previous, best } = search
  if (!(Math.abs(last) >= least && Math.abs(previous.value) > Math.abs(best.value)))
    return undefined
  const width = search.opposite.at - best.at
  const [above, below] = quotient(search, width)
  const [p, q] = above > 0 ? [above, -below] : [-above, below]
  const isInside = p < 0.75 * width * q - Math.abs(least * q) / 2
  return isInside && p < Math.abs((last * q) / 2) ? p / q : undefined
}

function quotient(search: Search, width: number): readonly [number, number] {
  const { previous, best, opposite } = search
  const ofPrevious = best.value / previous.value
  if (previous.at === opposite.at) return [width * ofPrevious, 1 - ofPrevious]
  const q = previous.value / opposite.value
  const t = best.value / opposite.value
  const p = ofPrevious * (width * q * (q - t) - (best.at - previous.at) * (t - 1))
  return [p, (q - 1) * (t - 1) * (ofPrevious - 1)]
}
