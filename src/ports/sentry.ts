/** What Sentry knows of one release. */
export interface SentryRelease {
  /** Slugs of the projects that the release belongs to. */
  readonly projects: readonly string[]
}

export interface Sentry {
  /**
   * Undefined when the organisation has no such release.
   * @throws Failure `unauthorised`, `rate-limited`, `server-error`, `bad-answer`, `timeout`, `connection`.
   */
  release(organization: string, version: string): Promise<SentryRelease | undefined>
}
