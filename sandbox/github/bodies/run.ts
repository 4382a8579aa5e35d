import type { CommitObject } from '../git/objects.ts'
import type { Repository, WorkflowRun } from '../store.ts'
import type { World } from '../world.ts'
import { apiUrl, nodeId, pageUrl } from './names.ts'
import { minimalRepositoryBody } from './repository.ts'
import { userBody } from './user.ts'

/** GitHub's `workflow-run`. */
export function runBody(
  world: World,
  repository: Repository,
  run: WorkflowRun,
  commit: CommitObject | undefined,
) {
  const url = `${apiUrl(world, repository)}/actions/runs/${run.id}`
  const owner = minimalRepositoryBody(world, repository)
  return {
    id: run.id,
    node_id: nodeId('WorkflowRun', run.id),
    name: run.name,
    path: run.workflow,
    display_title: run.name,
    head_branch: run.headBranch,
    head_sha: run.headSha,
    run_number: run.runNumber,
    run_attempt: run.attempt,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: world.accountId(run.workflow),
    actor: userBody(world, run.actor),
    triggering_actor: userBody(world, run.triggeringActor),
    created_at: run.createdAt,
    updated_at: run.createdAt,
    run_started_at: run.createdAt,
    url,
    html_url: `${pageUrl(world, repository)}/actions/runs/${run.id}`,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${apiUrl(world, repository)}/check-suites/${run.id}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: run.attempt > 1 ? `${url}/attempts/${run.attempt - 1}` : null,
    workflow_url: `${apiUrl(world, repository)}/actions/workflows/${world.accountId(run.workflow)}`,
    pull_requests: [],
    head_commit: commit === undefined ? null : headCommit(commit),
    repository: owner,
    head_repository: owner,
  }
}

function headCommit({ oid, tree, message, author, committer }: CommitObject) {
  const person = (identity: CommitObject['author']) => ({
    name: identity.name,
    email: identity.email,
  })
  return {
    id: oid,
    tree_id: tree,
    message,
    timestamp: committer.date,
    author: person(author),
    committer: person(committer),
  }
}
