/** A note at a line of a file, or at a job's log. */
export interface Annotation {
  readonly path: string
  readonly startLine: number
  readonly endLine: number
  readonly level: 'notice' | 'warning' | 'failure'
  readonly title: string | null
  readonly message: string
  readonly rawDetails: string | null
}

/** What a check says about itself; the texts are Markdown. */
export interface CheckOutput {
  readonly title: string | null
  readonly summary: string | null
  readonly text: string | null
}

/** A check of one commit: an App makes it, or GitHub for each job of a run. */
export interface CheckRun {
  readonly id: number
  name: string
  readonly headSha: string
  externalId: string
  detailsUrl: string | null
  status: string
  conclusion: string | null
  startedAt: string
  completedAt: string | null
  output: CheckOutput
  readonly annotations: Annotation[]
  /** Login of the App. */
  readonly app: string
  /** The run whose suite it is in; the commit's own suite otherwise. */
  readonly suite: number
}
