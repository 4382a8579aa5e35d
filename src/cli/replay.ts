import { sha256 } from '../adapters/digest.ts'
import { readBytes } from '../adapters/git/git-ledger.ts'
import type { AuditedChain } from '../domain/ledger/audit.ts'
import { replay as judgeAgain, type Replayed } from '../domain/rollout/replay.ts'
import type { ReadAttachment } from '../domain/rollout/replay-comparison.ts'
import type { Command } from './command.ts'
import { nameOf, type OpenLedger, SOURCE_OPTIONS, withLedger } from './ledger.ts'

/** Judges every stage of the record again, and recorded gates, from the evidence that stands in it. */
export const replay: Command = {
  name: 'replay',
  usage: '[--repository DIR] [--ref REF] [--bundle FILE] [--json]',
  summary: 'judge every stage again from its recorded evidence, and compare',
  options: { ...SOURCE_OPTIONS, json: { type: 'boolean', default: false } },
  run({ values }) {
    return withLedger(values, (ledger) => {
      const { chains } = ledger
      const rows = chains.flatMap((chain) =>
        judgeAgain(chain.entries, reader(ledger)).map((row) => ({ name: nameOf(chain), ...row })),
      )
      const other = rows.filter(isOther)
      const broken = chains.filter(({ fault }) => fault !== undefined)
      const lines = [
        ...rows.map((row) => `${row.name}  ${lineOf(row)}`),
        ...broken.map(brokenLine),
        `${other.length + broken.length === 0 ? 'pass' : 'fail'}: ${rows.length} verdicts judged again, ${other.length} differ`,
      ]
      const code = other.length + broken.length === 0 ? 0 : 1
      return { code, lines: values.json === true ? [JSON.stringify(rows)] : lines }
    })
  },
}

const isOther = ({ recorded, recomputed, faults }: Replayed) =>
  recorded !== recomputed || faults.length > 0

/** Reads the files behind the evidence, of which the entries name place and digest. */
function reader({ source, blobs }: OpenLedger): ReadAttachment {
  return ({ digest, place }) => {
    const bytes = 'ledger' in place ? readBytes(source.folder, blobs, place.ledger) : undefined
    if (bytes === undefined) return { fault: 'its bytes are missing' }
    if (sha256(bytes) !== digest) return { fault: 'its bytes have another digest' }
    return { text: new TextDecoder().decode(bytes) }
  }
}

function lineOf(row: Replayed): string {
  const { seq, recorded, recomputed, unmeasured, faults } = row
  const without = unmeasured.length === 0 ? '' : `, without a value: ${unmeasured.join(', ')}`
  const note = [without, ...faults].join('; ')
  return isOther(row)
    ? `DIFFERS  entry ${seq}: ${recorded} is recorded, the evidence gives ${recomputed}${note}`
    : `same  entry ${seq}: ${recorded}${note}`
}

function brokenLine(chain: AuditedChain): string {
  return `BROKEN  ${nameOf(chain)}: judged up to ${chain.fault?.path}, ${chain.fault?.why}`
}
