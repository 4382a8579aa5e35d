import type { Audience } from '../domain/rollout/audience.ts'

/** Weight of each slot, percent, 0..100; the weights of all slots sum to 100. */
export type Weights = Readonly<Record<string, number>>

/** What a router holds at one moment. */
export interface Held {
  readonly weights: Weights
  /** To whom the weights apply; undefined for everybody. */
  readonly audience: Audience | undefined
}

export interface Traffic {
  /** @throws Failure when the router cannot be asked or answers something unreadable. */
  weights(): Promise<Weights>
  /** The same with the audience. Absent where the router knows weights only. @throws Failure */
  held?(): Promise<Held>
  /**
   * Set all weights, and the audience or everybody, and read them back.
   * @throws Failure, `not-held` when the router has something else afterwards.
   */
  shift(weights: Weights, audience?: Audience): Promise<void>
  /** The version that answers in a slot, asked of the slot itself; undefined when nothing answers there. */
  versionIn(slot: string): Promise<string | undefined>
}
