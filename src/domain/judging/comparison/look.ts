/** Requests of one group in one look, by how long they took. */
export interface TimedRequests {
  /** How many fell into each bucket, one more than there are bounds: the last one has no upper end. */
  readonly buckets: readonly number[]
}

/** Bad events of one group in one look. */
export interface CountedEvents {
  readonly bad: number
  /** What they happened to: requests, sessions, pod-minutes. */
  readonly total: number
}

/** Readings of one group in one look; null where a reading was lost. */
export interface MeasuredValues {
  readonly values: readonly (number | null)[]
}

interface Sides<T> {
  /** Unique among the metrics of a look. */
  readonly name: string
  /** Null where the group reported nothing. */
  readonly baseline: T | null
  readonly canary: T | null
}

/** Latency; `bounds` are the finite upper ends of the buckets, rising, above 0, in any unit. */
export interface LatencyLook extends Sides<TimedRequests> {
  readonly kind: 'latency'
  readonly bounds: readonly number[]
}

/**
 * `errors`: requests that failed. `restarts`: pods that restarted. `sessions`: those that crashed, which may be reported looks after they began, so
 * that there may be more bad ones than there are.
 */
export interface CountsLook extends Sides<CountedEvents> {
  readonly kind: 'errors' | 'restarts' | 'sessions'
}

/** `gauge`: a level above 0, for example a saturation. `lag`: a queue that waits, 0 or more. */
export interface ReadingsLook extends Sides<MeasuredValues> {
  readonly kind: 'gauge' | 'lag'
}

/** What one metric said in one look, of this look only. More is worse. */
export type MetricLook = LatencyLook | CountsLook | ReadingsLook

/** Everything that was read at one time; looks come once a minute, in order. */
export interface Look {
  /** Minutes since the canary got traffic, from 1. */
  readonly minute: number
  readonly metrics: readonly MetricLook[]
}
