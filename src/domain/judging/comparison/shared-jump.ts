/** Own noise that comes with a change that both groups share, as a share of the change. */
const UNEVEN = 0.05
const KEPT = 0.8

/**
 * Variance that a look has because the service as a whole has just changed: an incident or a noisy neighbour hits two groups slightly unevenly. Read from
 * the baseline alone, so that a faulty canary cannot hide behind its own fault.
 */
export class SharedJump {
  #usual = Number.NaN

  /** @param level Logarithm of the baseline's level; NaN where it has none. */
  next(level: number): number {
    if (Number.isNaN(level)) return 0
    const jump = Number.isNaN(this.#usual) ? 0 : level - this.#usual
    this.#usual = Number.isNaN(this.#usual) ? level : KEPT * this.#usual + (1 - KEPT) * level
    return (UNEVEN * jump) ** 2
  }
}
