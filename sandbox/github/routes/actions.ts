import { environmentBody } from '../bodies/deployment.ts'
import { runBody } from '../bodies/run.ts'
import { userBody } from '../bodies/user.ts'
import { found, ok, route } from '../route.ts'
import { dispatchWorkflow } from './dispatches.ts'

/** Runs, their approvals, environments, and the dispatch of workflows. */
export const actionRoutes = [
  route(
    'GET /repos/{owner}/{repo}/environments/{environment_name}',
    { actions: 'read' },
    ({ world, repository, input }) => {
      const environment = repository.environments.get(input.environment_name.toLowerCase())
      return ok(environmentBody(world, repository, found(environment)))
    },
  ),
  route('GET /repos/{owner}/{repo}/actions/runs/{run_id}', { actions: 'read' }, async (call) => {
    const { world, repository, input } = call
    const run = found(repository.runs.get(input.run_id))
    const isKnown = (await repository.git.typeOf(run.headSha)) === 'commit'
    const commit = isKnown ? await repository.git.commit(run.headSha) : undefined
    return ok(runBody(world, repository, run, commit))
  }),
  route(
    'GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals',
    { actions: 'read' },
    (call) => {
      const { world, repository, input } = call
      const run = found(repository.runs.get(input.run_id))
      const approvals = run.approvals.map(({ environment, login, state, comment }) => {
        const known = found(repository.environments.get(environment.toLowerCase()))
        const { protection_rules, deployment_branch_policy, ...plain } = environmentBody(
          world,
          repository,
          known,
        )
        return { environments: [plain], state, user: userBody(world, login), comment }
      })
      return ok(approvals)
    },
  ),
  route(
    'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
    { actions: 'write' },
    dispatchWorkflow,
  ),
]
