import { readFileSync } from 'node:fs'

/** A case in which a server does not do what GitHub does. */
export interface CaseDifference {
  readonly case: string
  readonly title: string
  readonly document: string
  readonly right: string
  readonly expected: unknown
  readonly observed: unknown
}

/** A way in which answers of the sandbox differ from recorded ones of GitHub. */
export interface RecordedDifference {
  /** As `differences` says it, from the last member of the path on. */
  readonly difference: string
  readonly right: string
  readonly because: string
  readonly document: string
  /** Where it is seen. */
  readonly conversations: readonly string[]
}

interface Named {
  readonly emulate: { readonly version: string; readonly differences: readonly CaseDifference[] }
  readonly fixtures: {
    readonly version: string
    readonly differences: readonly RecordedDifference[]
    readonly unused: readonly { readonly conversation: string; readonly because: string }[]
  }
}

/** The table that `docs/sandbox-differences.md` shows. */
export const named: Named = JSON.parse(
  readFileSync(new URL('../data/github-differences.json', import.meta.url), 'utf8'),
)
