/** Looks by which an event may be reported late, in the mean. */
const DELAYS = [0, 2, 6, 15]

/**
 * The canary's share of what an event reported now may have happened to, where nobody knows how late events are reported: the largest share over several
 * mean delays, so that a ramp of traffic does not read as a fault.
 */
export class ReportedLater {
  readonly #sums = DELAYS.map(() => ({ baseline: 0, canary: 0 }))

  /** @returns 0…1; NaN before anything could have happened. */
  next(totals: { readonly baseline: number; readonly canary: number }): number {
    let most = Number.NaN
    for (const [i, sum] of this.#sums.entries()) {
      const kept = (DELAYS[i] as number) / ((DELAYS[i] as number) + 1)
      sum.baseline = kept * sum.baseline + totals.baseline
      sum.canary = kept * sum.canary + totals.canary
      const share = sum.canary / (sum.baseline + sum.canary)
      if (!(share <= most)) most = Number.isNaN(share) ? most : share
    }
    return most
  }
}
