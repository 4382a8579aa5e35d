import type { MetricLook } from './look.ts'

/** Where one metric stands after the looks so far. */
export interface Standing {
  /** Natural logarithm of its e-value against a healthy canary. */
  readonly logE: number
  /** The canary's level or risk over the baseline's; 1 where nothing was compared. */
  readonly effect: number
  /** Of ln(effect): 1 over its variance. */
  readonly information: number
  /** Requests, events' totals or readings of the canary. */
  readonly n: number
  /** Looks in which both groups could be compared. */
  readonly looks: number
  /** Looks since the last one of these; since the first look where there was none. */
  readonly silent: number
}

/** The evidence of one metric: fed look by look, never looking ahead. */
export interface MetricEvidence<T extends MetricLook> {
  add(look: T, minute: number): void
  standing(): Standing
}
