import type { KnownResults } from './flatten/scope.ts'
import type { WorkflowRun } from './outcome.ts'

/** What "Re-run failed jobs" takes over from the attempt before: successful and skipped jobs with their outputs. */
export function knownResults(earlier: WorkflowRun | undefined): KnownResults | undefined {
  if (!earlier) return undefined
  const kept = earlier.jobs.filter(({ result }) => result === 'success' || result === 'skipped')
  return { jobs: new Map(kept.map((job) => [job.path, job])), settled: false }
}
