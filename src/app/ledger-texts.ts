import { canonical } from '../domain/ledger/canonical.ts'
import type { Entry } from '../domain/ledger/entry.ts'
import { entryPath } from '../domain/ledger/path.ts'
import type { LedgerCommit, LedgerHead, LedgerTexts } from '../ports/ledger-store.ts'

/** What the own write leaves open: the next read starts from it. */
export function markersAfter(
  { additions, deletions }: LedgerCommit,
  { open }: LedgerHead,
): LedgerTexts {
  const after = new Map(open)
  for (const path of deletions) after.delete(path)
  for (const { path, text } of additions) if (path.startsWith('open/')) after.set(path, text)
  return after
}

/** Texts of the files of one folder, by their names. */
export function inOrder(texts: LedgerTexts, folder: string): readonly string[] {
  const own = [...texts].filter(([path]) => path.startsWith(folder))
  return own.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text)
}

/** What goes with an entry into its commit. */
export interface Beside {
  readonly open: LedgerCommit['additions']
  readonly close: readonly string[]
  readonly files: NonNullable<LedgerCommit['files']>
}

/** The commit of an entry: of what is to be closed only that which is open. */
export function commitOf(
  entry: Entry,
  { open, close, files }: Beside,
  head: LedgerHead,
): LedgerCommit {
  const { release, seq, kind } = entry
  return {
    expectedHead: head.commit,
    message: `${kind} ${seq} of ${release.product} ${release.version} [skip ci]`,
    additions: [{ path: entryPath(release, seq, kind), text: canonical(entry) }, ...open],
    deletions: close.filter((path) => head.open.has(path)),
    ...(files.length === 0 ? {} : { files }),
  }
}
