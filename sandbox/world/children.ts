import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'

const alive = new Set<ChildProcess>()
let watching = false

/**
 * Starts a program that never outlives this process: it is killed when this process exits, by itself
 * or by SIGINT, SIGTERM or SIGHUP. A program that cannot be started rejects with its error.
 */
export async function startChild(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
): Promise<ChildProcess> {
  return adopt(spawn(command, args, options))
}

/** Takes on a child that was started elsewhere (for example by `fork`), as `startChild` does. */
export async function adopt(child: ChildProcess): Promise<ChildProcess> {
  watchParent()
  alive.add(child)
  child.once('exit', () => alive.delete(child))
  child.once('error', () => alive.delete(child))
  await once(child, 'spawn')
  // Without a listener a later error (a signal that cannot be sent) would end this process.
  child.on('error', () => {})
  return child
}

/** Ends a child and waits until it is gone: SIGTERM, and after `graceMs` SIGKILL. */
export async function endChild(child: ChildProcess, graceMs = 1500): Promise<void> {
  if (hasEnded(child)) return
  child.kill('SIGTERM')
  await goneWithin(child, graceMs)
}

/** Waits until a child has ended by itself; after `graceMs` it is killed. */
export async function goneWithin(child: ChildProcess, graceMs: number): Promise<void> {
  if (hasEnded(child)) return
  const gone = once(child, 'exit')
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs)
  await gone
  clearTimeout(timer)
}

/** Whether the process is over, by itself or by a signal. */
export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

function watchParent(): void {
  if (watching) return
  watching = true
  process.once('exit', killAll)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      killAll()
      // Having listened at all took away the signal's own effect; another listener decides itself.
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
    })
  }
}

function killAll(): void {
  for (const child of alive) child.kill('SIGKILL')
}
