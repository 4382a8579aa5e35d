import type { Measured } from '../release/measured.ts'
import { ATTACHMENTS, type Attachment, attachmentPath } from './attachment.ts'
import type { AuditedChain, Fault } from './audit.ts'
import type { Entry } from './entry.ts'
import { entryPath } from './path.ts'

/** Bytes that are at hand. */
export interface AtHand {
  /** On the ledger's branch, by path. */
  readonly ledger: ReadonlyMap<string, Measured>
  /** In a folder that was given, by file name. */
  readonly folder: ReadonlyMap<string, Measured>
}

/** What was found of attachments. */
export interface AuditedAttachments {
  /** How many the entries name, and how many of them had their bytes at hand. */
  readonly named: number
  readonly checked: number
  readonly faults: readonly Fault[]
}

interface Named extends Attachment {
  /** Path of the entry that names it. */
  readonly entry: string
}

/** Compare every attachment whose bytes are at hand; what the branch shall hold must be there. */
export function auditAttachments(
  chains: readonly AuditedChain[],
  atHand: AtHand,
): AuditedAttachments {
  const named = chains.flatMap(({ entries }) =>
    entries.flatMap((entry): readonly Named[] => {
      const path = entryPath(entry.release, entry.seq, entry.kind)
      return attachmentsOf(entry).map((one) => ({ ...one, entry: path }))
    }),
  )
  const faults = named.flatMap((one) => {
    const why = faultOf(one, atHand)
    return why === undefined ? [] : [{ path: one.entry, why: `${one.name}: ${why}` }]
  })
  const paths = new Set(named.map(({ digest }) => attachmentPath(digest)))
  const strangers = [...atHand.ledger.keys()]
    .filter((path) => path.startsWith(ATTACHMENTS) && !paths.has(path))
    .map((path) => ({ path, why: 'no entry names it' }))
  return {
    named: named.length,
    checked: named.filter((one) => bytesOf(one, atHand) !== undefined).length,
    faults: [...faults, ...strangers],
  }
}

/** The files that an entry names: those that somebody attached, and what the evidence of a verdict rests on. */
export function attachmentsOf(entry: Entry): readonly Attachment[] {
  if (entry.kind === 'attachments') return entry.payload.attachments
  if (entry.kind !== 'verdict') return []
  return entry.payload.evidence.flatMap(({ attachment }) => attachment ?? [])
}

function faultOf(one: Named, atHand: AtHand): string | undefined {
  const { place, digest, size } = one
  if ('ledger' in place && place.ledger !== attachmentPath(digest))
    return 'its place is not that of its digest'
  const bytes = bytesOf(one, atHand)
  if (bytes === undefined) return 'ledger' in place ? 'its bytes are missing' : undefined
  if (`sha256:${bytes.sha256}` !== digest) return 'its bytes have another digest'
  return bytes.size === size ? undefined : `it has ${bytes.size} bytes, not ${size}`
}

function bytesOf({ place }: Attachment, { ledger, folder }: AtHand): Measured | undefined {
  return 'ledger' in place ? ledger.get(place.ledger) : folder.get(place.asset)
}
