import type { BareRepository } from './git/bare.ts'
import type { BranchRule, EnvironmentOptions, Role, TokenOptions } from './options.ts'
import type { CheckRun } from './runs/check-run.ts'
import type { WorkflowRun } from './runs/run.ts'

/** The token behind a request; `anonymous` when none was sent. */
export type Token = TokenOptions | AnonymousToken

/** A request without a token: it reads what is public. */
export interface AnonymousToken {
  readonly login: ''
  readonly kind: 'anonymous'
  readonly permissions: Readonly<Record<string, never>>
}

export interface Label {
  readonly id: number
  readonly name: string
  readonly color: string
  readonly description: string | null
  readonly createdAt: string
}

export interface Comment {
  readonly id: number
  readonly login: string
  body: string
  readonly createdAt: string
  updatedAt: string
}

export interface Issue {
  readonly id: number
  readonly number: number
  readonly login: string
  title: string
  body: string | null
  state: 'open' | 'closed'
  stateReason: string | null
  labels: string[]
  assignees: string[]
  comments: Comment[]
  isLocked: boolean
  readonly createdAt: string
  updatedAt: string
  closedAt: string | null
  closedBy: string | null
}

export interface Asset {
  readonly id: number
  name: string
  label: string | null
  readonly contentType: string
  /** `starter` until all bytes are there: it takes its name, and has no bytes. */
  state: 'starter' | 'uploaded'
  bytes: Uint8Array
  /** `sha256:` and 64 hex digits; null before the upload is complete. */
  digest: string | null
  readonly login: string
  readonly createdAt: string
  updatedAt: string
  downloads: number
}

export interface Release {
  readonly id: number
  readonly login: string
  tagName: string
  targetCommitish: string
  name: string | null
  body: string | null
  draft: boolean
  prerelease: boolean
  immutable: boolean
  /** Whether it may be the latest one: GitHub's `make_latest`. */
  makeLatest: string
  readonly createdAt: string
  publishedAt: string | null
  updatedAt: string
  assets: Asset[]
}

export interface CommitStatus {
  readonly id: number
  readonly sha: string
  readonly state: 'error' | 'failure' | 'pending' | 'success'
  readonly context: string
  readonly description: string | null
  readonly targetUrl: string | null
  readonly login: string
  readonly createdAt: string
}

export interface DeploymentStatus {
  readonly id: number
  readonly state: string
  readonly description: string
  readonly environment: string
  readonly environmentUrl: string
  readonly logUrl: string
  readonly login: string
  readonly createdAt: string
}

export interface Deployment {
  readonly id: number
  readonly sha: string
  readonly ref: string
  readonly task: string
  readonly payload: unknown
  readonly environment: string
  readonly description: string | null
  readonly transient: boolean
  readonly production: boolean
  readonly login: string
  readonly createdAt: string
  updatedAt: string
  readonly statuses: DeploymentStatus[]
}

/** A protected place that jobs deploy to. */
export interface Environment extends EnvironmentOptions {
  readonly id: number
  readonly createdAt: string
}

/** A person's answer to a job that waits for an environment. */
export interface Approval {
  readonly environment: string
  readonly login: string
  readonly state: 'approved' | 'rejected'
  readonly comment: string
}

/** A signed statement about files. */
export interface Attestation {
  readonly id: number
  readonly bundle: unknown
  /** `sha256:<hex>` of its subjects. */
  readonly digests: readonly string[]
  readonly predicateType: string
}

/** Everything GitHub knows of one repository; what git knows is in `git`. */
export interface Repository {
  readonly id: number
  readonly owner: string
  readonly name: string
  readonly fullName: string
  readonly git: BareRepository
  readonly private: boolean
  readonly defaultBranch: string
  readonly hasIssues: boolean
  readonly immutableReleases: boolean
  readonly hasAttestations: boolean
  readonly pushProtection: boolean
  readonly treeLimit: number
  readonly rules: readonly BranchRule[]
  readonly collaborators: ReadonlyMap<string, Role>
  readonly environments: Map<string, Environment>
  readonly labels: Map<string, Label>
  readonly issues: Issue[]
  releases: Release[]
  /** Tags of immutable releases: never to be released again. */
  readonly burntTags: Set<string>
  readonly statuses: CommitStatus[]
  deployments: Deployment[]
  readonly attestations: Attestation[]
  readonly runs: Map<number, WorkflowRun>
  readonly checkRuns: CheckRun[]
  /** Commits that GitHub made and signed itself. */
  readonly signedCommits: Set<string>
  readonly createdAt: string
}
