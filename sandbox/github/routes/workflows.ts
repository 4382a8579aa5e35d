import { apiUrl, nodeId, pageUrl } from '../bodies/names.ts'
import { cutPage } from '../page.ts'
import { type Call, found, ok, route } from '../route.ts'
import { type WorkflowFile, workflowFiles, workflowId } from '../runs/workflow-file.ts'
import type { Repository } from '../store.ts'
import type { World } from '../world.ts'
import { dispatchWorkflow } from './dispatches.ts'

/** Workflow files of the default branch, and their dispatch. */
export const workflowRoutes = [
  route('GET /repos/{owner}/{repo}/actions/workflows', { actions: 'read' }, async (call) => {
    const { world, repository } = call
    const all = await defaultWorkflows(repository)
    const { part, headers } = cutPage(call, all)
    const workflows = part.map((each) => workflowBody(world, repository, each))
    return { ...ok({ total_count: all.length, workflows }), headers }
  }),
  route(
    'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}',
    { actions: 'read' },
    async (call) => ok(workflowBody(call.world, call.repository, await findWorkflow(call))),
  ),
  route(
    'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
    { actions: 'write' },
    async (call) => dispatchWorkflow(call, (await findWorkflow(call)).path),
  ),
]

type WorkflowCall = Call<{ readonly workflow_id: number | string }>

/** The workflow of the default branch by its number or its file name; 404 when there is none. */
export async function findWorkflow({ world, repository, input }: WorkflowCall) {
  const wanted = String(input.workflow_id)
  const all = await defaultWorkflows(repository)
  const isIt = ({ path }: WorkflowFile) =>
    path === wanted ||
    path.endsWith(`/${wanted}`) ||
    String(workflowId(world, repository, path)) === wanted
  return found(all.find(isIt))
}

async function defaultWorkflows(repository: Repository) {
  const head = await repository.git.commitOf(`refs/heads/${repository.defaultBranch}`)
  return workflowFiles(repository, head)
}

function workflowBody(world: World, repository: Repository, { path, name }: WorkflowFile) {
  const id = workflowId(world, repository, path)
  const page = pageUrl(world, repository)
  return {
    id,
    node_id: nodeId('Workflow', id),
    name,
    path,
    state: 'active',
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
    url: `${apiUrl(world, repository)}/actions/workflows/${id}`,
    html_url: `${page}/blob/${repository.defaultBranch}/${path}`,
    badge_url: `${page}/actions/workflows/${path.slice(path.lastIndexOf('/') + 1)}/badge.svg`,
  }
}
