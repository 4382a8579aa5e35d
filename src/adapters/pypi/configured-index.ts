import { Failure } from '../../domain/failure.ts'
import type { Command } from '../../ports/command.ts'

const PIP = ['python3', '-m', 'pip', '--disable-pip-version-check']
const TIMEOUT_MS = 30_000

/** pip reads its environment before its files, and a command's section before the general one. */
const PLACES = [':env:.index-url', 'install.index-url', 'global.index-url']

/**
 * The index that pip on this machine is configured for, else pip's own default.
 * @throws Failure `absent` when there is no pip to ask.
 */
export async function configuredIndex(command: Command): Promise<string> {
  const settings = await ask(command, ['config', 'list'])
  const lines = settings.split(/\r?\n/)
  for (const place of PLACES) {
    const line = lines.find((l) => l.startsWith(`${place}=`))
    const value = unquoted(line?.slice(place.length + 1).trim() ?? '')
    if (value !== '') return value
  }
  // pip says its default only in the help of a command that takes an index.
  const help = await ask(command, ['--isolated', 'install', '--help'])
  const flat = help.replaceAll(/\s+/g, ' ')
  const [, address] = /--index-url <url> [^(]*\(default:? (https?:\/\/[^\s)]+)\)/.exec(flat) ?? []
  if (address !== undefined) return address
  throw unknown('pip does not say which index it uses')
}

async function ask(command: Command, args: readonly string[]): Promise<string> {
  // A narrow terminal would break an address over two lines.
  const env = { COLUMNS: '1000' }
  const result = await command.run([...PIP, ...args], { timeoutMs: TIMEOUT_MS, env })
  if (result.exit === 0) return result.stdout
  throw unknown(`python3 -m pip ${args.join(' ')} ended with ${result.exit ?? 'a signal'}`)
}

/** pip prints values as Python would: in single or double quotes. */
function unquoted(text: string): string {
  return /^(['"])(.*)\1$/.exec(text)?.[2] ?? text
}

function unknown(problem: string): Failure {
  return new Failure(
    'absent',
    problem,
    'Give index-url, or index.url in .github/release-actions.yml',
  )
}
