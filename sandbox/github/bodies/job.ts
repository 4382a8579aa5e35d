import type { RunAttempt, RunJob, WorkflowRun } from '../runs/run.ts'
import type { Repository } from '../store.ts'
import type { World } from '../world.ts'
import { apiUrl, nodeId, pageUrl } from './names.ts'

/** GitHub's `job`. */
export function jobBody(
  world: World,
  repository: Repository,
  run: WorkflowRun,
  attempt: RunAttempt,
  job: RunJob,
) {
  const api = apiUrl(world, repository)
  return {
    id: job.id,
    node_id: nodeId('CheckRun', job.id),
    run_id: run.id,
    run_url: `${api}/actions/runs/${run.id}`,
    run_attempt: attempt.number,
    head_sha: run.headSha,
    head_branch: run.headBranch,
    url: `${api}/actions/jobs/${job.id}`,
    html_url: `${pageUrl(world, repository)}/actions/runs/${run.id}/job/${job.id}`,
    check_run_url: `${api}/check-runs/${job.id}`,
    workflow_name: run.name,
    name: job.name,
    status: job.status,
    conclusion: job.conclusion,
    created_at: job.createdAt,
    started_at: job.startedAt,
    completed_at: job.completedAt,
    labels: ['ubuntu-latest'],
    runner_id: 1,
    runner_name: 'GitHub Actions 1',
    runner_group_id: 0,
    runner_group_name: 'GitHub Actions',
    steps: job.steps.map((step) => ({
      name: step.name,
      number: step.number,
      status: step.conclusion === null ? 'in_progress' : 'completed',
      conclusion: step.conclusion,
      started_at: step.startedAt,
      completed_at: step.completedAt,
    })),
  }
}
