/** Pairs of places i < j with values[i] > values[j], counted while merging: O(n log n). W. Knight, JASA 61, 1966. */
export function inversions(values: readonly number[]): number {
  let from = Float64Array.from(values)
  let into = new Float64Array(values.length)
  let count = 0
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width)
      count += merge(from, into, start, width)
    ;[from, into] = [into, from]
  }
  return count
}

/** Merges two sorted runs; each value of the second one stands before what is left of the first. */
function merge(from: Float64Array, into: Float64Array, start: number, width: number): number {
  const middle = Math.min(start + width, from.length)
  const end = Math.min(start + 2 * width, from.length)
  let [i, j, count] = [start, middle, 0]
  for (let place = start; place < end; place++) {
    const isSecond = j < end && (i >= middle || (from[j] ?? 0) < (from[i] ?? 0))
    if (isSecond) count += middle - i
    into[place] = from[isSecond ? j++ : i++] ?? Number.NaN
  }
  return count
}
