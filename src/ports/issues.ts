export interface Issue {
  readonly number: number
  readonly title: string
  readonly body: string
  readonly state: 'open' | 'closed'
  readonly url: string
  readonly labels: readonly string[]
  /** Written by a bot, an owner, a member or a collaborator: an outsider's marker means nothing. */
  readonly trusted: boolean
  /** Login of who closed it, where GitHub says so. */
  readonly closedBy: string | undefined
}

export interface NewIssue {
  readonly title: string
  readonly body: string
  readonly labels: readonly string[]
}

export interface IssueFilter {
  /** Only what changed at or after this time. */
  readonly since?: Date
  /** Only what carries this label. */
  readonly label?: string
}

export interface Issues {
  /**
   * All issues of the repository in a state that hold the marker in their body, oldest first. Large repositories need
   * the filter: without it everything is listed. @throws Failure `too-many` beyond 2,000 listed issues.
   */
  withMarker(marker: string, state: 'open' | 'all', filter?: IssueFilter): Promise<readonly Issue[]>
  /**
   * Issues with the marker among the newest: the last 100 that a list shows, and those beyond them that no list shows
   * yet, read one by one.
   */
  newest(marker: string): Promise<readonly Issue[]>
  /** @throws Failure; `absent`, `gone` or `moved` when the repository does not have it any more. */
  get(number: number): Promise<Issue>
  /** Without labels that are too long, without any when GitHub refuses them; the answer tells which labels it has. */
  create(issue: NewIssue): Promise<Issue>
  update(number: number, change: Partial<NewIssue> & { state?: 'open' | 'closed' }): Promise<Issue>
  comment(number: number, body: string): Promise<void>
}
