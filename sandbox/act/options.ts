import type { Grace } from './cancellation.ts'
import type { RunEvent, WorkflowRun } from './outcome.ts'
import type { Permissions } from './permissions.ts'

/** An environment of the consumer's repository. */
export interface Environment {
  /** Logins that may approve; a job waits for one of them when the list is not empty. */
  readonly reviewers?: readonly string[]
  /** The login whose approval this run has. */
  readonly approvedBy?: string
  /** Names of branches that may deploy, `*` allowed; every branch when absent. */
  readonly branches?: readonly string[]
  readonly secrets?: Readonly<Record<string, string>>
  readonly vars?: Readonly<Record<string, string>>
}

/** Base URLs of the sandbox, without a slash at the end. */
export interface Urls {
  readonly server: string
  readonly api: string
  readonly graphql: string
  readonly results: string
}

/** Programs that are not part of the repository. */
export interface Tools {
  /** The act 0.2.89 binary. */
  readonly act: string
  /** Folder that holds the `node` of Node 24. */
  readonly node: string
}

/** One run of one workflow of a consumer's repository. */
export interface RunOptions {
  /** Root of the suite's repository. */
  readonly suite: string
  /** A checkout of the consumer's repository; jobs clone from it. */
  readonly consumer: string
  /** File name in the consumer's `.github/workflows`. */
  readonly workflow: string
  readonly event: 'workflow_dispatch' | 'schedule' | 'release' | 'push'
  /** Inputs of a dispatch, as typed or as text. */
  readonly inputs?: Readonly<Record<string, string | number | boolean>>
  /** Added to the event payload, for example `{ release: { tag_name } }` or `{ schedule }`. */
  readonly payload?: Readonly<Record<string, unknown>>
  readonly secrets: Readonly<Record<string, string>>
  readonly vars: Readonly<Record<string, string>>
  readonly environments: Readonly<Record<string, Environment>>
  readonly actor: string
  /** Who started this attempt; the actor unless given. */
  readonly triggeringActor?: string
  /** Full ref, for example `refs/heads/main`. */
  readonly ref: string
  readonly sha: string
  readonly runId: number
  readonly runAttempt: number
  readonly runNumber?: number
  /** `owner/name` of the consumer. */
  readonly repository: string
  readonly urls: Urls
  /** The token for the results service. */
  readonly runtimeToken: string
  /** Makes a token for the sandbox's GitHub that may do exactly this; `job` is the job's path. */
  readonly issueToken: (permissions: Permissions, job: string) => string
  /** What a workflow without `permissions` gets; `read` unless given. */
  readonly defaultPermissions?: 'read' | 'write'
  readonly tools: Tools
  /** An empty or absent folder for everything the run writes. */
  readonly workdir: string
  /** Commit of the suite, for `job.workflow_sha`. */
  readonly suiteSha?: string
  /** Further variables of every process, for example for coverage. */
  readonly env?: Readonly<Record<string, string>>
  readonly onEvent?: (event: RunEvent) => void
  /** Ends the run at once and its processes with it. */
  readonly signal?: AbortSignal
  /** Cancels as GitHub's button does: SIGINT, 7.5 s, SIGTERM, 2.5 s, kill; then the jobs with `always()`. */
  readonly cancel?: AbortSignal
  /** The times of a cancellation, only to make a test shorter. */
  readonly cancelGrace?: Grace
  readonly timeoutMs: number
  /** False runs a copy of the files as they are called; only for workflows in which no called job fails. */
  readonly flatten?: boolean
  /** Takes over what was successful in an earlier attempt, as "Re-run failed jobs" does. */
  readonly rerunFailedOf?: WorkflowRun
  /** How many legs a matrix may have whose values are known only in the run; 12 unless given. */
  readonly matrixSlots?: number
}
