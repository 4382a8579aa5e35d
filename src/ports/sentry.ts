/** What Sentry knows of one release. */
export interface SentryRelease {
  /** Slugs of the projects that the release belongs to. */
  readonly projects: readonly string[]
  readonly isArchived: boolean
  /** Whether it has a date on which it was released: `sentry-cli releases finalize` gives it one. */
  readonly isFinalized: boolean
}

export interface Sentry {
  /**
   * Undefined when the organisation has no such release.
   * @throws Failure `unauthorised`, `rate-limited`, `server-error`, `bad-answer`, `timeout`, `connection`.
   */
  release(organization: string, version: string): Promise<SentryRelease | undefined>
}
