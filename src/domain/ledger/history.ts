import type { Fault } from './audit.ts'

/** One file that a commit touched. */
export interface Change {
  readonly path: string
  /** Git's letter: `A` added, `M` modified, `D` deleted, `T` another kind of file. */
  readonly status: string
  /** Git's name of the content afterwards. */
  readonly blob: string
}

/** One commit of the branch. */
export interface LedgerCommitted {
  readonly id: string
  readonly parents: readonly string[]
  readonly changes: readonly Change[]
}

/** What the history of the branch shows. */
export interface History {
  readonly faults: readonly Fault[]
  /** What was changed and put right again. */
  readonly notes: readonly Fault[]
}

/**
 * The branch is append-only: one root, one commit an entry, no entry changed or removed. What was changed and has its
 * first bytes again was repaired, which is worth a note.
 * @param commits From the root on.
 * @param files Git's name of each content at the head, by path.
 */
export function auditHistory(
  commits: readonly LedgerCommitted[],
  files: ReadonlyMap<string, string>,
): History {
  const first = new Map<string, string>()
  const touched: (Fault & { readonly isWhole: boolean })[] = []
  const faults: Fault[] = []
  for (const [index, { id, parents, changes }] of commits.entries()) {
    const short = id.slice(0, 7)
    if (index > 0 && parents.length !== 1)
      faults.push({
        path: short,
        why: `it has ${parents.length} parents: the branch was rewritten`,
      })
    const entries = changes.filter(({ path }) => path.startsWith('releases/'))
    const added = entries.filter(({ path, status }) => status === 'A' && !first.has(path))
    if (added.length > 1)
      faults.push({
        path: short,
        why: `it adds ${added.length} entries: each has a commit of its own`,
      })
    for (const { path, blob } of added) first.set(path, blob)
    for (const change of entries.filter((c) => !added.includes(c)))
      touched.push(touch(change, short, first, files))
  }
  return {
    faults: [...faults, ...touched.filter(({ isWhole }) => !isWhole).map(plain)],
    notes: touched.filter(({ isWhole }) => isWhole).map(plain),
  }
}

const WORDS: Readonly<Record<string, string>> = { D: 'removed', A: 'put back' }

function touch(
  { path, status }: Change,
  commit: string,
  first: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, string>,
) {
  const isWhole = first.get(path) === files.get(path)
  const end = isWhole ? ', and has its first bytes again' : ''
  return { path, why: `it was ${WORDS[status] ?? 'changed'} by ${commit}${end}`, isWhole }
}

const plain = ({ path, why }: Fault): Fault => ({ path, why })
