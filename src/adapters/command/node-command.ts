import { type ChildProcess, spawn } from 'node:child_process'
import { Failure } from '../../domain/failure.ts'
import type { Command, CommandResult } from '../../ports/command.ts'
import { commandEnvironment } from '../runner/command-environment.ts'

export interface CommandLimits {
  /** Folder the command runs in. */
  readonly cwd: string
  /** Largest output of each of stdout and stderr. */
  readonly maxBytes: number
  /** Aborted when the job is cancelled. */
  readonly signal?: AbortSignal
}

/** Commands as child processes, each the leader of its own process group so that it ends with all it started. */
export function nodeCommand(limits: CommandLimits): Command {
  return {
    async run([program = '', ...argv], { timeoutMs, env }) {
      const child = spawn(program, argv, {
        cwd: limits.cwd,
        env: commandEnvironment(env),
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: process.platform !== 'win32',
        shell: false,
      })
      return supervise(child, program, timeoutMs, limits)
    },
  }
}

function supervise(
  child: ChildProcess,
  program: string,
  timeoutMs: number,
  { maxBytes, signal }: CommandLimits,
): Promise<CommandResult> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const give = (failure: Failure) => {
      endGroup(child)
      settle(() => reject(failure))
    }
    const tooLarge = () =>
      give(new Failure('too-large', `${program} prints more than ${maxBytes} bytes`))
    const late = () => give(new Failure('timeout', `${program} did not end within ${timeoutMs} ms`))
    const cancelled = () => give(new Failure('cancelled', 'the job was cancelled'))
    const timer = setTimeout(late, timeoutMs)
    const settle = (act: () => void) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancelled)
      act()
    }
    if (signal?.aborted) cancelled()
    signal?.addEventListener('abort', cancelled)
    const stdout = collect(child.stdout, maxBytes, tooLarge)
    const stderr = collect(child.stderr, maxBytes, tooLarge)
    child.once('error', (error) => settle(() => reject(notStarted(program, error))))
    child.once('close', (exit) => {
      const elapsedMs = Math.round(performance.now() - started)
      settle(() => resolve({ exit, stdout: stdout(), stderr: stderr(), elapsedMs }))
    })
  })
}

/** Gather a stream's text; the result is asked for when it has ended. */
function collect(
  stream: NodeJS.ReadableStream | null,
  maxBytes: number,
  tooLarge: () => void,
): () => string {
  const chunks: Buffer[] = []
  let bytes = 0
  stream?.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > maxBytes) tooLarge()
    else chunks.push(chunk)
  })
  return () => Buffer.concat(chunks).toString('utf8')
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

function notStarted(program: string, error: NodeJS.ErrnoException): Failure {
  const code = error.code ?? ''
  if (code === 'ENOENT')
    return new Failure('absent', `the program ${program} does not exist`, 'Install it in the job')
  return new Failure('not-started', `the program ${program} could not be started (${code})`)
}
