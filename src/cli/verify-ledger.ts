import { readAttachments, readHistory } from '../adapters/git/git-ledger.ts'
import type { AuditedChain, Fault } from '../domain/ledger/audit.ts'
import { auditAttachments } from '../domain/ledger/audit-attachments.ts'
import { auditHistory } from '../domain/ledger/history.ts'
import { auditMarkers } from '../domain/ledger/markers.ts'
import { entryPath } from '../domain/ledger/path.ts'
import type { KnownKey } from '../domain/ledger/signature.ts'
import { firstUnsigned, signersText } from '../domain/ledger/trust.ts'
import type { Measured } from '../domain/release/measured.ts'
import type { Command } from './command.ts'
import { keysOf } from './key-files.ts'
import { nameOf, type OpenLedger, SOURCE_OPTIONS, withLedger } from './ledger.ts'
import { measuredIn } from './measured-files.ts'

/** Checks a ledger offline, and names what is wrong and why. */
export const verifyLedger: Command = {
  name: 'verify-ledger',
  usage:
    '[--key FILE]… [--require-signature] [--attachments DIR] [--repository DIR] [--ref REF] [--bundle FILE] [--json]',
  summary:
    'check a ledger offline: every entry, hash, signature, plan, marker and attachment, and that nothing was changed',
  options: {
    ...SOURCE_OPTIONS,
    key: { type: 'string', multiple: true },
    'require-signature': { type: 'boolean', default: false },
    attachments: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
  run({ values }) {
    const { 'require-signature': required, json } = values
    const folder = measuredIn(values.attachments)
    const keys = keysOf(values.key ?? [])
    const answer = (ledger: OpenLedger) => {
      const found = inspect(ledger, { keys, required: required === true, folder })
      return {
        code: found.faults.length === 0 ? (0 as const) : (1 as const),
        lines: json === true ? [JSON.stringify(found)] : linesOf(ledger, found),
      }
    }
    return withLedger(values, answer, keys)
  },
}

interface Found {
  readonly commit: string
  readonly releases: number
  readonly entries: number
  /** Entries with a signature. */
  readonly signed: number
  /** Ids of the keys that they name. */
  readonly signers: readonly string[]
  /** Ids of the keys that were given; without one a signature could be anybody's. */
  readonly keys: readonly string[]
  /** How many entries name, and how many had their bytes at hand; absent without any. */
  readonly attachments?: { readonly named: number; readonly checked: number }
  readonly faults: readonly Fault[]
  readonly notes: readonly Fault[]
}

interface Asked {
  readonly keys: readonly KnownKey[]
  /** Each entry must be signed by one of them. */
  readonly required: boolean
  /** Files beside the ledger, by name. */
  readonly folder: ReadonlyMap<string, Measured>
}

function inspect(ledger: OpenLedger, { keys, required, folder }: Asked): Found {
  const { chains, files, blobs, source, strangers } = ledger
  const history = auditHistory(readHistory(source.folder, source.commit), blobs)
  const entries = chains.flatMap((chain) => chain.entries)
  const held = readAttachments(source.folder, blobs)
  const { named, checked, faults } = auditAttachments(chains, { ledger: held, folder })
  const signers = entries.flatMap(({ signature }) => signature?.kid ?? [])
  return {
    commit: source.commit,
    releases: chains.length,
    entries: entries.length,
    signed: signers.length,
    signers: [...new Set(signers)],
    keys: keys.map(({ kid }) => kid),
    ...(named === 0 ? {} : { attachments: { named, checked } }),
    faults: [
      ...chains.flatMap(({ fault }) => fault ?? []),
      ...strangers,
      ...history.faults,
      ...auditMarkers(files, chains),
      ...faults,
      ...(required ? chains.flatMap((chain) => unproved(chain, keys)) : []),
    ],
    notes: history.notes,
  }
}

/** What is missing of a chain where each entry must be signed by somebody who is known. */
function unproved({ entries: chain }: AuditedChain, keys: readonly KnownKey[]): Fault[] {
  const entry = firstUnsigned(chain) ?? chain[0]
  if (entry === undefined || (entry.signature !== null && keys.length > 0)) return []
  const why = entry.signature === null ? 'it is unsigned' : 'it is signed, and no key was given'
  return [{ path: entryPath(entry.release, entry.seq, entry.kind), why }]
}

function linesOf({ chains, source, time }: OpenLedger, found: Found): string[] {
  const { faults, notes, releases, entries } = found
  return [
    `${source.ref} at ${source.commit.slice(0, 7)} of ${time}`,
    ...chains.map(chainLine),
    ...notes.map(({ path, why }) => `note    ${path}: ${why}`),
    ...faults.map(({ path, why }) => `FAILED  ${path}: ${why}`),
    `${faults.length === 0 ? 'pass' : 'fail'}: ${releases} releases, ${entries} entries, ${signaturesText(found)}${attachmentsText(found)}; ${faults.length} faults`,
  ]
}

function attachmentsText({ attachments }: Found): string {
  if (attachments === undefined) return ''
  const { named, checked } = attachments
  const rest = checked === named ? '' : `, ${named - checked} not at hand`
  return `, ${named} attachments, ${checked} checked${rest}`
}

function chainLine(chain: AuditedChain): string {
  const { entries, head, result, fault } = chain
  const mark = fault === undefined ? 'ok    ' : 'BROKEN'
  return `${mark}  ${nameOf(chain)}  ${entries.length} entries  ${result}  ${head ?? 'no whole entry'}  ${signersText(entries)}`
}

function signaturesText({ signed, entries, signers, keys }: Found): string {
  if (signed === 0) return 'unsigned'
  const many = signed === entries ? 'all' : String(signed)
  return keys.length === 0
    ? `${many} signed by ${signers.join(', ')}, unchecked: nobody's key was given`
    : `${many} signed, checked with ${keys.length} ${keys.length === 1 ? 'key' : 'keys'}`
}
