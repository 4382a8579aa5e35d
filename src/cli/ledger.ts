import { digest } from '../adapters/digest.ts'
import { type GitLedger, readLedger } from '../adapters/git/git-ledger.ts'
import { fromBundle, fromClone, type LedgerSource } from '../adapters/git/ledger-source.ts'
import { type AuditedChain, auditChains, type Fault } from '../domain/ledger/audit.ts'
import type { KnownKey } from '../domain/ledger/signature.ts'

/** Options that say where the ledger is. */
export const SOURCE_OPTIONS = {
  repository: { type: 'string', default: '.' },
  ref: { type: 'string' },
  bundle: { type: 'string' },
} as const

export interface SourceValues {
  readonly repository: string
  readonly ref?: string | undefined
  readonly bundle?: string | undefined
}

/** A ledger that was read and whose chains were walked. */
export interface OpenLedger extends GitLedger {
  readonly source: LedgerSource
  readonly chains: readonly AuditedChain[]
  readonly strangers: readonly Fault[]
}

/**
 * Read the ledger of a clone or a bundle, hand it on, and leave nothing behind.
 * @param keys Who may have signed; empty where nobody's key is known.
 * @throws Failure
 */
export function withLedger<T>(
  values: SourceValues,
  use: (ledger: OpenLedger) => T,
  keys: readonly KnownKey[] = [],
): T {
  using source =
    values.bundle === undefined
      ? fromClone(values.repository, values.ref)
      : fromBundle(values.bundle)
  const read = readLedger(source.folder, source.commit)
  return use({ ...read, source, ...auditChains(read.files, digest, keys) })
}

/** `shop stable 1.2.0`. */
export function nameOf({ release }: AuditedChain): string {
  return `${release.product} ${release.channel} ${release.version}`
}
