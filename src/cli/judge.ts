import { readFileSync } from 'node:fs'
import { Failure } from '../domain/failure.ts'
import type { Command } from './command.ts'

const PROTOCOL = 'judgebench/1'

/** Judges rollouts that come in at stdin, with the judge of the gates. */
export const judge: Command = {
  name: 'judge',
  usage: `--protocol ${PROTOCOL} < FILE`,
  summary: 'judge canaries against their baselines, look by look: JSON in, JSON out',
  options: { protocol: { type: 'string' } },
  async run({ values: { protocol } }) {
    if (protocol !== PROTOCOL)
      throw new Failure(
        'bad-input',
        protocol === undefined ? 'judge: the protocol is missing' : 'judge: unknown protocol',
        `release-actions judge --protocol ${PROTOCOL}`,
      )
    // Nobody else needs it.
    const { judgebench } = await import('../adapters/judgebench/decisions.ts')
    return { code: 0, lines: judgebench(readFileSync(0, 'utf8')) }
  },
}
