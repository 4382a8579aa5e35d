/** Runs jest as a person would, and holds it to its end: no open handle, no process left, no forced exit. */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import type { Tally } from '../check/all.ts'
import { Descendants } from './processes.ts'

const GRACE_MS = 15_000
const FORCED = 'failed to exit gracefully'
const NODE = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning']
const JEST = [
  'node_modules/jest/bin/jest.js',
  '--maxWorkers=2',
  '--testEnvironment=./scripts/test/quiet-environment.ts',
]

/** What is read of jest's JSON. */
interface Results {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly numRuntimeErrorTestSuites: number
}

/** How the process itself ended. */
interface Ending {
  readonly killed: boolean
  readonly forced: boolean
  readonly left: readonly { pid: number; command: string }[]
  readonly isBlind: boolean
}

/** `env` is added to that of the tests; `show` gets what jest prints, as it comes, and a line for each fault of the end. */
export interface JestOptions {
  readonly env?: NodeJS.ProcessEnv
  readonly show?: (text: string) => void
}

/** Runs the tests that the arguments choose. The clean end counts as one check more. */
export async function runJest(
  root: string,
  args: readonly string[],
  { env = {}, show = (text) => void process.stderr.write(text) }: JestOptions = {},
): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'jest-'))
  const json = join(folder, 'results.json')
  const handles = join(folder, 'handles.txt')
  try {
    const all = [...NODE, ...JEST, '--json', `--outputFile=${json}`, ...args]
    const added = { ...env, RELEASE_ACTIONS_OPEN_HANDLES: handles }
    const child = spawn(process.execPath, all, {
      cwd: root,
      env: { ...process.env, ...added },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const ending = await watch(child, json, show)
    const faults = [...faultsOf(ending), ...openHandles(handles)]
    for (const line of faults) show(`FAILED   ${line}\n`)
    return tallyOf(json, faults.length, ending)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function watch(
  child: ChildProcessByStdio<null, null, Readable>,
  json: string,
  show: (text: string) => void,
): Promise<Ending> {
  const descendants = new Descendants(child.pid ?? 0)
  let said = ''
  let killed = false
  let done: number | undefined
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
    show(text)
  })
  const grace = setInterval(() => {
    if (existsSync(json)) done ??= performance.now()
    if (done === undefined || performance.now() - done < GRACE_MS) return
    killed = true
    child.kill('SIGKILL')
  }, 200)
  const closed = once(child, 'close')
  await once(child, 'exit')
  clearInterval(grace)
  // A process that was left behind may hold the other end of the pipe: what jest itself printed is here by then.
  await Promise.race([closed, delay(1000, undefined, { ref: false })])
  child.stderr.destroy()
  const forced = said.includes(FORCED)
  return { killed, forced, left: descendants.stop(), isBlind: descendants.isBlind }
}

function faultsOf({ killed, forced, left }: Ending): string[] {
  for (const { pid } of left) process.kill(pid, 'SIGKILL')
  return [
    ...(killed ? [`jest did not end within ${GRACE_MS / 1000} s of its last test`] : []),
    ...(forced ? ['jest had to force a worker to exit'] : []),
    ...left.map(({ pid, command }) => `process ${pid} was left over: ${command}`),
  ]
}

const openHandles = (file: string): string[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => `left open by ${line}`)
    : []

function tallyOf(json: string, faults: number, { isBlind }: Ending): Tally {
  const blind = isBlind ? ['left-over processes (no /proc here)'] : []
  if (!existsSync(json)) return { passed: 0, failed: faults + 1, notRun: blind }
  const results = JSON.parse(readFileSync(json, 'utf8')) as Results
  const skipped = results.numPendingTests + results.numTodoTests
  return {
    passed: results.numPassedTests + (faults === 0 ? 1 : 0),
    failed: results.numFailedTests + results.numRuntimeErrorTestSuites + faults,
    notRun: [...blind, ...(skipped > 0 ? [`${skipped} skipped tests`] : [])],
  }
}
