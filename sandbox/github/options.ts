import type { Limits } from './limits.ts'

/** What a token may do, a resource each; `write` includes `read`. */
export type Permissions = Readonly<Record<string, 'read' | 'write'>>

/** Who stands behind a token: `app` is GITHUB_TOKEN or an App's installation, `user` a person. */
export interface TokenOptions {
  readonly login: string
  readonly kind: 'user' | 'app'
  readonly permissions: Permissions
  /** Full names of the repositories that it may act on; all of the sandbox unless given. */
  readonly repositories?: readonly string[]
}

/** A collaborator's role, as GitHub names it. */
export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read'

/** One team of an organisation. */
export interface TeamOptions {
  /** Login of the organisation. */
  readonly organization: string
  readonly slug: string
  /** Slug of the team above it, whose members are those of this one too. */
  readonly parent?: string
  /** Only its members and Apps see it. */
  readonly isSecret?: boolean
  /** Logins of its own members; `pending` where the invitation is not accepted. */
  readonly members?: Readonly<Record<string, 'active' | 'pending'>>
}

/** One rule over branches. `branch` is a name or a prefix that ends in `*`. */
export interface BranchRule {
  readonly branch: string
  /** Name of the ruleset that holds it; `branches` unless given. */
  readonly ruleset?: string
  /** The older branch protection instead of a ruleset: `rules/branches` does not show it. */
  readonly isProtection?: boolean
  /** Logins whom the rule does not stop. GitHub refuses `github-actions[bot]` here: it stops GITHUB_TOKEN always. */
  readonly bypass?: readonly string[]
  readonly type:
    | 'creation'
    | 'update'
    | 'deletion'
    | 'non_fast_forward'
    | 'pull_request'
    | 'required_signatures'
    | 'required_status_checks'
  /** Contexts of `required_status_checks`. */
  readonly contexts?: readonly string[]
}

/** An environment and the rules that protect it; without rules it lets every job pass. */
export interface EnvironmentOptions {
  readonly name: string
  /** Logins that may approve; given means the rule `required_reviewers` stands. */
  readonly reviewers?: readonly string[] | undefined
  readonly preventSelfReview?: boolean
  /** Minutes, 1 to 43,200. */
  readonly waitTimer?: number | undefined
  /** Only protected branches may deploy. */
  readonly protectedBranches?: boolean
}

/** One repository of the sandbox. Its git data is the bare repository `gitDir`. */
export interface RepositoryOptions {
  /** `owner/name`. */
  readonly fullName: string
  readonly gitDir: string
  readonly private?: boolean
  readonly defaultBranch?: string
  readonly hasIssues?: boolean
  /** Published releases and their assets cannot be changed. */
  readonly immutableReleases?: boolean
  /** GitHub keeps attestations of it: where it is public unless given. */
  readonly hasAttestations?: boolean
  /** Whatever holds a known kind of token is refused, as secret scanning does it. */
  readonly pushProtection?: boolean
  /** Entries after which a recursive tree is `truncated`: 100,000 as on GitHub unless given. */
  readonly treeLimit?: number
  readonly labels?: readonly string[]
  readonly environments?: readonly EnvironmentOptions[]
  readonly rules?: readonly BranchRule[]
  readonly collaborators?: Readonly<Record<string, Role>>
}

/** A run that waits to be carried out; the inputs are checked and completed with their defaults. */
export interface RunStart {
  /** `owner/name`. */
  readonly repository: string
  readonly runId: number
  readonly runNumber: number
  /** Path of the workflow file inside the repository. */
  readonly workflow: string
  readonly event: 'workflow_dispatch' | 'release' | 'push'
  /** Full ref. */
  readonly ref: string
  readonly sha: string
  readonly inputs: Readonly<Record<string, string>>
  /** What the event adds to the payload. */
  readonly payload: Readonly<Record<string, unknown>>
  readonly actor: string
  readonly triggeringActor: string
  readonly attempt: number
  /** Take over what was successful in the attempt before. */
  readonly onlyFailed: boolean
  /** Environment and who approved it in this run. */
  readonly approvals: Readonly<Record<string, string>>
}

/** Who carries runs out: GitHub's own runners, or what stands for them. */
export interface Runner {
  /** Begins a run and comes back at once; what happens is told to `GitHub.report`. */
  start(run: RunStart): void
  /** Asks a run to end, as GitHub's button does. */
  cancel(runId: number): void
}

/** The workflow artifacts of runs: what `GET …/artifacts` lists. */
export interface ArtifactSource {
  artifacts(): readonly {
    readonly id: number
    readonly name: string
    readonly size: number
    readonly digest: string
    readonly runId: string
    readonly createdAt: string
  }[]
  read(name: string): Promise<Uint8Array>
}

/** How the sandbox's GitHub starts. */
export interface GitHubOptions {
  readonly repositories: readonly RepositoryOptions[]
  readonly tokens?: Readonly<Record<string, TokenOptions>>
  /** Logins that are organisations; the others are people. */
  readonly organizations?: readonly string[]
  readonly teams?: readonly TeamOptions[]
  /** The time of every object; the machine's clock unless given. */
  readonly clock?: () => Date
  /** Base of the pages (`html_url`); the API's own address unless given. */
  readonly serverUrl?: string
  /**
   * Host name of the pages on the API's port, for example `github.localhost`: by that suffix
   * `@actions/artifact` tells a test server from GitHub Enterprise, where it refuses to work.
   */
  readonly serverHost?: string
  /** Port on 127.0.0.1; a free one unless given. */
  readonly port?: number
  /** A unix socket to listen on as well: the way in for `gh`, which refuses plain HTTP. */
  readonly socketPath?: string
  /** Without one, runs stay queued. */
  readonly runner?: Runner
  /** Without one, no run has artifacts. */
  readonly artifacts?: ArtifactSource
  /**
   * How much clients may do: `githubLimits` for GitHub's own numbers. Without it there is no limit and no header
   * about one, as on an Enterprise server: a sandbox whose seconds stand for hours would trip over real numbers.
   */
  readonly limits?: Limits
}
