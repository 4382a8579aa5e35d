/** One commit on the ledger's branch: the branch is the only lock. */
export interface LedgerCommit {
  /** The head that this commit was decided on. */
  readonly expectedHead: string
  readonly message: string
  readonly additions: readonly { readonly path: string; readonly text: string }[]
  /** Attached files, as they are. */
  readonly files?: readonly { readonly path: string; readonly bytes: Uint8Array }[]
  readonly deletions: readonly string[]
}

/**
 * `stale`: somebody was faster, decide again. `unknown`: the answer was lost, read before anything else. `silent`: the same,
 * after all the time that a request is given.
 */
export type CommitResult =
  | { readonly kind: 'committed'; readonly head: string }
  | { readonly kind: 'stale' }
  | { readonly kind: 'unknown' | 'silent'; readonly reason: string }

/** Texts of files by their path from the root. */
export type LedgerTexts = ReadonlyMap<string, string>

/** The branch at one commit, with all that is small whatever was released before. */
export interface LedgerHead {
  readonly commit: string
  /** Everything below `open/`. */
  readonly open: LedgerTexts
}

/**
 * The branch `release-ledger` of the consumer's repository. Every read is at one commit and whole, and none costs more
 * for what is finished, but `names`. Folders end in a slash.
 */
export interface LedgerStore {
  /** The newest commit, undefined when there is no branch yet. @throws Failure `bad-answer` where a file is missing. */
  head(): Promise<LedgerHead | undefined>
  /** Create the branch with its root commit. Resolves also when another run was faster. */
  create(): Promise<void>
  /**
   * What lies in these folders at a commit; nothing for one that is proved to be missing.
   * @throws Failure `bad-answer` where a file is missing or is not as the commit has it.
   */
  files(commit: string, folders: readonly string[]): Promise<LedgerTexts>
  /** Names of what lies directly in a folder at a commit, in no order: it grows with the folder. @throws Failure */
  names(commit: string, folder: string): Promise<readonly string[]>
  /** @throws Failure `refused` with GitHub's text for everything but a lost race and a lost answer. */
  commit(commit: LedgerCommit): Promise<CommitResult>
}
