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

/** One rule of a ruleset. `branch` is a name or a prefix that ends in `*`; nobody can bypass it. */
export interface BranchRule {
  readonly branch: string
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
  readonly reviewers?: readonly string[]
  readonly preventSelfReview?: boolean
  /** Minutes, 1 to 43,200. */
  readonly waitTimer?: number
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
  /** Entries after which a recursive tree is `truncated`: 100,000 as on GitHub unless given. */
  readonly treeLimit?: number
  readonly labels?: readonly string[]
  readonly environments?: readonly EnvironmentOptions[]
  readonly rules?: readonly BranchRule[]
  readonly collaborators?: Readonly<Record<string, Role>>
}

/** A dispatched workflow, after its inputs were checked and completed with their defaults. */
export interface Dispatch {
  readonly repository: string
  /** Path of the workflow file inside the repository. */
  readonly workflow: string
  readonly ref: string
  readonly inputs: Readonly<Record<string, string>>
  readonly runId: number
  readonly login: string
}

/** How the sandbox's GitHub starts. */
export interface GitHubOptions {
  readonly repositories: readonly RepositoryOptions[]
  readonly tokens?: Readonly<Record<string, TokenOptions>>
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
  /** Called for each accepted workflow dispatch. */
  readonly onDispatch?: (dispatch: Dispatch) => void
}
