/** Which way a difference counts; `greater`: the first sample tends to have the greater values. */
export type Alternative = 'greater' | 'less' | 'two-sided'

/** The p of the alternative from both tails; two-sided is twice the smaller one, at most 1. */
export function pickTail(
  tails: { readonly greater: number; readonly less: number },
  alternative: Alternative,
): number {
  const { greater, less } = tails
  return Math.min(1, alternative === 'two-sided' ? 2 * Math.min(greater, less) : tails[alternative])
}
