/** Runs jest as a person would, and holds it to its end: no open handle, no process left, no forced exit. */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, constants } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import type { Tally } from '../check/all.ts'
import { type Ran, testsIn } from './named-tests.ts'
import { Descendants } from './processes.ts'
import { scratchFolder } from './scratch.ts'
import { handSignalsTo } from './signals.ts'

const GRACE_MS = 15_000
const FORCED = 'failed to exit gracefully'
const NODE = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning']
/** A third of the time a test waits; more at once would disturb those that measure how fast a service answers. */
const WORKERS = Math.min(availableParallelism() + 1, 8)
/** A worker keeps modules of every file that it has run: above this much it costs more to look after them than to begin anew. */
const WORKER_MEMORY = '400MB'
const JEST = [
  'node_modules/jest/bin/jest.js',
  `--maxWorkers=${WORKERS}`,
  `--workerIdleMemoryLimit=${WORKER_MEMORY}`,
  '--testEnvironment=./scripts/test/quiet-environment.ts',
  '--testSequencer=./scripts/test/longest-first.ts',
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

/**
 * `env` is added to that of the tests; `show` gets what jest prints, as it comes, and a line for each fault of the end;
 * each test that ran is added to `ran`.
 */
export interface JestOptions {
  readonly env?: NodeJS.ProcessEnv
  readonly ran?: Ran[]
  readonly show?: (text: string) => void
}

/** Runs the tests that the arguments choose. The clean end counts as one check more. */
export async function runJest(
  root: string,
  args: readonly string[],
  { env = {}, ran = [], show = (text) => void process.stderr.write(text) }: JestOptions = {},
): Promise<Tally> {
  const folder = scratchFolder('jest-')
  const json = join(folder, 'results.json')
  const handles = join(folder, 'handles.txt')
  const scratch = join(folder, 'tmp')
  mkdirSync(scratch)
  let signal: NodeJS.Signals | undefined
  try {
    const cache = join(root, '.tools/jest')
    const own = ['--json', `--outputFile=${json}`, `--cacheDirectory=${cache}`]
    const all = [...NODE, ...JEST, ...own, ...args]
    const added = {
      RELEASE_ACTIONS_OPEN_HANDLES: handles,
      TMPDIR: scratch,
      RELEASE_ACTIONS_COMPILED: join(folder, 'compiled'),
    }
    const child = spawn(process.execPath, all, {
      cwd: root,
      env: { ...process.env, ...env, ...added },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const signalled = handSignalsTo(child)
    const ending = await watch(child, json, show)
    signal = signalled()
    const open = openHandles(handles)
    const faults = [...faultsOf(ending, open.length > 0), ...open]
    if (signal === undefined) for (const line of faults) show(`FAILED   ${line}\n`)
    if (existsSync(json)) ran.push(...testsIn(root, readFileSync(json, 'utf8')))
    return tallyOf(json, faults.length, ending)
  } finally {
    rmSync(folder, { recursive: true, force: true })
    // As a shell says that a signal ended a program: what still waits for the tests waits in vain.
    if (signal !== undefined) process.exit(128 + constants.signals[signal])
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

/** jest gives a worker half a second to end, which a busy machine may need: a fault only where something was left open. */
function faultsOf({ killed, forced, left }: Ending, isOpen: boolean): string[] {
  for (const { pid } of left) process.kill(pid, 'SIGKILL')
  return [
    ...(killed ? [`jest did not end within ${GRACE_MS / 1000} s of its last test`] : []),
    ...(forced && isOpen ? ['jest had to force a worker to exit'] : []),
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
