import { text } from 'node:stream/consumers'
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
    return { code: 0, lines: judgebench(await stdin()) }
  },
}

async function stdin(): Promise<string> {
  try {
    return await text(process.stdin)
  } catch {
    throw new Failure(
      'bad-input',
      'judge: stdin cannot be read',
      `Usage: release-actions judge ${judge.usage}`,
    )
  }
}
