import type { Failure } from '../domain/failure.ts'
import type { Objective, Unit } from '../domain/judging/objective.ts'
import type { Interval } from '../domain/statistics/interval.ts'
import type { Comparable } from './comparable.ts'

/** What one look at one objective saw. */
export interface Reading {
  /** In the objective's base unit (ratio 0..1, milliseconds, count); NaN when the source has no value. */
  readonly value: number
  /** Requests (or other observations) behind the value; 0 when nothing was seen. */
  readonly samples: number
  /** Where the true value lies, as far as the samples tell, in the same unit; absent where the source does not say. */
  readonly interval?: Interval | undefined
  /** The query or probe as it was sent. */
  readonly question: string
  /** When the newest observation was made, milliseconds since 1970; absent where the source does not say. */
  readonly at?: number
  /** The source remembers nothing before this, milliseconds since 1970; absent where it does not say. */
  readonly since?: number
  /** Unit of the value, where the source says so; it is compared with the objective's. */
  readonly unit?: Unit
}

export interface Window {
  readonly version: string
  /** Start of the window. */
  readonly from: Date
  readonly to: Date
  /** When the release of the version began; absent where nobody knows. */
  readonly releasedAt?: Date | undefined
}

/** A source of the objectives' values for one version. */
export interface Metrics {
  /** Absent where two versions cannot be held against each other. */
  readonly comparable?: Comparable
  /**
   * Why these objectives, and two versions where nothing else is asked for, cannot all be read: no provider, or one without its address or its secret.
   * Undefined, or absent, where every read can be tried.
   */
  readonly unavailable?: (objectives: readonly Objective[]) => Failure | undefined
  /** @throws Failure when the source is unreachable, refuses or answers something unreadable. */
  read(objective: Objective, window: Window): Promise<Reading>
}
