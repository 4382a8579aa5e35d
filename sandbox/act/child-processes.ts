import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

interface Process {
  readonly pid: number
  readonly parent: number
  readonly environment: readonly string[]
}

/** Processes of this machine that this user may look into. */
function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)))
}

function readProcess(pid: number): Process[] {
  try {
    const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const parent = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1])
    return [{ pid, parent, environment }]
  } catch {
    // It has ended meanwhile, or belongs to somebody else.
    return []
  }
}

/** Sends a signal; a process that is gone already is no error. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Direct children of a process that have a variable of this value. */
export function childrenOf(parent: number, variable: string, value: string): number[] {
  return processes()
    .filter((each) => each.parent === parent && each.environment.includes(`${variable}=${value}`))
    .map(({ pid }) => pid)
}

/** Kills a process and everything below it. */
export function endTree(root: number): void {
  const all = processes()
  const below = (pid: number): number[] =>
    all.filter(({ parent }) => parent === pid).flatMap((child) => [child.pid, ...below(child.pid)])
  for (const pid of [root, ...below(root)]) signalProcess(pid, 'SIGKILL')
}

/**
 * Ends what a run left running, wherever it moved to, as GitHub's runner does: by `RUNNER_TRACKING_ID`. Returns when
 * nothing of it is left. Throws when something cannot be ended within two seconds.
 */
export async function endTracked(tracking: string): Promise<void> {
  const mark = `RUNNER_TRACKING_ID=${tracking}`
  for (let round = 0; round < 100; round++) {
    const left = processes().filter(({ environment }) => environment.includes(mark))
    if (left.length === 0) return
    for (const { pid } of left) signalProcess(pid, 'SIGKILL')
    await wait(20)
  }
  throw new Error('processes of the run cannot be ended')
}
