/** What is asked about one metric. */
export type Question =
  | 'level'
  | 'events'
  | 'spread'
  | 'shape'
  | 'tail'
  | 'events rate'
  | 'history'
  | 'limit'

/** What the samples say to one question. */
export interface Answer {
  readonly question: Question
  /** The chance of samples that are as bad or worse if the canary is no worse than allowed: a small one is evidence against it. */
  readonly against: number
  /**
   * The chance of samples that are as good or better if the canary is worse than allowed: a small one is evidence for it. Null where the
   * question only raises an alarm, and does not keep anything from passing.
   */
  readonly within: number | null
}

/** Both chances of a question. */
export interface Tails {
  readonly against: number
  readonly within: number
}

/** How much of a metric's alpha each question has beside others. Most where it finds most. */
export const SHARES: Readonly<Record<Question, number>> = {
  level: 6,
  events: 6,
  'events rate': 6,
  history: 6,
  limit: 6,
  spread: 2,
  shape: 1,
  tail: 1,
}

/** The answer to a question about a change for the worse in either direction, from the answers of both. */
export function eitherWay(up: Tails, down: Tails): Tails {
  return {
    against: Math.min(1, 2 * Math.min(up.against, down.against)),
    within: Math.max(up.within, down.within),
  }
}
