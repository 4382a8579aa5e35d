/** Characters. As much as an input of one line takes. */
const LONGEST = 4000

/** A reason as an output: it may quote the world, and other actions take it as an input of one line. */
export function reasonOutput(reason: string): string {
  return reason
    .replaceAll(/[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
    .toWellFormed()
}
