import { deploymentStatusBody } from '../bodies/deployment.ts'
import { paged } from '../page.ts'
import { invalid } from '../refusal.ts'
import { type Call, created, found, ok, route } from '../route.ts'
import type { Deployment, DeploymentStatus, Repository } from '../store.ts'
import type { World } from '../world.ts'
import { findDeployment } from './deployments.ts'

const maxDescription = 140

/** What became of a deployment. */
export const deploymentStatusRoutes = [
  route(
    'GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses',
    { deployments: 'read' },
    (call) => {
      const { world, repository, input } = call
      const deployment = findDeployment(repository, input.deployment_id)
      return paged(call, deployment.statuses.toReversed(), (status) =>
        deploymentStatusBody(world, repository, deployment, status),
      )
    },
  ),
  route(
    'POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses',
    { deployments: 'write' },
    createStatus,
  ),
  route(
    'GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses/{status_id}',
    { deployments: 'read' },
    ({ world, repository, input }) => {
      const deployment = findDeployment(repository, input.deployment_id)
      const status = found(deployment.statuses.find(({ id }) => id === input.status_id))
      return ok(deploymentStatusBody(world, repository, deployment, status))
    },
  ),
]

interface StatusInput {
  readonly deployment_id: number
  readonly state: string
  readonly target_url?: string
  readonly log_url?: string
  readonly description?: string
  readonly environment?: string
  readonly environment_url?: string
  readonly auto_inactive?: boolean
}

function createStatus({ world, repository, token, input }: Call<StatusInput>) {
  const deployment = findDeployment(repository, input.deployment_id)
  const description = input.description ?? ''
  if (description.length > maxDescription) {
    const message = `description is too long (maximum is ${maxDescription} characters)`
    invalid({ resource: 'DeploymentStatus', code: 'custom', field: 'description', message })
  }
  const status: DeploymentStatus = {
    id: world.nextId(),
    state: input.state,
    description,
    environment: input.environment ?? deployment.environment,
    environmentUrl: input.environment_url ?? '',
    logUrl: input.log_url ?? input.target_url ?? '',
    login: token.login,
    createdAt: world.now(),
  }
  if (input.state === 'success' && input.auto_inactive !== false) {
    retireOlder(world, repository, deployment, token.login)
  }
  deployment.statuses.push(status)
  deployment.updatedAt = status.createdAt
  return created(deploymentStatusBody(world, repository, deployment, status))
}

/** A success makes the earlier successes of its environment inactive, unless they are lasting. */
function retireOlder(world: World, repository: Repository, current: Deployment, login: string) {
  const older = repository.deployments.filter(
    (each) =>
      each.id < current.id &&
      each.environment === current.environment &&
      !each.transient &&
      !each.production &&
      each.statuses.at(-1)?.state === 'success',
  )
  for (const each of older) {
    const last = each.statuses.at(-1)
    if (last === undefined) continue
    each.statuses.push({
      ...last,
      id: world.nextId(),
      state: 'inactive',
      description: '',
      login,
      createdAt: world.now(),
    })
  }
}
