import { rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  loadCallTree,
  preflight,
  type RunOptions,
  runWorkflow,
  type WorkflowRun,
} from '../../act/index.ts'
import { checkOut } from '../git/run.ts'
import type { Conclusion, GitHub, RunReport, RunStart } from '../index.ts'

/** What of a run does not come from GitHub: the suite, secrets, tools, addresses. */
export type RunFrame = Omit<
  RunOptions,
  | 'consumer'
  | 'workflow'
  | 'event'
  | 'inputs'
  | 'payload'
  | 'environments'
  | 'actor'
  | 'triggeringActor'
  | 'ref'
  | 'sha'
  | 'runId'
  | 'runAttempt'
  | 'runNumber'
  | 'repository'
  | 'workdir'
  | 'runtimeToken'
>

/** How runs are carried out. */
export interface ActRunnerOptions {
  readonly frame: RunFrame
  /** The token of a run for the results service. */
  readonly runtimeToken: (runId: number) => string
  /** Folder for everything the runs write. */
  readonly workdir: string
  /** Runs at the same time; the others wait for their turn. One unless given. */
  readonly parallel?: number
}

/** What reaches an attempt from outside, and what an earlier one has left. */
export interface Signals {
  readonly cancel: AbortSignal
  readonly signal: AbortSignal
  readonly earlier: WorkflowRun | undefined
}

/** One attempt from its checkout to its conclusion; undefined when it has to wait for a review first. */
export async function carryOut(
  github: GitHub,
  options: ActRunnerOptions,
  run: RunStart,
  { earlier, ...signals }: Signals,
): Promise<WorkflowRun | undefined> {
  const report = (told: RunReport) => github.report(run.repository, run.runId, told)
  const workdir = join(options.workdir, `run-${run.runId}-${run.attempt}`)
  const prepared: RunOptions = {
    ...(await prepare(github, options, run, workdir)),
    ...signals,
    ...(earlier && { rerunFailedOf: earlier }),
    onEvent: report,
  }
  const waiting = environmentsToReview(prepared)
  if (waiting.length > 0) {
    report({ kind: 'waiting', environments: waiting })
    return undefined
  }
  report({ kind: 'started' })
  const done = await runWorkflow(prepared)
  settle(done, report)
  return done
}

/** What only the end tells: jobs that were skipped, jobs that a cancellation ended, annotations. */
function settle(done: WorkflowRun, report: (told: RunReport) => void) {
  const now = Date.now()
  for (const { path, name, result, startedAt = now, endedAt = now } of done.jobs) {
    report({ kind: 'job-started', job: path, name, at: startedAt })
    report({ kind: 'job-ended', job: path, result, at: endedAt })
  }
  for (const annotation of done.annotations) report({ kind: 'annotated', ...annotation })
  report({ kind: 'completed', conclusion: conclusionOf(done), at: now })
}

async function prepare(
  github: GitHub,
  { frame, runtimeToken }: ActRunnerOptions,
  run: RunStart,
  workdir: string,
): Promise<RunOptions> {
  const { git, environments } = github.repository(run.repository)
  const consumer = join(workdir, 'repository')
  // A run that waited for a review was here before.
  rmSync(workdir, { recursive: true, force: true })
  await checkOut(git.gitDir, run.sha, consumer)
  return {
    ...frame,
    consumer,
    workdir: join(workdir, 'act'),
    repository: run.repository,
    workflow: run.workflow.slice(run.workflow.lastIndexOf('/') + 1),
    event: run.event,
    inputs: run.inputs,
    payload: run.payload,
    actor: run.actor,
    triggeringActor: run.triggeringActor,
    ref: run.ref,
    sha: run.sha,
    runId: run.runId,
    runAttempt: run.attempt,
    runNumber: run.runNumber,
    runtimeToken: runtimeToken(run.runId),
    environments: Object.fromEntries(
      [...environments.values()].map(({ name, reviewers }) => [
        name,
        {
          ...(reviewers && { reviewers }),
          ...(run.approvals[name] && { approvedBy: run.approvals[name] }),
        },
      ]),
    ),
  }
}

/** Environments whose review is all that is missing; none when the run can start or never will. */
function environmentsToReview(options: RunOptions): string[] {
  const refusals = findings(options)
  const waiting = refusals.map((line) => /^waiting: .* for environment (\S+) by /.exec(line)?.[1])
  const names = waiting.filter((name) => name !== undefined)
  return names.length === refusals.length ? [...new Set(names)] : []
}

/** A file that cannot be read at all is what the run itself reports. */
function findings(options: RunOptions): string[] {
  try {
    return preflight(loadCallTree(options, options.workflow), options)
  } catch {
    return []
  }
}

function conclusionOf({ conclusion }: WorkflowRun): Conclusion {
  return conclusion === 'refused' ? 'startup_failure' : conclusion
}
