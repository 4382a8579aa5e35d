import { jobBody } from '../bodies/job.ts'
import { runBody } from '../bodies/run.ts'
import { signedUrl } from '../files/signed.ts'
import { cutPage } from '../page.ts'
import { type Answer, type Call, found, ok, route } from '../route.ts'
import { currentAttempt, type RunAttempt, type RunJob, type WorkflowRun } from '../runs/run.ts'
import type { Repository } from '../store.ts'
import { findWorkflow } from './workflows.ts'

const run = '/repos/{owner}/{repo}/actions/runs/{run_id}' as const
const attempts = `${run}/attempts/{attempt_number}` as const

/** Runs, their attempts, jobs and logs. */
export const runRoutes = [
  route('GET /repos/{owner}/{repo}/actions/runs', { actions: 'read' }, (call) =>
    listRuns(call, [...call.repository.runs.values()]),
  ),
  route(
    'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
    { actions: 'read' },
    async (call) => {
      const { path } = await findWorkflow(call)
      const all = [...call.repository.runs.values()]
      return listRuns(
        call,
        all.filter(({ workflow }) => workflow === path),
      )
    },
  ),
  route(`GET ${run}`, { actions: 'read' }, async ({ world, repository, input }) =>
    ok(await runBody(world, repository, findRun(repository, input.run_id))),
  ),
  route(`GET ${run}/jobs`, { actions: 'read' }, (call) => {
    const known = findRun(call.repository, call.input.run_id)
    const listed = call.input.filter === 'all' ? known.attempts : [currentAttempt(known)]
    return listJobs(call, known, listed)
  }),
  route(`GET ${attempts}`, { actions: 'read' }, async (call) => {
    const { world, repository } = call
    const { known, attempt } = findAttempt(call)
    return ok(await runBody(world, repository, known, attempt))
  }),
  route(`GET ${attempts}/jobs`, { actions: 'read' }, (call) => {
    const { known, attempt } = findAttempt(call)
    return listJobs(call, known, [attempt])
  }),
  route(`GET ${run}/logs`, { actions: 'read' }, (call) => {
    const known = findRun(call.repository, call.input.run_id)
    return logAnswer(call, known, currentAttempt(known))
  }),
  route(`GET ${attempts}/logs`, { actions: 'read' }, (call) => {
    const { known, attempt } = findAttempt(call)
    return logAnswer(call, known, attempt)
  }),
  route('GET /repos/{owner}/{repo}/actions/jobs/{job_id}', { actions: 'read' }, (call) => {
    const { known, attempt, job } = findJob(call)
    return ok(jobBody(call.world, call.repository, known, attempt, job))
  }),
  route('GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs', { actions: 'read' }, (call) => {
    const { job } = findJob(call)
    return { status: 302, headers: { location: signedUrl(call.world, 'jobs', job.id) } }
  }),
]

/** The run of an id, or 404. */
export function findRun(repository: Repository, id: number): WorkflowRun {
  return found(repository.runs.get(Number(id)))
}

function findAttempt({
  repository,
  input,
}: Call<{ readonly run_id: number; readonly attempt_number: number }>) {
  const known = findRun(repository, input.run_id)
  return { known, attempt: found(known.attempts.find((a) => a.number === input.attempt_number)) }
}

function findJob({ repository, input }: Call<{ readonly job_id: number | bigint }>): {
  readonly known: WorkflowRun
  readonly attempt: RunAttempt
  readonly job: RunJob
} {
  const all = [...repository.runs.values()].flatMap((known) =>
    known.attempts.flatMap((attempt) => attempt.jobs.map((job) => ({ known, attempt, job }))),
  )
  return found(all.find(({ job }) => job.id === Number(input.job_id)))
}

interface RunFilter {
  readonly actor?: string | undefined
  readonly branch?: string | undefined
  readonly event?: string | undefined
  readonly status?: string | undefined
  readonly head_sha?: string | undefined
}

async function listRuns(call: Call<RunFilter>, runs: readonly WorkflowRun[]): Promise<Answer> {
  const { world, repository, input } = call
  const wanted = runs.filter((each) => matches(each, input)).toReversed()
  const { part, headers } = cutPage(call, wanted)
  const bodies = await Promise.all(part.map((each) => runBody(world, repository, each)))
  return { ...ok({ total_count: wanted.length, workflow_runs: bodies }), headers }
}

function matches(each: WorkflowRun, filter: RunFilter) {
  const { status, conclusion } = currentAttempt(each)
  const pairs = [
    [filter.actor, each.actor],
    [filter.branch, each.headBranch],
    [filter.event, each.event],
    [filter.head_sha, each.headSha],
  ]
  const isState = [status, conclusion, undefined].some((word) => word === filter.status)
  return isState && pairs.every(([wanted, own]) => wanted === undefined || wanted === own)
}

function listJobs(call: Call<unknown>, known: WorkflowRun, listed: readonly RunAttempt[]): Answer {
  const { world, repository } = call
  const all = listed.flatMap((attempt) => attempt.jobs.map((job) => ({ attempt, job })))
  const { part, headers } = cutPage(call, all)
  const jobs = part.map(({ attempt, job }) => jobBody(world, repository, known, attempt, job))
  return { ...ok({ total_count: all.length, jobs }), headers }
}

/** An archive with the logs; GitHub has none before the attempt has begun. */
function logAnswer({ world }: Call<unknown>, known: WorkflowRun, attempt: RunAttempt): Answer {
  found(attempt.jobs[0])
  const location = signedUrl(world, 'runs', `${known.id}-${attempt.number}`)
  return { status: 302, headers: { location } }
}
