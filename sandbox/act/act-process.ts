import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import { actArguments, actEnvironment } from './act-call.ts'
import { endTracked, signalProcess } from './child-processes.ts'
import type { Recorder } from './log/recorder.ts'
import type { RunOptions } from './options.ts'
import type { Prepared } from './prepare.ts'

/** How the act process ended. */
export interface ActEnd {
  readonly exitCode: number | null
  readonly stopped?: 'aborted' | 'timeout'
}

/** Runs act to its end and feeds the recorder; nothing of the run is left running afterwards. */
export async function runAct(
  prepared: Prepared,
  options: RunOptions,
  recorder: Recorder,
): Promise<ActEnd> {
  const tracking = `sandbox_${randomUUID()}`
  const child = spawn(
    options.tools.act,
    actArguments(options, prepared.places, prepared.secrets, tracking),
    {
      cwd: options.workdir,
      env: actEnvironment(options, prepared.places),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const stop = stopOn(options, child)
  try {
    const lines = Promise.all([
      readLines(child.stdout, (line) => recorder.output(line, Date.now())),
      readLines(child.stderr, (line) => recorder.error(line)),
    ])
    const exitCode = await ended(child)
    endTracked(tracking)
    await lines
    const stopped = stop.reason()
    return stopped ? { exitCode, stopped } : { exitCode }
  } finally {
    stop.release()
    endTracked(tracking)
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
  for await (const line of createInterface({
    input: stream,
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    read(line)
  }
}

/** Ends act when the caller aborts or the time is up: SIGTERM stops the steps at once. */
function stopOn(
  { signal, timeoutMs }: RunOptions,
  child: ChildProcess,
): { reason: () => 'aborted' | 'timeout' | undefined; release: () => void } {
  let reason: 'aborted' | 'timeout' | undefined
  const stop = (why: 'aborted' | 'timeout'): void => {
    reason ??= why
    if (child.pid !== undefined) signalProcess(child.pid, 'SIGTERM')
  }
  const abort = (): void => stop('aborted')
  const timer = setTimeout(() => stop('timeout'), timeoutMs)
  if (signal?.aborted) abort()
  signal?.addEventListener('abort', abort)
  return {
    reason: () => reason,
    release: () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    },
  }
}
