import { setTimeout as wait } from 'node:timers/promises'
import { childrenOf, endTree, signalProcess } from './child-processes.ts'
import type { PlannedJob } from './flatten/plan.ts'
import type { JobRecord } from './log/job-record.ts'
import type { Recorder } from './log/recorder.ts'

/** How long a process has after SIGINT and after SIGTERM, in milliseconds; GitHub's runner gives 7,500 and 2,500. */
export interface Grace {
  readonly interruptMs: number
  readonly terminateMs: number
}

/** How long act has to take in that the run is cancelled. */
const toldMs = 100

/** What was going on when the run was cancelled. */
export interface Cancelled {
  /** Milliseconds since the epoch. */
  readonly at: number
  /** Flat ids of the jobs that had started and not ended. */
  readonly running: ReadonlySet<string>
}

/**
 * Cancels a run as GitHub's runner does: tells act, which then starts no further step without `always()`, and signals the
 * running steps itself; a step whose condition still holds is left alone. Ends act when the running jobs have ended.
 */
export async function cancelRun(
  actPid: number,
  planned: readonly PlannedJob[],
  recorder: Recorder,
  grace: Grace,
): Promise<Cancelled> {
  const running = [...recorder.jobs.values()].filter(isRunning)
  const cancelled: Cancelled = { at: Date.now(), running: new Set(running.map((job) => job.key)) }
  const pids = running
    .filter((job) => !survives(job, planned))
    .flatMap((job) => childrenOf(actPid, 'SANDBOX_JOB', job.key))
  signalProcess(actPid, 'SIGINT')
  const ended = allEnded(running)
  // act has to know of it before it sees a step end: what ends earlier has failed, and is not cancelled.
  await wait(toldMs)
  for (const pid of pids) signalProcess(pid, 'SIGINT')
  const escalated = new AbortController()
  void escalate(pids, grace, escalated.signal)
  await ended
  escalated.abort()
  signalProcess(actPid, 'SIGTERM')
  return cancelled
}

function isRunning(job: JobRecord): boolean {
  return !job.internal && job.startedAt !== undefined && job.endedAt === undefined
}

function survives(job: JobRecord, planned: readonly PlannedJob[]): boolean {
  const plan = planned.find(({ id }) => id === job.key)
  const step = plan?.steps.find(({ id }) => id === job.currentStep)
  return plan?.survives === true || step?.survives === true
}

async function escalate(pids: readonly number[], grace: Grace, signal: AbortSignal): Promise<void> {
  try {
    await wait(grace.interruptMs, undefined, { signal })
    for (const pid of pids) signalProcess(pid, 'SIGTERM')
    await wait(grace.terminateMs, undefined, { signal })
    for (const pid of pids) endTree(pid)
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

async function allEnded(jobs: readonly JobRecord[]): Promise<void> {
  while (jobs.some((job) => job.endedAt === undefined)) await wait(20)
}
