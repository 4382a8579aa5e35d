import type { Repository } from '../store.ts'
import type { World } from '../world.ts'
import type { Annotation } from './check-run.ts'
import { endJob, noteJob } from './job-report.ts'
import { currentAttempt, type RunAttempt, type WorkflowRun } from './run.ts'
import type { RunReport } from './told.ts'

/** Notes what was told about the newest attempt of a run. */
export function noteReport(
  world: World,
  repository: Repository,
  run: WorkflowRun,
  report: RunReport,
): void {
  const attempt = currentAttempt(run)
  attempt.updatedAt = world.now()
  if (report.kind === 'started') attempt.status = 'in_progress'
  else if (report.kind === 'waiting') {
    attempt.status = 'waiting'
    attempt.waitingFor = report.environments
  } else if (report.kind === 'completed') {
    attempt.status = 'completed'
    attempt.conclusion = report.conclusion
    settleJobs(repository, attempt, report)
  } else if (report.kind === 'annotated') annotate(repository, attempt, report)
  else noteJob(world, repository, run, report)
}

/** What was still running when the run ended was cancelled. */
function settleJobs(repository: Repository, attempt: RunAttempt, { at }: { readonly at: number }) {
  for (const job of attempt.jobs.filter(({ status }) => status !== 'completed')) {
    endJob(repository, job, 'cancelled', at)
  }
}

function annotate(
  repository: Repository,
  attempt: RunAttempt,
  { job, level, title, message }: Extract<RunReport, { readonly kind: 'annotated' }>,
) {
  const id = attempt.jobs.find(({ key }) => key === job)?.id
  const annotation: Annotation = {
    path: '.github',
    startLine: 1,
    endLine: 1,
    level: level === 'error' ? 'failure' : level,
    title: title ?? null,
    message,
    rawDetails: null,
  }
  repository.checkRuns.find((check) => check.id === id)?.annotations.push(annotation)
}
