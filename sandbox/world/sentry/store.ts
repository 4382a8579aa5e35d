/** A release as Sentry keeps it. */
export interface SentryRelease {
  readonly id: number
  readonly version: string
  readonly projects: readonly string[]
  readonly ref: string | null
  readonly url: string | null
  readonly dateCreated: string
  readonly dateStarted: string | null
  readonly dateReleased: string | null
  readonly deploys: readonly Deploy[]
}

export interface Deploy {
  readonly id: string
  readonly environment: string
  readonly name: string | null
  readonly url: string | null
  readonly dateFinished: string
}

/** Sessions of one release, as clients have reported them. */
export interface SessionCounts {
  readonly total: number
  readonly crashed: number
  readonly users: number
  readonly crashedUsers: number
}

export interface SentryIssue {
  readonly title: string
  readonly level: 'fatal' | 'error' | 'warning'
  readonly status: 'unresolved' | 'resolved' | 'ignored'
  /** Release in which the issue was seen first. */
  readonly firstRelease: string
  readonly count: number
  readonly userCount: number
}

/** Events of one release with one message. */
export interface SentryEvents {
  readonly release: string
  readonly message: string
  readonly count: number
}

/** The state of one organisation. */
export interface SentryStore {
  readonly releases: Map<string, SentryRelease>
  readonly sessions: Map<string, SessionCounts>
  readonly issues: SentryIssue[]
  readonly events: SentryEvents[]
}

export function emptyStore(): SentryStore {
  return { releases: new Map(), sessions: new Map(), issues: [], events: [] }
}
