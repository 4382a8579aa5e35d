import type { Approval } from '../store.ts'

/** How far a run, a job or a step is. */
export type Progress = 'queued' | 'waiting' | 'in_progress' | 'completed'

/** How it ended, in GitHub's words; null until then. */
export type Conclusion =
  | 'success'
  | 'failure'
  | 'cancelled'
  | 'skipped'
  | 'timed_out'
  | 'startup_failure'

/** One step of a job with what it printed. */
export interface RunStep {
  /** The step's id in the file, or its index. */
  readonly key: string
  readonly name: string
  /** From 1. */
  readonly number: number
  conclusion: Conclusion | null
  readonly startedAt: string
  completedAt: string | null
  readonly lines: { readonly at: string; readonly text: string }[]
}

/** One job of an attempt; on GitHub it is a check run of the same id as well. */
export interface RunJob {
  readonly id: number
  /** The job's path in the call tree. */
  readonly key: string
  readonly name: string
  status: Progress
  conclusion: Conclusion | null
  readonly createdAt: string
  readonly startedAt: string
  completedAt: string | null
  readonly steps: RunStep[]
}

/** One time that a run was carried out. */
export interface RunAttempt {
  /** From 1. */
  readonly number: number
  readonly triggeringActor: string
  status: Progress
  conclusion: Conclusion | null
  readonly startedAt: string
  updatedAt: string
  readonly jobs: RunJob[]
  /** Environments whose review it waits for. */
  waitingFor: readonly string[]
}

/** One run of a workflow with all its attempts, the newest last. */
export interface WorkflowRun {
  readonly id: number
  readonly runNumber: number
  /** Path of the workflow file. */
  readonly workflow: string
  /** The workflow's own name. */
  readonly name: string
  readonly title: string
  readonly event: string
  /** Name of the branch or tag. */
  readonly headBranch: string
  readonly headSha: string
  readonly inputs: Readonly<Record<string, string>>
  /** What the event adds to its payload. */
  readonly payload: Readonly<Record<string, unknown>>
  readonly actor: string
  readonly createdAt: string
  readonly approvals: Approval[]
  readonly attempts: RunAttempt[]
}

/** The attempt that counts: the newest one. */
export function currentAttempt(run: WorkflowRun): RunAttempt {
  const attempt = run.attempts.at(-1)
  if (attempt === undefined) throw new Error(`run ${run.id} has no attempt`)
  return attempt
}

/** A first or further attempt that nothing has happened in yet. */
export function newAttempt(number: number, triggeringActor: string, now: string): RunAttempt {
  return {
    number,
    triggeringActor,
    status: 'queued',
    conclusion: null,
    startedAt: now,
    updatedAt: now,
    jobs: [],
    waitingFor: [],
  }
}
