import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { Failure } from '../domain/failure.ts'
import type { VerdictKind } from '../domain/judging/verdict.ts'
import type { Answer, Command, Values } from './command.ts'

const PROTOCOL = 'judgebench/1'
const USAGE = `--input FILE | --dialect kayenta|keptn --config FILE --input FILE | --protocol ${PROTOCOL} < FILE`
const CODES: Readonly<Record<VerdictKind, Answer['code']>> = { pass: 0, fail: 1, inconclusive: 2 }

/** Judges samples, or rollouts look by look. What it needs is loaded when it is asked for: no other command needs it. */
export const judge: Command = {
  name: 'judge',
  usage: USAGE,
  summary: 'judge a canary by samples, or rollouts look by look: JSON in, JSON out',
  options: {
    protocol: { type: 'string' },
    input: { type: 'string' },
    dialect: { type: 'string' },
    config: { type: 'string' },
  },
  async run({ values, positionals }) {
    const { protocol, input, dialect, config } = values as Asked
    if (positionals.length > 0) throw misused('judge takes options only')
    if (protocol !== undefined) {
      if ((input ?? dialect ?? config) !== undefined)
        throw misused('--protocol goes with no other option')
      return rollouts(protocol)
    }
    if (input === undefined) throw misused('neither input nor protocol is given')
    if (dialect !== undefined) return inDialect(dialect, config, input)
    if (config !== undefined) throw misused('--config goes with --dialect')
    const { samples } = await import('../adapters/samples/answer.ts')
    const { verdict, lines } = samples(fileText(input))
    return { code: CODES[verdict], lines }
  },
}

type Asked = Values & {
  readonly protocol?: string
  readonly input?: string
  readonly dialect?: string
  readonly config?: string
}

async function rollouts(protocol: string): Promise<Answer> {
  if (protocol !== PROTOCOL) throw misused('unknown protocol')
  const { judgebench } = await import('../adapters/judgebench/decisions.ts')
  return { code: 0, lines: judgebench(await stdin()) }
}

async function inDialect(
  dialect: string,
  config: string | undefined,
  input: string,
): Promise<Answer> {
  if (config === undefined) throw misused('a dialect needs --config FILE')
  const { DIALECTS } = await import('../adapters/dialects/dialects.ts')
  const read = Object.hasOwn(DIALECTS, dialect) ? DIALECTS[dialect] : undefined
  if (read === undefined) throw misused('unknown dialect')
  const { verdict, lines } = read(fileText(config), fileText(input))
  return { code: CODES[verdict], lines }
}

function fileText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Failure('bad-input', `judge: the file ${file} cannot be read`)
  }
}

async function stdin(): Promise<string> {
  try {
    return await text(process.stdin)
  } catch {
    throw misused('stdin cannot be read')
  }
}

function misused(problem: string): Failure {
  return new Failure('bad-input', `judge: ${problem}`, `Usage: release-actions judge ${USAGE}`)
}
