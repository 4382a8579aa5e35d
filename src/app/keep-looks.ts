import type { Evidence } from '../domain/judging/verdict.ts'
import { attachmentPath } from '../domain/ledger/attachment.ts'
import type { Digest } from '../domain/ledger/canonical.ts'
import { COMPARISON } from '../domain/rollout/compared-stage.ts'
import { looksText } from '../domain/rollout/looks-file.ts'
import type { LedgerCommit } from '../ports/ledger-store.ts'
import type { StageVerdict } from './observe-stage.ts'

/** What the record of a verdict holds, and the files that are stored with it. */
interface Kept {
  readonly evidence: readonly Evidence[]
  readonly files: NonNullable<LedgerCommit['files']>
}

/**
 * The evidence of a stage, its comparison with the digest of the looks behind it: with them anybody can judge again. The most metrics, looks and buckets
 * that a config can ask for are below the 256 KiB that the ledger takes.
 */
export function keepLooks(
  { evidence, looks = [] }: StageVerdict,
  stage: number,
  digest: Digest,
): Kept {
  if (looks.length === 0) return { evidence, files: [] }
  const text = looksText(looks)
  const bytes = new TextEncoder().encode(text)
  const name = `${COMPARISON}-stage-${stage + 1}.json`
  const named = digest(text)
  const place = { ledger: attachmentPath(named) }
  const attachment = { name, size: bytes.length, digest: named, place }
  return {
    evidence: evidence.map((e) => (e.name === COMPARISON ? { ...e, attachment } : e)),
    files: [{ path: place.ledger, bytes }],
  }
}
