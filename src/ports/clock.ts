/** Time as the core sees it. */
export interface Clock {
  now(): Date
  /** Resolves after `ms` milliseconds, or at once when the signal of the run is aborted. */
  sleep(ms: number): Promise<void>
}
