/** Weight of each slot, percent, 0..100; the weights of all slots sum to 100. */
export type Weights = Readonly<Record<string, number>>

export interface Traffic {
  /** @throws Failure when the router cannot be asked or answers something unreadable. */
  weights(): Promise<Weights>
  /** Set all weights and read them back. @throws Failure, `not-held` when the router has other weights afterwards. */
  shift(weights: Weights): Promise<void>
  /** The version that answers in a slot, asked of the slot itself; undefined when nothing answers there. */
  versionIn(slot: string): Promise<string | undefined>
}
