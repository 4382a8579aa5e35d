import type { Look } from '../domain/judging/comparison/look.ts'
import type { ComparedMetric } from '../domain/rollout/planned-comparison.ts'

/** Two versions that serve at the same time, and the looks that are asked for. */
export interface Groups {
  readonly baseline: string
  readonly canary: string
  /** Begin of the first look. */
  readonly from: Date
  /** What is not over by then is no look yet. */
  readonly to: Date
  /** Length of a look, milliseconds. */
  readonly look: number
  /** No more than so many. */
  readonly looks: number
}

/** A source that can hold two versions against each other. */
export interface Comparable {
  /**
   * The looks that are over, from the first on, numbered from 1, each with all metrics; latency in milliseconds. A group that reported nothing in a look is
   * null there. What is asked for twice with the same begin is the same, longer by the looks since; but sessions are missing in all looks until one of the
   * groups has a counter of crashes, and then in none because of that.
   * @throws Failure when the source is unreachable, refuses, answers something unreadable, or has no such metric.
   */
  looks(metrics: readonly ComparedMetric[], groups: Groups): Promise<readonly Look[]>
}
