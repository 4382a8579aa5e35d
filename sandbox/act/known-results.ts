import type { KnownResults } from './flatten/scope.ts'
import type { JobRun } from './outcome.ts'

/** What "Re-run failed jobs" takes over from the attempt before: successful and skipped jobs with their outputs. */
export function forRerun(jobs: readonly JobRun[]): KnownResults {
  const kept = jobs.filter(({ result }) => result === 'success' || result === 'skipped')
  return { jobs: new Map(kept.map((job) => [job.path, job])), settled: false }
}

/** What is settled when a run is cancelled; the jobs that did not start yet decide by `always()` and `cancelled()`. */
export function forCancelled(jobs: readonly JobRun[]): KnownResults {
  return { jobs: new Map(jobs.map((job) => [job.path, job])), settled: true }
}
