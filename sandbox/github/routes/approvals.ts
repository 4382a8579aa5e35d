import { deploymentBody, environmentBody } from '../bodies/deployment.ts'
import { userBody } from '../bodies/user.ts'
import { refuse } from '../refusal.ts'
import { type Call, found, ok, route } from '../route.ts'
import { currentAttempt, type WorkflowRun } from '../runs/run.ts'
import { handOver } from '../runs/start.ts'
import type { Deployment, Environment, Repository } from '../store.ts'
import type { World } from '../world.ts'
import { findRun } from './runs.ts'

const run = '/repos/{owner}/{repo}/actions/runs/{run_id}' as const

/** What people said about runs that wait for an environment, and their saying it. */
export const approvalRoutes = [
  route(`GET ${run}/approvals`, { actions: 'read' }, ({ world, repository, input }) => {
    const { approvals } = findRun(repository, input.run_id)
    const bodies = approvals.map(({ environment, login, state, comment }) => {
      const known = found(repository.environments.get(environment.toLowerCase()))
      const environments = [plainEnvironment(world, repository, known)]
      return { environments, state, user: userBody(world, login), comment }
    })
    return ok(bodies)
  }),
  route(`GET ${run}/pending_deployments`, { actions: 'read' }, (call) => {
    const { world, repository, token, input } = call
    const known = findRun(repository, input.run_id)
    return ok(
      waitingFor(repository, known).map((environment) => ({
        environment: pendingEnvironment(world, repository, environment),
        wait_timer: environment.waitTimer ?? 0,
        wait_timer_started_at: null,
        current_user_can_approve: mayReview(environment, known, token.login),
        reviewers: (environment.reviewers ?? []).map((login) => ({
          type: 'User',
          reviewer: userBody(world, login),
        })),
      })),
    )
  }),
  route(`POST ${run}/pending_deployments`, { deployments: 'write' }, review),
]

interface Review {
  readonly run_id: number
  readonly environment_ids: readonly number[]
  readonly state: 'approved' | 'rejected'
  readonly comment: string
}

/** A reviewer's answer; the run begins when no environment waits any more, and ends when one is rejected. */
function review(call: Call<Review>) {
  const { world, repository, token, input } = call
  const known = findRun(repository, input.run_id)
  const reviewed = waitingFor(repository, known).filter(({ id }) =>
    input.environment_ids.includes(id),
  )
  if (reviewed.length < input.environment_ids.length) {
    refuse(422, 'There are no pending deployment requests to approve or reject')
  }
  if (!reviewed.every((environment) => mayReview(environment, known, token.login))) {
    refuse(422, 'You are not allowed to review these deployments')
  }
  const { state, comment } = input
  for (const { name } of reviewed) {
    known.approvals.push({ environment: name, login: token.login, state, comment })
  }
  settle(world, repository, known, state)
  return ok(
    reviewed.map(({ name }) => deploymentBody(world, repository, deploymentOf(call, known, name))),
  )
}

function settle(world: World, repository: Repository, known: WorkflowRun, state: Review['state']) {
  const attempt = currentAttempt(known)
  if (state === 'rejected') {
    Object.assign(attempt, { status: 'completed', conclusion: 'failure', waitingFor: [] })
    return
  }
  const approved = known.approvals.map(({ environment }) => environment)
  attempt.waitingFor = attempt.waitingFor.filter((name) => !approved.includes(name))
  if (attempt.waitingFor.length > 0) return
  attempt.status = 'queued'
  handOver(world, repository, known)
}

/** GitHub makes a deployment for each job that waits for an environment. */
function deploymentOf(
  { world, repository, token }: Call<Review>,
  known: WorkflowRun,
  name: string,
) {
  const now = world.now()
  const deployment: Deployment = {
    id: world.nextId(),
    sha: known.headSha,
    ref: known.headBranch,
    task: 'deploy',
    payload: {},
    environment: name,
    description: null,
    transient: false,
    production: name === 'production',
    login: token.login,
    createdAt: now,
    updatedAt: now,
    statuses: [],
  }
  repository.deployments.push(deployment)
  return deployment
}

function waitingFor(repository: Repository, known: WorkflowRun): Environment[] {
  return currentAttempt(known)
    .waitingFor.map((name) => repository.environments.get(name.toLowerCase()))
    .filter((environment) => environment !== undefined)
}

function mayReview(environment: Environment, known: WorkflowRun, login: string) {
  const isOwnRun = currentAttempt(known).triggeringActor === login
  if (environment.preventSelfReview === true && isOwnRun) return false
  return (environment.reviewers ?? []).includes(login)
}

function plainEnvironment(world: World, repository: Repository, environment: Environment) {
  const { protection_rules, deployment_branch_policy, ...plain } = environmentBody(
    world,
    repository,
    environment,
  )
  return plain
}

function pendingEnvironment(world: World, repository: Repository, environment: Environment) {
  const { id, node_id, name, url, html_url } = environmentBody(world, repository, environment)
  return { id, node_id, name, url, html_url }
}
