import type { Deployment, DeploymentStatus, Environment, Repository } from '../store.ts'
import type { World } from '../world.ts'
import { apiUrl, nodeId, pageUrl } from './names.ts'
import { userBody } from './user.ts'

/** GitHub's `deployment`. */
export function deploymentBody(world: World, repository: Repository, deployment: Deployment) {
  const url = `${apiUrl(world, repository)}/deployments/${deployment.id}`
  return {
    id: deployment.id,
    node_id: nodeId('Deployment', deployment.id),
    url,
    sha: deployment.sha,
    ref: deployment.ref,
    task: deployment.task,
    payload: deployment.payload,
    original_environment: deployment.environment,
    environment: deployment.environment,
    description: deployment.description,
    creator: userBody(world, deployment.login),
    created_at: deployment.createdAt,
    updated_at: deployment.updatedAt,
    statuses_url: `${url}/statuses`,
    repository_url: apiUrl(world, repository),
    transient_environment: deployment.transient,
    production_environment: deployment.production,
  }
}

/** GitHub's `deployment-status`. */
export function deploymentStatusBody(
  world: World,
  repository: Repository,
  deployment: Deployment,
  status: DeploymentStatus,
) {
  const url = `${apiUrl(world, repository)}/deployments/${deployment.id}`
  return {
    id: status.id,
    node_id: nodeId('DeploymentStatus', status.id),
    url: `${url}/statuses/${status.id}`,
    state: status.state,
    creator: userBody(world, status.login),
    description: status.description,
    environment: status.environment,
    target_url: status.logUrl,
    log_url: status.logUrl,
    environment_url: status.environmentUrl,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    deployment_url: url,
    repository_url: apiUrl(world, repository),
  }
}

/** GitHub's `environment` with its protection. */
export function environmentBody(world: World, repository: Repository, environment: Environment) {
  const name = encodeURIComponent(environment.name)
  const isProtected = environment.protectedBranches === true
  return {
    id: environment.id,
    node_id: nodeId('Environment', environment.id),
    name: environment.name,
    url: `${apiUrl(world, repository)}/environments/${name}`,
    html_url: `${pageUrl(world, repository)}/deployments/activity_log?environments_filter=${name}`,
    created_at: environment.createdAt,
    updated_at: environment.createdAt,
    can_admins_bypass: true,
    protection_rules: protectionRules(world, environment),
    deployment_branch_policy: isProtected
      ? { protected_branches: true, custom_branch_policies: false }
      : null,
  }
}

function protectionRules(world: World, environment: Environment) {
  const { id, waitTimer, reviewers, protectedBranches } = environment
  const rules: object[] = []
  const head = (type: string) => ({ id: id * 10 + rules.length, node_id: nodeId('Gate', id), type })
  if (waitTimer !== undefined) rules.push({ ...head('wait_timer'), wait_timer: waitTimer })
  if (reviewers !== undefined) {
    rules.push({
      ...head('required_reviewers'),
      prevent_self_review: environment.preventSelfReview ?? false,
      reviewers: reviewers.map((login) => ({ type: 'User', reviewer: userBody(world, login) })),
    })
  }
  if (protectedBranches === true) rules.push(head('branch_policy'))
  return rules
}
