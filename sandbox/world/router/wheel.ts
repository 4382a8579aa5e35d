/** A backend and its share of the traffic. */
export interface Backend {
  readonly name: string
  readonly url: string
  /** 0..100, in percent. */
  readonly weight: number
}

/** Gives each request its backend. */
export interface Wheel {
  /** The backend of the next request. */
  next(): Backend
}

/**
 * Smooth weighted round robin: of any 100 requests in a row that start with a fresh wheel each backend
 * gets exactly its weight, spread evenly, and one of weight 0 gets none. At least one weight is > 0.
 */
export function wheelOf(backends: readonly Backend[]): Wheel {
  const turns = backends.filter((b) => b.weight > 0).map((backend) => ({ backend, credit: 0 }))
  const total = turns.reduce((sum, { backend }) => sum + backend.weight, 0)
  return {
    next() {
      for (const turn of turns) turn.credit += turn.backend.weight
      const chosen = turns.reduce((best, turn) => (turn.credit > best.credit ? turn : best))
      chosen.credit -= total
      return chosen.backend
    },
  }
}
