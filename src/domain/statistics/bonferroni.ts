/**
 * Bonferroni's adjustment of p values: each times their number, at most 1. Holm's finds more and promises the same; this
 * one also holds for intervals (C. Bonferroni, "Teoria statistica delle classi e calcolo delle probabilità", 1936).
 */
export function bonferroni(p: readonly number[]): readonly number[] {
  return p.map((value) => Math.min(1, value * p.length))
}
