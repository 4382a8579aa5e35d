import type { SentryRelease } from '../domain/observability/sentry-release.ts'

export interface Sentry {
  /**
   * Undefined when the organisation has no such release.
   * @throws Failure `unauthorised`, `rate-limited`, `server-error`, `bad-answer`, `timeout`, `connection`.
   */
  release(organization: string, version: string): Promise<SentryRelease | undefined>
}
