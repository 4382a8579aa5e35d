import { join } from 'node:path'
import type { ActEnd } from './act-process.ts'
import type { Cancelled } from './cancellation.ts'
import { resultOutput } from './flatten/call.ts'
import { endJob } from './flatten/index.ts'
import type { PlannedJob } from './flatten/plan.ts'
import type { JobRecord } from './log/job-record.ts'
import type { Recorder } from './log/recorder.ts'
import type { RunOptions } from './options.ts'
import type { JobRun, Result, WorkflowRun } from './outcome.ts'
import type { Prepared } from './prepare.ts'

/** The report of a run that GitHub would not have started. */
export function refused(refusal: string, options: RunOptions, started: number): WorkflowRun {
  return {
    conclusion: 'refused',
    refusal,
    jobs: [],
    summaries: [],
    annotations: [],
    logFile: join(options.workdir, 'run.jsonl'),
    flatFile: '',
    seconds: (Date.now() - started) / 1000,
  }
}

/** The report of a run, or of one phase of it, from what its log said. */
export function report(
  prepared: Prepared,
  recorder: Recorder,
  end: ActEnd,
  logFile: string,
  started: number,
): WorkflowRun {
  const jobs = prepared.plan ? plannedJobs(prepared, recorder) : loggedJobs(recorder)
  const problem = problemOf(jobs, recorder, end)
  return {
    conclusion: conclusionOf(prepared, recorder, end, problem),
    ...(problem === undefined ? {} : { problem }),
    jobs,
    summaries: recorder.summaries,
    annotations: recorder.annotations,
    logFile,
    flatFile: prepared.places.workflow,
    seconds: (Date.now() - started) / 1000,
  }
}

/** The jobs that a cancellation settles: those that had ended, and those that were running as cancelled. */
export function jobsAtCancel(
  jobs: readonly JobRun[],
  { plan }: Prepared,
  { at, running }: Cancelled,
): JobRun[] {
  const surviving = new Set(plan?.planned.filter((job) => job.survives).map((job) => job.id))
  return jobs
    .filter((job) => running.has(job.id) || job.reused || (job.endedAt ?? at) < at)
    .map((job) =>
      running.has(job.id) && !surviving.has(job.id)
        ? { ...job, result: 'cancelled' as const }
        : job,
    )
}

/** A cancelled run: what was settled by the cancellation and what ran after it. */
export function mergePhases(settled: WorkflowRun, after: WorkflowRun): WorkflowRun {
  const before = new Map(settled.jobs.map((job) => [job.path, job]))
  return {
    ...after,
    conclusion: 'cancelled',
    jobs: after.jobs.map((job) => before.get(job.path) ?? job),
    summaries: [...settled.summaries, ...after.summaries],
    annotations: [...settled.annotations, ...after.annotations],
  }
}

function plannedJobs({ plan }: Prepared, recorder: Recorder): JobRun[] {
  const ran = (plan?.planned ?? []).flatMap((job) => shownJob(job, recorder))
  const reused = (plan?.reused ?? []).map<JobRun>(({ path, result, outputs }) => ({
    id: path,
    path,
    name: path,
    result: result as Result,
    outputs,
    steps: [],
    reused: true,
  }))
  return [...reused, ...ran]
}

function shownJob(job: PlannedJob, recorder: Recorder): JobRun[] {
  const run = jobRun(job.id, job.path, recorder.jobs.get(job.id))
  if (job.matrix && run.result !== 'success') return [{ ...run, name: run.path }]
  const skipped = run.result === 'skipped'
  if (job.internal || (job.rules.slotOf !== undefined && skipped)) return []
  const stopped = skipped && job.rules.stoppedBy.some((id) => failed(recorder.jobs.get(id)))
  return [stopped ? { ...run, result: 'cancelled' as const } : run]
}

function failed(record: JobRecord | undefined): boolean {
  return record?.result === 'failure' || record?.outputs[resultOutput] === 'failure'
}

function loggedJobs(recorder: Recorder): JobRun[] {
  // A calling job only announces what it calls.
  return [...recorder.jobs.values()]
    .filter((record) => record.startedAt !== undefined || record.result !== undefined)
    .map((record) => jobRun(record.key, record.path, record))
}

function jobRun(id: string, path: string, record: JobRecord | undefined): JobRun {
  return {
    id,
    path,
    name: record?.name ?? path,
    result: record?.result ?? 'missing',
    outputs: record?.outputs ?? {},
    ...(record?.startedAt === undefined ? {} : { startedAt: record.startedAt }),
    ...(record?.endedAt === undefined ? {} : { endedAt: record.endedAt }),
    steps: record?.steps ?? [],
  }
}

function problemOf(jobs: readonly JobRun[], { errors }: Recorder, end: ActEnd): string | undefined {
  if (end.stopped === 'timeout') return 'the run took longer than its time limit'
  if (end.stopped === 'aborted') return 'the run was stopped'
  if (end.cancelled) return undefined
  const crash = errors.find((line) => line.startsWith('fatal error:') || line.startsWith('panic:'))
  if (crash) return `act crashed: ${crash}`
  const missing = jobs.filter((job) => job.result === 'missing').map((job) => job.path)
  if (missing.length > 0 || jobs.length === 0)
    return `act gave no result for ${missing.join(', ') || 'any job'}: ${errors.at(-1) ?? 'no reason given'}`
  return undefined
}

function conclusionOf(
  { plan }: Prepared,
  recorder: Recorder,
  end: ActEnd,
  problem: string | undefined,
): WorkflowRun['conclusion'] {
  if (end.stopped === 'aborted') return 'cancelled'
  if (problem !== undefined) return 'failure'
  if (!plan) return end.exitCode === 0 ? 'success' : 'failure'
  const result = recorder.jobs.get(endJob)?.outputs[resultOutput]
  return result === 'failure' || result === 'cancelled' ? result : 'success'
}
