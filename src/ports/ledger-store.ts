/** One commit on the ledger's branch: the branch is the only lock. */
export interface LedgerCommit {
  /** The head that this commit was decided on. */
  readonly expectedHead: string
  readonly message: string
  readonly additions: readonly { readonly path: string; readonly text: string }[]
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

export interface LedgerFile {
  readonly path: string
  /** Git's name of the content. */
  readonly blob: string
}

/** The branch `release-ledger` of the consumer's repository. Every read is at one commit. */
export interface LedgerStore {
  /** Commit at the head of the branch, undefined when there is no branch yet. */
  head(): Promise<string | undefined>
  /** Create the branch with its root commit. Resolves with the head, also when another run was faster. */
  create(): Promise<string>
  /** All files at a commit. @throws Failure `truncated`, `bad-answer` where the list is not whole. */
  files(head: string): Promise<readonly LedgerFile[]>
  /** Text of one content. */
  read(blob: string): Promise<string>
  /** @throws Failure `refused` with GitHub's text for everything but a lost race and a lost answer. */
  commit(commit: LedgerCommit): Promise<CommitResult>
}
