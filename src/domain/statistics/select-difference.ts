/** Below so many candidates they are sorted rather than divided further. */
const FEW = 1000
const GUESSES = 256
/** How many guesses the pivots lie away from the place: it is nearly always between them. */
const MARGIN = 4

/**
 * The difference x − y at one place in the ascending order of all pairs' differences, counted from 0, without making
 * them all; NaN where there is no such place or a value is infinite or no number. `x` and `y` are sorted upwards, so a row of differences x[i] − y is sorted
 * too, and one walk along the rows counts how many lie below a value: D. Johnson, T. Mizoguchi, "Selecting the Kth element
 * in X + Y", SIAM J. Computing 7, 1978. The pivots are two of a few candidates, so O(n log n) is expected, not certain.
 */
export function differenceAt(x: Float64Array, y: Float64Array, place: number): number {
  if (!(place >= 0 && place < x.length * y.length && isAllFinite(x) && isAllFinite(y)))
    return Number.NaN
  const rows = { x, y: y.toReversed() }
  let span: Span = { low: start(x.length, 0), high: start(x.length, y.length) }
  for (let round = 1; sizeOf(span) > FEW; round++) {
    for (const pivot of around(rows, span, place, round)) {
      const rest = narrowed(rows, span, place, pivot)
      if (rest === undefined) return pivot
      span = rest
    }
  }
  return candidates(rows, span)[place - span.low.count] ?? Number.NaN
}

/** The difference after the one at `place`, which has the value `difference`; Infinity after the last. */
export function differenceAfter(
  x: Float64Array,
  y: Float64Array,
  place: number,
  difference: number,
): number {
  const rows = { x, y: y.toReversed() }
  const upTo = borderOf(rows, difference, true)
  if (upTo.count > place + 1) return difference
  let next = Number.POSITIVE_INFINITY
  for (const [i, end] of upTo.ends.entries())
    if (end < y.length) next = Math.min(next, differenceIn(rows, i, end))
  return next
}

/** Sorted upwards, so what is not finite stands at an end. */
function isAllFinite(sorted: Float64Array): boolean {
  return Number.isFinite(sorted[0]) && Number.isFinite(sorted.at(-1))
}

/** Row i holds x[i] − y[j], which grows with j as `y` falls. */
interface Rows {
  readonly x: Float64Array
  readonly y: Float64Array
}

const differenceIn = ({ x, y }: Rows, i: number, j: number) =>
  (x[i] ?? Number.NaN) - (y[j] ?? Number.NaN)

/** Where each row is divided, and how many differences lie before that in all rows. */
interface Border {
  /** Differences below this value lie before it, or up to it. */
  readonly at: number
  readonly ends: Int32Array
  readonly count: number
}

/** What is left to choose from lies between two borders. */
interface Span {
  readonly low: Border
  readonly high: Border
}

const start = (rows: number, end: number): Border => ({
  at: Number.NaN,
  ends: new Int32Array(rows).fill(end),
  count: rows * end,
})

const sizeOf = ({ low, high }: Span) => high.count - low.count

/**
 * The candidates on the side of the pivot where the place is; undefined where the pivot itself is the answer. What equals the pivot stays
 * with what is above it, so that one walk is enough, unless nothing lies below.
 */
function narrowed(rows: Rows, span: Span, place: number, pivot: number): Span | undefined {
  const below = borderOf(rows, pivot, false)
  if (place < below.count) return { low: span.low, high: below }
  if (below.count > span.low.count) return { low: below, high: span.high }
  const upTo = borderOf(rows, pivot, true)
  return place < upTo.count ? undefined : { low: upTo, high: span.high }
}

/** Before the border lies what is below the pivot, or up to it where `inclusive`: rows further down hold less of it. */
function borderOf({ x, y }: Rows, pivot: number, inclusive: boolean): Border {
  const ends = new Int32Array(x.length)
  let count = 0
  let j = y.length
  for (let i = 0; i < ends.length; i++) {
    const value = x[i] ?? Number.NaN
    while (j > 0) {
      const last = value - (y[j - 1] ?? Number.NaN)
      if (last < pivot || (inclusive && last === pivot)) break
      j--
    }
    ends[i] = j
    count += j
  }
  return { at: pivot, ends, count }
}

/**
 * One value a little below the place and one a little above: of some candidates, spread over all of them; once two values are known to enclose
 * few of all, on the straight line between these.
 */
function around(rows: Rows, span: Span, place: number, round: number): readonly number[] {
  const line = round === 2 ? onLine(span, place) : []
  if (line.length > 0) return line
  const found = spread(rows, span, round).sort()
  const middle = ((place - span.low.count) / sizeOf(span)) * GUESSES
  const pick = (k: number) => found[Math.min(GUESSES - 1, Math.max(0, Math.floor(k)))] ?? Number.NaN
  return [...new Set([pick(middle - MARGIN), pick(middle + MARGIN)])]
}

/** As far from the place as counts of so many candidates scatter around a line; none before both ends have a value. */
function onLine(span: Span, place: number): readonly number[] {
  const { low, high } = span
  const slope = (high.at - low.at) / sizeOf(span)
  const middle = low.at + (place - low.count) * slope
  const reach = 2 * Math.sqrt(sizeOf(span)) * slope
  return reach > 0 && Number.isFinite(reach) ? [middle - reach, middle + reach] : []
}

/** Candidates at even distances; the golden ratio moves them a little further each round. */
function spread(rows: Rows, { low, high }: Span, round: number): Float64Array {
  const step = (high.count - low.count) / GUESSES
  const first = ((round * 0.6180339887498949) % 1) * step
  const found = new Float64Array(GUESSES)
  let [k, seen] = [0, 0]
  for (let i = 0; i < rows.x.length; i++) {
    const end = high.ends[i] ?? 0
    seen += end - (low.ends[i] ?? 0)
    while (k < GUESSES && Math.floor(first + k * step) < seen) {
      found[k] = differenceIn(rows, i, end - (seen - Math.floor(first + k * step)))
      k++
    }
  }
  return found
}

function candidates(rows: Rows, span: Span): Float64Array {
  const { low, high } = span
  const found = new Float64Array(sizeOf(span))
  let k = 0
  for (let i = 0; i < rows.x.length; i++)
    for (let j = low.ends[i] ?? 0; j < (high.ends[i] ?? 0); j++)
      found[k++] = differenceIn(rows, i, j)
  return found.sort()
}
