import { deploymentBody } from '../bodies/deployment.ts'
import { identityOf } from '../bodies/git.ts'
import { findCommit } from '../lookup.ts'
import { paged } from '../page.ts'
import { invalid, refuse } from '../refusal.ts'
import { type Answer, type Call, created, found, noContent, ok, route } from '../route.ts'
import type { Deployment, Repository } from '../store.ts'
import { createEnvironment } from '../world.ts'
import { latestStatuses } from './statuses.ts'

const maxDescription = 140

/** Deployments, with GitHub's merging of the default branch and its waiting for statuses. */
export const deploymentRoutes = [
  route('GET /repos/{owner}/{repo}/deployments', { deployments: 'read' }, (call) => {
    const { world, repository, input } = call
    const keys = ['sha', 'ref', 'task', 'environment'] as const
    const list = repository.deployments.filter((each) =>
      keys.every((key) => [each[key], 'none'].includes(input[key] ?? 'none')),
    )
    return paged(call, list.toReversed(), (each) => deploymentBody(world, repository, each))
  }),
  route('POST /repos/{owner}/{repo}/deployments', { deployments: 'write' }, createDeployment),
  route(
    'GET /repos/{owner}/{repo}/deployments/{deployment_id}',
    { deployments: 'read' },
    (call) => {
      const { world, repository, input } = call
      return ok(deploymentBody(world, repository, findDeployment(repository, input.deployment_id)))
    },
  ),
  route(
    'DELETE /repos/{owner}/{repo}/deployments/{deployment_id}',
    { deployments: 'write' },
    ({ repository, input }) => {
      const deployment = findDeployment(repository, input.deployment_id)
      const isActive = deployment.statuses.at(-1)?.state !== 'inactive'
      if (isActive && repository.deployments.length > 1) {
        refuse(422, 'We cannot delete an active deployment unless it is the only deployment')
      }
      repository.deployments = repository.deployments.filter((each) => each !== deployment)
      return noContent()
    },
  ),
]

/** The deployment of an id, or 404. */
export function findDeployment(repository: Repository, id: number): Deployment {
  return found(repository.deployments.find((each) => each.id === id))
}

interface DeploymentInput {
  readonly ref: string
  readonly task?: string
  readonly auto_merge?: boolean
  readonly required_contexts?: readonly string[] | null
  readonly payload?: unknown
  readonly environment?: string
  readonly description?: string | null
  readonly transient_environment?: boolean
  readonly production_environment?: boolean
}

async function createDeployment(call: Call<DeploymentInput>): Promise<Answer> {
  const { world, repository, input } = call
  if ((input.description ?? '').length > maxDescription) {
    const message = `description is too long (maximum is ${maxDescription} characters)`
    invalid({ resource: 'Deployment', code: 'custom', field: 'description', message })
  }
  const sha = await findCommit(repository, input.ref)
  if (sha === undefined) return refuse(422, `No ref found for: ${input.ref}`)
  if (input.auto_merge !== false) {
    const merged = await mergeDefaultBranch(call, sha)
    if (merged !== undefined) return merged
  }
  requireContexts(repository, sha, input)
  const deployment = newDeployment(call, sha)
  const key = deployment.environment.toLowerCase()
  if (!repository.environments.has(key)) {
    const { environment: name } = deployment
    repository.environments.set(key, createEnvironment(world, { name }))
  }
  repository.deployments.push(deployment)
  return created(deploymentBody(world, repository, deployment))
}

function newDeployment({ world, token, input }: Call<DeploymentInput>, sha: string): Deployment {
  const now = world.now()
  const environment = input.environment ?? 'production'
  return {
    id: world.nextId(),
    sha,
    ref: input.ref,
    task: input.task ?? 'deploy',
    payload: input.payload ?? {},
    environment,
    description: input.description ?? null,
    transient: input.transient_environment ?? false,
    production: input.production_environment ?? environment === 'production',
    login: token.login,
    createdAt: now,
    updatedAt: now,
    statuses: [],
  }
}

/** Refuses while a status that the deployment waits for is not green; by default it waits for all. */
function requireContexts(repository: Repository, sha: string, input: DeploymentInput) {
  const latest = latestStatuses(repository, sha)
  const needed = input.required_contexts ?? latest.map((each) => each.context)
  const isGreen = (context: string) =>
    latest.some((each) => each.context === context && each.state === 'success')
  if (needed.every(isGreen)) return
  refuse(409, `Conflict: Commit status checks failed for ${input.ref}`)
}

/** Merges the default branch into a branch that is behind it: then nothing is deployed yet. */
async function mergeDefaultBranch(
  { world, repository, token, input }: Call<DeploymentInput>,
  sha: string,
): Promise<Answer | undefined> {
  const { git, defaultBranch } = repository
  const isBranch = (await git.commitOf(`refs/heads/${input.ref}`)) !== undefined
  const head = await git.commitOf(`refs/heads/${defaultBranch}`)
  if (!isBranch || head === undefined || (await git.isAncestor(head, sha))) return undefined
  const tree = await git.mergedTree(sha, head)
  if (tree === undefined) return refuse(409, `Conflict merging ${defaultBranch} into ${input.ref}.`)
  const person = identityOf(world, token.login)
  const message = `Merge ${defaultBranch} into ${input.ref}`
  const commit = { tree, parents: [sha, head], message, author: person, committer: person }
  await git.updateRef(`refs/heads/${input.ref}`, await git.writeCommit(commit), sha)
  const data = { message: `Auto-merged ${defaultBranch} into ${input.ref} on deployment.` }
  return { status: 202, data }
}
