import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import { actArguments, actEnvironment } from './act-call.ts'
import { type Cancelled, cancelRun } from './cancellation.ts'
import { endTracked, signalProcess } from './child-processes.ts'
import type { Recorder } from './log/recorder.ts'
import type { RunOptions } from './options.ts'
import type { Prepared } from './prepare.ts'

/** How the act process ended. */
export interface ActEnd {
  readonly exitCode: number | null
  readonly stopped?: 'aborted' | 'timeout'
  readonly cancelled?: Cancelled
}

const githubGrace = { interruptMs: 7_500, terminateMs: 2_500 }
/** How long act has to stop its steps before it is killed itself. */
const stopMs = 5_000

/** Runs act to its end and feeds the recorder; nothing of the run is left running afterwards. */
export async function runAct(
  prepared: Prepared,
  options: RunOptions,
  recorder: Recorder,
): Promise<ActEnd> {
  const tracking = `sandbox_${randomUUID()}`
  const args = actArguments(options, prepared.places, prepared.secrets, tracking)
  const child = spawn(options.tools.act, args, {
    cwd: options.workdir,
    env: actEnvironment(options, prepared.places),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = stopOn(options, child)
  const cancel = cancelOn(prepared, options, recorder, child)
  try {
    const lines = Promise.all([
      readLines(child.stdout, (line) => recorder.output(line, Date.now())),
      readLines(child.stderr, (line) => recorder.error(line)),
    ])
    const exitCode = await ended(child)
    await endTracked(tracking)
    await lines
    return { exitCode, ...stop.reason(), ...(await cancel.outcome()) }
  } finally {
    stop.release()
    cancel.release()
    await endTracked(tracking)
  }
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`act could not be started: ${error.message}`)))
    child.once('exit', (code) => resolve(code))
  })
}

async function readLines(
  stream: NodeJS.ReadableStream,
  read: (line: string) => void,
): Promise<void> {
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })
  for await (const line of lines) read(line)
}

/** Ends act when the caller aborts or the time is up: SIGTERM stops the steps at once. */
function stopOn(
  { signal, timeoutMs }: RunOptions,
  child: ChildProcess,
): { reason: () => Pick<ActEnd, 'stopped'>; release: () => void } {
  let stopped: ActEnd['stopped']
  let kill: NodeJS.Timeout | undefined
  const stop = (why: 'aborted' | 'timeout'): void => {
    const { pid } = child
    if (stopped !== undefined || pid === undefined) return
    stopped = why
    signalProcess(pid, 'SIGTERM')
    kill = setTimeout(() => signalProcess(pid, 'SIGKILL'), stopMs)
  }
  const abort = (): void => stop('aborted')
  const timer = setTimeout(() => stop('timeout'), timeoutMs)
  if (signal?.aborted) abort()
  signal?.addEventListener('abort', abort)
  return {
    reason: () => (stopped ? { stopped } : {}),
    release: () => {
      clearTimeout(timer)
      clearTimeout(kill)
      signal?.removeEventListener('abort', abort)
    },
  }
}

/** Cancels the run, once, when the caller presses the button. */
function cancelOn(
  { plan }: Prepared,
  { cancel, cancelGrace }: RunOptions,
  recorder: Recorder,
  child: ChildProcess,
): { outcome: () => Promise<Pick<ActEnd, 'cancelled'>>; release: () => void } {
  let running: Promise<Cancelled> | undefined
  const start = (): void => {
    if (child.pid === undefined || child.exitCode !== null) return
    running ??= cancelRun(child.pid, plan?.planned ?? [], recorder, cancelGrace ?? githubGrace)
  }
  if (cancel?.aborted) start()
  cancel?.addEventListener('abort', start)
  return {
    outcome: async () => (running ? { cancelled: await running } : {}),
    release: () => cancel?.removeEventListener('abort', start),
  }
}
