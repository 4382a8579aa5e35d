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
