import { Failure } from '../failure.ts'
import type { Digest } from './canonical.ts'
import type { Entry, ReleaseKey } from './entry.ts'
import { judgeEntry } from './entry-fault.ts'
import type { KnownKey } from './signature.ts'
import { signatureFault } from './trust.ts'

/** The first entry of a chain that is none, and in words why. */
export interface BrokenAt {
  readonly seq: number
  readonly why: string
}

/** A chain as far as it is whole. */
export interface Walked {
  readonly entries: readonly Entry[]
  /** Hash of the last whole entry; null where there is none. */
  readonly head: string | null
  readonly broken: BrokenAt | undefined
}

/**
 * Walk a chain from its texts in order, up to the first that is wrong.
 * @param keys Who may have signed; empty where nobody's key is known.
 */
export function walkChain(
  texts: readonly string[],
  release: ReleaseKey,
  digest: Digest,
  keys: readonly KnownKey[] = [],
): Walked {
  const entries: Entry[] = []
  let head: string | null = null
  for (const text of texts) {
    const seq = entries.length + 1
    const judged = judgeEntry(text, { release, seq, previous: head })
    if ('fault' in judged) return { entries, head, broken: { seq, why: judged.fault } }
    const why = signatureFault(judged.entry, entries, keys)
    if (why !== undefined) return { entries, head, broken: { seq, why } }
    entries.push(judged.entry)
    head = digest(text)
  }
  return { entries, head, broken: undefined }
}

/**
 * Read a chain from its texts in order: every entry is canonical and has its schema, its seq, its release, the hash of the
 * one before, and a signature of one of the keys or none.
 * @throws Failure `broken-chain` naming the first bad entry, and why it is bad.
 */
export function readChain(
  texts: readonly string[],
  release: ReleaseKey,
  digest: Digest,
  keys: readonly KnownKey[] = [],
): readonly Entry[] {
  const { entries, broken } = walkChain(texts, release, digest, keys)
  if (broken === undefined) return entries
  const name = `${release.product} ${release.channel} ${release.version}`
  throw new Failure(
    'broken-chain',
    `the ledger of ${name} is broken at entry ${broken.seq}: ${broken.why}`,
    'Restore the branch release-ledger from before the change, see docs/ledger.md',
  )
}
