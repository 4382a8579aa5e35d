import type { Failure } from '../domain/failure.ts'
import type { Objective } from '../domain/judging/objective.ts'
import type { Interval } from '../domain/statistics/interval.ts'

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
  /**
   * Why these objectives cannot all be read: no provider, or one without its address or its secret. Undefined, or absent,
   * where every read can be tried.
   */
  readonly unavailable?: (objectives: readonly Objective[]) => Failure | undefined
  /** @throws Failure when the source is unreachable, refuses or answers something unreadable. */
  read(objective: Objective, window: Window): Promise<Reading>
}
