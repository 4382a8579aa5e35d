import type { CommitObject } from '../git/objects.ts'
import { currentAttempt, type RunAttempt, type WorkflowRun } from '../runs/run.ts'
import { workflowId } from '../runs/workflow-file.ts'
import type { Repository } from '../store.ts'
import type { World } from '../world.ts'
import { apiUrl, nodeId, pageUrl } from './names.ts'
import { minimalRepositoryBody } from './repository.ts'
import { userBody } from './user.ts'

/** GitHub's `workflow-run`, with the commit if git knows it. */
export async function runBody(
  world: World,
  repository: Repository,
  run: WorkflowRun,
  attempt: RunAttempt = currentAttempt(run),
) {
  const url = `${apiUrl(world, repository)}/actions/runs/${run.id}`
  const page = `${pageUrl(world, repository)}/actions/runs/${run.id}`
  const isNewest = attempt === currentAttempt(run)
  const owner = minimalRepositoryBody(world, repository)
  const workflow = workflowId(world, repository, run.workflow)
  return {
    id: run.id,
    node_id: nodeId('WorkflowRun', run.id),
    name: run.name,
    path: run.workflow,
    display_title: run.title,
    head_branch: run.headBranch,
    head_sha: run.headSha,
    run_number: run.runNumber,
    run_attempt: attempt.number,
    event: run.event,
    status: attempt.status,
    conclusion: attempt.conclusion,
    workflow_id: workflow,
    check_suite_id: run.id,
    check_suite_node_id: nodeId('CheckSuite', run.id),
    actor: userBody(world, run.actor),
    triggering_actor: userBody(world, attempt.triggeringActor),
    created_at: run.createdAt,
    updated_at: attempt.updatedAt,
    run_started_at: attempt.startedAt,
    url,
    html_url: isNewest ? page : `${page}/attempts/${attempt.number}`,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${apiUrl(world, repository)}/check-suites/${run.id}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: attempt.number > 1 ? `${url}/attempts/${attempt.number - 1}` : null,
    workflow_url: `${apiUrl(world, repository)}/actions/workflows/${workflow}`,
    pull_requests: [],
    head_commit: headCommit(await commitOf(repository, run.headSha)),
    repository: owner,
    head_repository: owner,
  }
}

async function commitOf({ git }: Repository, sha: string) {
  return (await git.typeOf(sha)) === 'commit' ? git.commit(sha) : undefined
}

function headCommit(commit: CommitObject | undefined) {
  if (commit === undefined) return null
  const { oid, tree, message, author, committer } = commit
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
