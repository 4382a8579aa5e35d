import type { Evidence } from '../judging/verdict.ts'

/** Results of jobs as GitHub gives them; empty where a job's result is unknown. */
export type JobResult = 'success' | 'failure' | 'cancelled' | 'skipped' | ''

export interface JobOutcome {
  readonly job: string
  readonly result: JobResult
  /** Counts as done: success, or a skip that was expected. */
  readonly good: boolean
  /** Why a skip is good, or why a result is not. */
  readonly note: string
}

const FREEZE_JOB = 'auto-freeze-on-observability-failure'

/**
 * Judge the jobs of a workflow: everything that is not a success is a failure, a skip too, unless it is expected.
 * Freezing is skipped as expected when nothing had to be frozen.
 */
export function judgeJobs(
  results: ReadonlyMap<string, JobResult>,
  expectedSkips: readonly string[],
): JobOutcome[] {
  const passed = (job: string) => results.get(job) === 'success'
  const calm = passed('observability-gate') && passed('deploy-release')
  const notes = new Map(expectedSkips.map((job) => [job, 'skipped because asked']))
  if (calm) notes.set(FREEZE_JOB, 'nothing to freeze')
  return [...results].map(([job, result]) => {
    const skip = result === 'skipped' ? (notes.get(job) ?? '') : ''
    return outcome(job, result, skip)
  })
}

function outcome(job: string, result: JobResult, skip: string): JobOutcome {
  // That the channel had to be frozen is never good news, however well the freezing went.
  const froze = job === FREEZE_JOB && result === 'success'
  const good = (result === 'success' && !froze) || skip !== ''
  const bad = froze ? 'the channel was frozen' : result === '' ? 'no result' : result
  return { job, result, good, note: good ? skip : bad }
}

/** Each job as evidence: the pipeline's verdict is the worst of them. */
export function evidenceOfJobs(jobs: readonly JobOutcome[]): Evidence[] {
  return jobs.map(({ job, result, good, note }) => ({
    name: job,
    verdict: good ? 'pass' : 'fail',
    question: 'result of the job',
    answer: note === '' ? result : note,
    limit: '',
  }))
}

const WORDS = ['success', 'failure', 'cancelled', 'skipped', '']

/** Read lines `job=result`. Undefined when a line is not one, a job comes twice, or there is none. */
export function parseJobResults(text: string): Map<string, JobResult> | undefined {
  const lines = text
    .split('\n')
    .map((l) => l.trim())
    .filter((l) => l !== '')
  const pairs = lines.map((l) => /^([a-z0-9-]+)=([a-z]*)$/.exec(l))
  const results = new Map<string, JobResult>()
  for (const [, job, result] of pairs.map((p) => p ?? [])) {
    if (job === undefined || !isResult(result) || results.has(job)) return undefined
    results.set(job, result)
  }
  return results.size === 0 ? undefined : results
}

function isResult(word: string | undefined): word is JobResult {
  return word !== undefined && WORDS.includes(word)
}
