import type { AuditedChain } from '../domain/ledger/audit.ts'
import { replay as judgeAgain, type Replayed } from '../domain/rollout/replay.ts'
import type { Command } from './command.ts'
import { nameOf, SOURCE_OPTIONS, withLedger } from './ledger.ts'

/** Judges every stage of the record again, from the evidence that stands in it. */
export const replay: Command = {
  name: 'replay',
  usage: '[--repository DIR] [--ref REF] [--bundle FILE] [--json]',
  summary: 'judge every stage again from its recorded evidence, and compare',
  options: { ...SOURCE_OPTIONS, json: { type: 'boolean', default: false } },
  run({ values }) {
    return withLedger(values, ({ chains }) => {
      const rows = chains.flatMap((chain) =>
        judgeAgain(chain.entries).map((row) => ({ name: nameOf(chain), ...row })),
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

const isOther = ({ recorded, recomputed }: Replayed) => recorded !== recomputed

function lineOf(row: Replayed): string {
  const { seq, recorded, recomputed, unmeasured } = row
  const note = unmeasured.length === 0 ? '' : `, without a value: ${unmeasured.join(', ')}`
  return isOther(row)
    ? `DIFFERS  entry ${seq}: ${recorded} is recorded, the evidence gives ${recomputed}${note}`
    : `same  entry ${seq}: ${recorded}${note}`
}

function brokenLine(chain: AuditedChain): string {
  return `BROKEN  ${nameOf(chain)}: judged up to ${chain.fault?.path}, ${chain.fault?.why}`
}
