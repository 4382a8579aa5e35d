import type { Repository } from '../store.ts'
import type { World } from '../world.ts'
import { type Conclusion, currentAttempt, type RunJob, type WorkflowRun } from './run.ts'
import type { ToldOfJob } from './told.ts'

/** Notes what was told about a job; the first word about it makes it. */
export function noteJob(
  world: World,
  repository: Repository,
  run: WorkflowRun,
  report: ToldOfJob,
): void {
  const attempt = currentAttempt(run)
  const job = jobOf(world, repository, run, report)
  if (report.kind === 'job-ended') endJob(repository, job, report.result, report.at)
  else if (report.kind !== 'job-started') noteStep(job, report)
  if (attempt.status === 'queued') attempt.status = 'in_progress'
}

function noteStep(job: RunJob, report: Exclude<ToldOfJob, { readonly result: string }>) {
  const at = iso(report.at)
  if (report.kind === 'step-started') {
    job.steps.push({
      key: report.step,
      name: report.name,
      number: job.steps.length + 1,
      conclusion: null,
      startedAt: at,
      completedAt: null,
      lines: [],
    })
  }
  const step = job.steps.findLast(({ key }) => 'step' in report && key === report.step)
  if (step === undefined) return
  if (report.kind === 'output') step.lines.push({ at, text: report.line })
  if (report.kind !== 'step-ended') return
  step.conclusion = conclusionOf(report.outcome)
  step.completedAt = at
}

/** The job of a report; the first word about it makes it, and the check run that it is. */
function jobOf(world: World, repository: Repository, run: WorkflowRun, report: ToldOfJob): RunJob {
  const { jobs } = currentAttempt(run)
  const known = jobs.find(({ key }) => key === report.job)
  if (known !== undefined) return known
  const at = iso(report.at)
  const job: RunJob = {
    id: world.nextId(),
    key: report.job,
    name: report.kind === 'job-started' ? report.name : report.job,
    status: 'in_progress',
    conclusion: null,
    createdAt: at,
    startedAt: at,
    completedAt: null,
    steps: [],
  }
  jobs.push(job)
  repository.checkRuns.push({
    id: job.id,
    name: job.name,
    headSha: run.headSha,
    externalId: job.key,
    detailsUrl: null,
    status: 'in_progress',
    conclusion: null,
    startedAt: at,
    completedAt: null,
    output: { title: null, summary: null, text: null },
    annotations: [],
    app: 'github-actions',
    suite: run.id,
  })
  return job
}

/** Notes how a job ended, and its check run with it. */
export function endJob(repository: Repository, job: RunJob, result: string, at: number): void {
  job.status = 'completed'
  job.conclusion = conclusionOf(result)
  job.completedAt = iso(at)
  const check = repository.checkRuns.find(({ id }) => id === job.id)
  if (check === undefined) return
  check.status = 'completed'
  check.conclusion = job.conclusion
  check.completedAt = job.completedAt
}

function conclusionOf(result: string): Conclusion {
  const known: readonly Conclusion[] = ['success', 'failure', 'cancelled', 'skipped', 'timed_out']
  return known.find((word) => word === result) ?? 'failure'
}

function iso(at: number) {
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z')
}
