/** Ranks of all values of both samples together. */
export interface Midranks {
  /** Twice the rank of each value of `x`; tied values share the mean of their ranks, so only the double is whole. */
  readonly doubled: readonly number[]
  /** The same for all values of both samples. */
  readonly all: readonly number[]
  /** Sum over the groups of ties of t³ − t; 0 without ties. */
  readonly tieTerm: number
}

export function midranks(x: readonly number[], y: readonly number[]): Midranks {
  const sorted = [...x, ...y].sort((a, b) => a - b)
  const rank = new Map<number, number>()
  let tieTerm = 0
  for (let start = 0; start < sorted.length; ) {
    const value = sorted[start] ?? Number.NaN
    const next = sorted.findIndex((other, i) => i > start && other !== value)
    const end = next === -1 ? sorted.length : next
    const size = end - start
    rank.set(value, start + 1 + end)
    tieTerm += size ** 3 - size
    start = end
  }
  const doubled = (values: readonly number[]) => values.map((v) => rank.get(v) ?? Number.NaN)
  return { doubled: doubled(x), all: doubled([...x, ...y]), tieTerm }
}
