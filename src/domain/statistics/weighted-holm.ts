/** A p value, and how much of alpha its question has beside the others: above 0, in any unit. */
export interface WeightedP {
  readonly p: number
  readonly weight: number
}

/**
 * Holm's adjustment where some questions matter more than others, in the order given: the chance that any of them is answered wrongly
 * stays below alpha when each adjusted p is held against it. S. Holm, "A simple sequentially rejective multiple test procedure",
 * Scandinavian Journal of Statistics 6, 1979, §4.
 */
export function weightedHolm(questions: readonly WeightedP[]): readonly number[] {
  const order = questions
    .map(({ p, weight }, index) => ({ share: p / weight, weight, index }))
    .sort((a, b) => a.share - b.share)
  const adjusted = questions.map(({ p }) => p)
  // From the end, so that the weights that are left are summed from the smallest set on.
  const left: number[] = []
  for (let i = order.length - 1, sum = 0; i >= 0; i--) left[i] = sum += order[i]?.weight ?? 0
  let highest = 0
  for (const [rank, { share, index }] of order.entries()) {
    highest = Math.max(highest, Math.min(1, share * (left[rank] ?? 0)))
    adjusted[index] = highest
  }
  return adjusted
}
