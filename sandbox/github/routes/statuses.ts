import { apiUrl, nodeId } from '../bodies/names.ts'
import { minimalRepositoryBody } from '../bodies/repository.ts'
import { userBody } from '../bodies/user.ts'
import { requireCommit } from '../lookup.ts'
import { cutPage, paged } from '../page.ts'
import { invalid, refuse } from '../refusal.ts'
import { type Call, created, ok, route } from '../route.ts'
import type { CommitStatus, Repository } from '../store.ts'
import type { World } from '../world.ts'

const maxDescription = 140

/** Statuses of commits: what others wait for. */
export const statusRoutes = [
  route('POST /repos/{owner}/{repo}/statuses/{sha}', { statuses: 'write' }, createStatus),
  route('GET /repos/{owner}/{repo}/commits/{ref}/statuses', { statuses: 'read' }, async (call) => {
    const sha = await requireCommit(call.repository, call.input.ref)
    const list = call.repository.statuses.filter((each) => each.sha === sha).toReversed()
    return paged(call, list, (status) => statusBody(call.world, call.repository, status))
  }),
  route('GET /repos/{owner}/{repo}/commits/{ref}/status', { statuses: 'read' }, combinedStatus),
]

/** The newest status of each context on a commit. */
export function latestStatuses(repository: Repository, sha: string): CommitStatus[] {
  const newest = new Map<string, CommitStatus>()
  for (const status of repository.statuses.filter((each) => each.sha === sha)) {
    newest.set(status.context, status)
  }
  return [...newest.values()]
}

interface NewStatus {
  readonly sha: string
  readonly state: CommitStatus['state']
  readonly target_url?: string | null
  readonly description?: string | null
  readonly context?: string
}

async function createStatus({ world, repository, token, input }: Call<NewStatus>) {
  if ((await repository.git.typeOf(input.sha)) !== 'commit') {
    refuse(422, `No commit found for SHA: ${input.sha}`)
  }
  if ((input.description ?? '').length > maxDescription) {
    const message = `description is too long (maximum is ${maxDescription} characters)`
    invalid({ resource: 'Status', code: 'custom', field: 'description', message })
  }
  const status: CommitStatus = {
    id: world.nextId(),
    sha: input.sha,
    state: input.state,
    context: input.context ?? 'default',
    description: input.description ?? null,
    targetUrl: input.target_url ?? null,
    login: token.login,
    createdAt: world.now(),
  }
  repository.statuses.push(status)
  return created(statusBody(world, repository, status))
}

async function combinedStatus(call: Call<{ readonly ref: string }>) {
  const { world, repository, input } = call
  const sha = await requireCommit(repository, input.ref)
  const latest = latestStatuses(repository, sha)
  const { part, headers } = cutPage(call, latest)
  const url = `${apiUrl(world, repository)}/commits/${sha}`
  const body = {
    state: combine(latest.map((each) => each.state)),
    statuses: part.map((each) => simpleStatusBody(world, repository, each)),
    sha,
    total_count: latest.length,
    repository: minimalRepositoryBody(world, repository),
    commit_url: url,
    url: `${url}/status`,
  }
  return { ...ok(body), headers }
}

function combine(states: readonly CommitStatus['state'][]) {
  if (states.some((state) => state === 'error' || state === 'failure')) return 'failure'
  return states.length > 0 && states.every((state) => state === 'success') ? 'success' : 'pending'
}

function statusBody(world: World, repository: Repository, status: CommitStatus) {
  const creator = userBody(world, status.login)
  return { ...simpleStatusBody(world, repository, status), creator }
}

/** Where statuses are combined, GitHub leaves out who made them. */
function simpleStatusBody(world: World, repository: Repository, status: CommitStatus) {
  return {
    url: `${apiUrl(world, repository)}/statuses/${status.sha}`,
    avatar_url: userBody(world, status.login).avatar_url,
    id: status.id,
    node_id: nodeId('StatusContext', status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
  }
}
