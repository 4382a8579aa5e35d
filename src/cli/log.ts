import { Failure } from '../domain/failure.ts'
import { chainOfVersion } from '../domain/ledger/audit.ts'
import { signersText } from '../domain/ledger/trust.ts'
import { story } from '../domain/report/story.ts'
import type { Command } from './command.ts'
import { nameOf, SOURCE_OPTIONS, withLedger } from './ledger.ts'

/** Tells what happened to one release. */
export const log: Command = {
  name: 'log',
  usage:
    'VERSION [--product NAME] [--channel NAME] [--repository DIR] [--ref REF] [--bundle FILE] [--json]',
  summary: 'tell what happened to a release, entry by entry',
  options: {
    ...SOURCE_OPTIONS,
    product: { type: 'string' },
    channel: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
  run({ values, positionals: [version] }) {
    if (version === undefined)
      throw new Failure('bad-input', 'log: the version is missing', 'release-actions log 1.2.0')
    return withLedger(values, ({ chains }) => {
      const chain = chainOfVersion(chains, { version, ...scopeOf(values) })
      const { entries, fault } = chain
      const broken = fault === undefined ? [] : [`BROKEN ${fault.path}: ${fault.why}`]
      const signers = signersText(entries)
      const told = [
        `${nameOf(chain)}: ${chain.result}, ${signers}${signers === 'unsigned' ? '' : ' (unchecked)'}`,
        ...story(entries),
        ...broken,
      ]
      const lines = values.json === true ? entries.map((entry) => JSON.stringify(entry)) : told
      return { code: fault === undefined ? 0 : 1, lines }
    })
  },
}

function scopeOf({ product, channel }: Readonly<Record<string, unknown>>) {
  return {
    ...(typeof product === 'string' ? { product } : {}),
    ...(typeof channel === 'string' ? { channel } : {}),
  }
}
