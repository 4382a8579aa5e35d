import '../adapters/runner/jitless.ts'
import { parseArgs } from 'node:util'
import { safeLine } from '../adapters/runner/log.ts'
import { Failure, failureLine } from '../domain/failure.ts'
import type { Command, Values } from './command.ts'
import { judge } from './judge.ts'
import { log } from './log.ts'
import { replay } from './replay.ts'
import { status } from './status.ts'
import { verifyLedger } from './verify-ledger.ts'

const COMMANDS: readonly Command[] = [status, log, verifyLedger, replay, judge]
/** Nothing was judged: what was asked for cannot be. */
const BAD_INPUT = 3

// Whoever reads may have read enough, as `head` has: the exit code still tells the verdict.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
process.exitCode = await main(process.argv.slice(2))

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  try {
    const command = COMMANDS.find((one) => one.name === name)
    if (command === undefined) return help(name)
    const { code, lines } = await command.run(parsed(command, args))
    for (const line of lines) process.stdout.write(`${safeLine(line)}\n`)
    return code
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    process.stderr.write(`${safeLine(failureLine(error))}\n`)
    return BAD_INPUT
  }
}

function parsed(command: Command, args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: command.options,
      allowPositionals: true,
      strict: true,
    })
    return { values: values as Values, positionals }
  } catch (error) {
    const [problem] = error instanceof Error ? error.message.split('. ') : []
    throw new Failure(
      'bad-input',
      `${command.name}: ${problem}`,
      `Usage: release-actions ${command.name} ${command.usage}`,
    )
  }
}

function help(name: string): number {
  const isAsked = ['', 'help', '--help', '-h'].includes(name)
  const lines = [
    ...(isAsked ? [] : [`there is no command ${safeLine(name)}`, '']),
    'release-actions COMMAND',
    '',
    ...COMMANDS.flatMap(({ name: own, usage, summary }) => [
      `  ${own} ${usage}`,
      `      ${summary}`,
    ]),
    '',
    'Exit codes: 0 pass, 1 fail, 2 inconclusive, 3 bad input.',
  ]
  const out = isAsked && name !== '' ? process.stdout : process.stderr
  out.write(`${lines.join('\n')}\n`)
  return isAsked && name !== '' ? 0 : BAD_INPUT
}
