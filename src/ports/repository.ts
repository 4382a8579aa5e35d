/** `ahead`: it came later and holds all of the other. `diverged`: neither holds the other. */
export type Relation = 'ahead' | 'behind' | 'identical' | 'diverged'

export interface Repository {
  /** Text of a file at the head of the default branch; undefined when it does not exist there. */
  defaultFile(path: string): Promise<string | undefined>
  /** Commit of a tag; undefined when there is no such tag. */
  tagCommit(tag: string): Promise<string | undefined>
  /** The commit that a text of 7 to 40 hex digits names, whole; undefined when there is no such commit. */
  commit(sha: string): Promise<string | undefined>
  /** How `head` stands to `base` in git's history; undefined when one of them does not exist. */
  relation(base: string, head: string): Promise<Relation | undefined>
  /** Create a branch at a commit. `refused` where the token may not. */
  createBranch(name: string, commit: string): Promise<'created' | 'there already' | 'refused'>
  /** `admin`, `write`, `read` or `none`. */
  permission(login: string): Promise<string>
  /** Role in the repository, for example `maintain`, or one that the organisation has made; `none` for strangers. */
  role(login: string): Promise<string>
  /** Types of the rules that hold for a branch. */
  branchRules(branch: string): Promise<readonly string[]>
}
