import { readdirSync, readFileSync } from 'node:fs'

/** A process of a run. */
export interface RunProcess {
  readonly pid: number
  readonly parent: number
}

/** The processes that carry `RUNNER_TRACKING_ID=<tracking>`: steps, actions and what they left in the background. */
export function trackedProcesses(tracking: string): RunProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => tracked(Number(name), tracking))
}

function tracked(pid: number, tracking: string): RunProcess[] {
  try {
    const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
    if (!environment.includes(`RUNNER_TRACKING_ID=${tracking}`)) return []
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const parent = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1])
    return [{ pid, parent }]
  } catch {
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

/** Ends what the run left running, as GitHub's runner does after a job. */
export function endTracked(tracking: string): void {
  for (const { pid } of trackedProcesses(tracking)) signalProcess(pid, 'SIGKILL')
}
