import { refuse } from '../refusal.ts'
import { type Answer, type Call, created, route } from '../route.ts'
import { currentAttempt, newAttempt, type WorkflowRun } from '../runs/run.ts'
import { handOver } from '../runs/start.ts'
import { findRun } from './runs.ts'

const run = '/repos/{owner}/{repo}/actions/runs/{run_id}' as const
const maxAttempts = 50

/** Running again and cancelling. */
export const runChangeRoutes = [
  route(`POST ${run}/rerun`, { actions: 'write' }, (call) => rerun(call, false)),
  route(`POST ${run}/rerun-failed-jobs`, { actions: 'write' }, (call) => rerun(call, true)),
  route(`POST ${run}/cancel`, { actions: 'write' }, ({ world, repository, input }) => {
    const known = findRun(repository, input.run_id)
    const attempt = currentAttempt(known)
    if (attempt.status === 'completed')
      refuse(409, 'Cannot cancel a workflow run that is completed.')
    if (attempt.status === 'in_progress') world.runner?.cancel(known.id)
    else Object.assign(attempt, { status: 'completed', conclusion: 'cancelled' })
    return { status: 202, data: {} }
  }),
]

type RunCall = Call<{ readonly run_id: number }>

/** Starts the next attempt of the same run: same commit, same inputs, whoever asks. */
function rerun({ world, repository, token, input }: RunCall, onlyFailed: boolean): Answer {
  const known = findRun(repository, input.run_id)
  const last = currentAttempt(known)
  requireRerun(known, onlyFailed)
  const next = newAttempt(last.number + 1, token.login, world.now())
  if (onlyFailed) next.jobs.push(...last.jobs.filter((job) => job.conclusion === 'success'))
  known.attempts.push(next)
  handOver(world, repository, known, onlyFailed)
  return created({})
}

function requireRerun(known: WorkflowRun, onlyFailed: boolean) {
  const last = currentAttempt(known)
  if (last.status !== 'completed') refuse(403, 'This workflow is already running')
  if (known.attempts.length > maxAttempts) {
    refuse(403, `Unable to retry this workflow run because it was retried ${maxAttempts} times`)
  }
  const hasFailed = last.jobs.some(({ conclusion }) => conclusion !== 'success')
  if (onlyFailed && !hasFailed) refuse(403, 'The workflow run has no failed jobs')
}
