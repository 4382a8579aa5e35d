/** What all pairs (x, y) of two samples look like together; whole numbers, exact up to 2⁵³ pairs. */
export interface Pairs {
  /** Pairs with x > y. */
  readonly above: number
  /** Pairs with x = y. */
  readonly equal: number
  /** Sum over the groups of equal values of t³ − t; 0 without ties. */
  readonly tieTerm: number
}

/** The values in ascending order, for functions that need them so. NaN goes last. */
export function ascending(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort()
}

/** In one walk through both samples, each sorted upwards; NaN where a value is. */
export function comparePairs(x: Float64Array, y: Float64Array): Pairs {
  let [above, equal, tieTerm] = [0, 0, 0]
  let [i, j] = [0, 0]
  while (i < x.length || j < y.length) {
    const value = i < x.length && !(at(y, j) < at(x, i)) ? at(x, i) : at(y, j)
    if (Number.isNaN(value)) return { above: value, equal: value, tieTerm: value }
    const inX = runOf(x, i, value)
    const inY = runOf(y, j, value)
    above += inX * j
    equal += inX * inY
    tieTerm += (inX + inY) ** 3 - (inX + inY)
    i += inX
    j += inY
  }
  return { above, equal, tieTerm }
}

/** How many values from `start` on are `value`. */
function runOf(sorted: Float64Array, start: number, value: number): number {
  let end = start
  while (end < sorted.length && at(sorted, end) === value) end++
  return end - start
}

const at = (values: Float64Array, i: number) => values[i] ?? Number.POSITIVE_INFINITY
