import { readHistory } from '../adapters/git/git-ledger.ts'
import type { AuditedChain, Fault } from '../domain/ledger/audit.ts'
import { auditHistory } from '../domain/ledger/history.ts'
import { auditMarkers } from '../domain/ledger/markers.ts'
import type { Command } from './command.ts'
import { nameOf, type OpenLedger, SOURCE_OPTIONS, withLedger } from './ledger.ts'

/** Checks a ledger offline, and names what is wrong and why. */
export const verifyLedger: Command = {
  name: 'verify-ledger',
  usage: '[--repository DIR] [--ref REF] [--bundle FILE] [--require-signature] [--json]',
  summary:
    'check a ledger offline: every entry, hash, plan and marker, and that nothing was changed',
  options: {
    ...SOURCE_OPTIONS,
    'require-signature': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
  run({ values }) {
    const { 'require-signature': signed, json } = values
    return withLedger(values, (ledger) => {
      const found = inspect(ledger, signed === true)
      return {
        code: found.faults.length === 0 ? 0 : 1,
        lines: json === true ? [JSON.stringify(found)] : linesOf(ledger, found),
      }
    })
  },
}

interface Found {
  readonly commit: string
  readonly releases: number
  readonly entries: number
  readonly faults: readonly Fault[]
  readonly notes: readonly Fault[]
}

function inspect(ledger: OpenLedger, mustBeSigned: boolean): Found {
  const { chains, files, blobs, source, strangers } = ledger
  const history = auditHistory(readHistory(source.folder, source.commit), blobs)
  const unsigned = chains.filter(({ entries }) => entries.length > 0).map(signatureFault)
  return {
    commit: source.commit,
    releases: chains.length,
    entries: chains.reduce((sum, { entries }) => sum + entries.length, 0),
    faults: [
      ...chains.flatMap(({ fault }) => fault ?? []),
      ...strangers,
      ...history.faults,
      ...auditMarkers(files, chains),
      ...(mustBeSigned ? unsigned : []),
    ],
    notes: history.notes,
  }
}

function signatureFault(chain: AuditedChain): Fault {
  return { path: nameOf(chain), why: 'it is unsigned' }
}

function linesOf({ chains, source, time }: OpenLedger, found: Found): string[] {
  const { faults, notes, releases, entries } = found
  return [
    `${source.ref} at ${source.commit.slice(0, 7)} of ${time}`,
    ...chains.map(chainLine),
    ...notes.map(({ path, why }) => `note    ${path}: ${why}`),
    ...faults.map(({ path, why }) => `FAILED  ${path}: ${why}`),
    `${faults.length === 0 ? 'pass' : 'fail'}: ${releases} releases, ${entries} entries, unsigned; ${faults.length} faults`,
  ]
}

function chainLine(chain: AuditedChain): string {
  const { entries, head, result, fault } = chain
  const mark = fault === undefined ? 'ok    ' : 'BROKEN'
  return `${mark}  ${nameOf(chain)}  ${entries.length} entries  ${result}  ${head ?? 'no whole entry'}`
}
