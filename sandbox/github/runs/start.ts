import type { RunStart } from '../options.ts'
import type { Repository } from '../store.ts'
import type { World } from '../world.ts'
import { currentAttempt, newAttempt, type WorkflowRun } from './run.ts'

/** What GITHUB_TOKEN causes starts no run, dispatches excepted. */
export const SILENT = 'github-actions[bot]'

/** What is known of a run before it begins. */
export type Planned = Pick<
  WorkflowRun,
  | 'workflow'
  | 'name'
  | 'title'
  | 'event'
  | 'headBranch'
  | 'headSha'
  | 'inputs'
  | 'payload'
  | 'actor'
> & {
  /** A fresh id unless given. */
  readonly id?: number | undefined
  readonly triggeringActor?: string | undefined
  /** Number of the attempt that it stands at; 1 unless given. */
  readonly attempt?: number | undefined
}

/** Notes a run as queued. */
export function noteRun(world: World, repository: Repository, planned: Planned): WorkflowRun {
  const { id = world.nextId(), triggeringActor = planned.actor, attempt = 1, ...rest } = planned
  const now = world.now()
  const numbers = Array.from({ length: attempt }, (_, index) => index + 1)
  const run: WorkflowRun = {
    ...rest,
    id,
    runNumber: repository.runs.get(id)?.runNumber ?? nextNumber(repository, planned.workflow),
    createdAt: now,
    approvals: [],
    attempts: numbers.map((number) => newAttempt(number, triggeringActor, now)),
  }
  repository.runs.set(id, run)
  return run
}

/** Runs are counted for each workflow. */
function nextNumber(repository: Repository, workflow: string) {
  return [...repository.runs.values()].filter((run) => run.workflow === workflow).length + 1
}

/** Hands the newest attempt of a run to who carries it out. */
export function handOver(
  world: World,
  repository: Repository,
  run: WorkflowRun,
  onlyFailed = false,
): void {
  const attempt = currentAttempt(run)
  const approved = run.approvals.filter(({ state }) => state === 'approved')
  const start: RunStart = {
    repository: repository.fullName,
    runId: run.id,
    runNumber: run.runNumber,
    workflow: run.workflow,
    ...startedBy(run),
    sha: run.headSha,
    inputs: run.inputs,
    payload: run.payload,
    actor: run.actor,
    triggeringActor: attempt.triggeringActor,
    attempt: attempt.number,
    onlyFailed,
    approvals: Object.fromEntries(approved.map(({ environment, login }) => [environment, login])),
  }
  world.runner?.start(start)
}

function startedBy({ event, headBranch, payload }: WorkflowRun): Pick<RunStart, 'event' | 'ref'> {
  if (event === 'push') return { event, ref: String(payload.ref) }
  if (event === 'release') return { event, ref: `refs/tags/${headBranch}` }
  return { event: 'workflow_dispatch', ref: `refs/heads/${headBranch}` }
}
