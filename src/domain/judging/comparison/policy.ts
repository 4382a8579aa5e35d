/** What a comparison may be wrong about, what it calls healthy, and when it has seen enough. */
export interface ComparisonPolicy {
  /** A healthy canary may be stopped at any look, by any metric, with at most this chance. */
  readonly alpha: number
  /**
   * How much less evidence than 1/alpha stops, 1 or more. At 1 alpha is guaranteed for a service whose noise is healthy on average over the noises that are
   * called healthy; more is calibrated on simulated rollouts (docs/judging.md).
   */
  readonly relaxed: number
  /** Looks of the whole rollout. */
  readonly maxLooks: number
  /** Rises of a level up to this share need not be found. */
  readonly minEffect: number
  /** In these first minutes a higher level of the canary is expected; errors are not excused. */
  readonly warmupMinutes: number
  /** Below so many requests of the canary nothing is `pass`. */
  readonly minRequests: number
  /** What healthy groups may differ by. */
  readonly healthy: Healthy
}

/** Differences between two healthy groups, as shares of the level. */
export interface Healthy {
  /** For good. */
  readonly offset: number
  /** Standard deviation of each group's own noise from look to look, above 0. */
  readonly ownNoise: number
  /** Correlation of that noise between one look and the next, from 0, below 1. */
  readonly memory: number
}

/** What a rollout is judged by unless its plan says otherwise. */
export const DEFAULT_POLICY: ComparisonPolicy = {
  alpha: 0.01,
  relaxed: 4,
  maxLooks: 60,
  minEffect: 0.05,
  warmupMinutes: 2,
  minRequests: 100,
  healthy: { offset: 0.02, ownNoise: 0.025, memory: 0.8 },
}
