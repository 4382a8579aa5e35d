import { environmentBody } from '../bodies/deployment.ts'
import { cutPage } from '../page.ts'
import { invalid } from '../refusal.ts'
import { type Answer, type Call, found, ok, route } from '../route.ts'
import type { Environment } from '../store.ts'
import { createEnvironment } from '../world.ts'

const maxReviewers = 6
const maxWaitMinutes = 43_200

/** Environments and the rules that protect them. */
export const environmentRoutes = [
  route('GET /repos/{owner}/{repo}/environments', { actions: 'read' }, (call) => {
    const { world, repository } = call
    const all = [...repository.environments.values()]
    const { part, headers } = cutPage(call, all)
    const environments = part.map((each) => environmentBody(world, repository, each))
    return { ...ok({ total_count: all.length, environments }), headers }
  }),
  route(
    'GET /repos/{owner}/{repo}/environments/{environment_name}',
    { actions: 'read' },
    ({ world, repository, input }) => {
      const environment = repository.environments.get(input.environment_name.toLowerCase())
      return ok(environmentBody(world, repository, found(environment)))
    },
  ),
  route(
    'PUT /repos/{owner}/{repo}/environments/{environment_name}',
    { administration: 'write' },
    putEnvironment,
  ),
]

interface Settings {
  readonly environment_name: string
  readonly wait_timer?: number
  readonly prevent_self_review?: boolean
  readonly reviewers?: readonly { readonly type?: string; readonly id?: number }[] | null
  readonly deployment_branch_policy?: { readonly protected_branches: boolean } | null
}

/** Makes an environment or replaces all of its rules: what is not given is gone. */
function putEnvironment(call: Call<Settings>): Answer {
  const { world, repository, input } = call
  const key = input.environment_name.toLowerCase()
  const known = repository.environments.get(key)
  const reviewers = reviewersOf(call)
  requireWait(input.wait_timer)
  const environment: Environment = {
    ...(known ?? createEnvironment(world, { name: input.environment_name })),
    waitTimer: input.wait_timer || undefined,
    reviewers: reviewers.length === 0 ? undefined : reviewers,
    preventSelfReview: input.prevent_self_review ?? false,
    protectedBranches: input.deployment_branch_policy?.protected_branches ?? false,
  }
  repository.environments.set(key, environment)
  return ok(environmentBody(world, repository, environment))
}

function reviewersOf({ world, repository, input }: Call<Settings>): string[] {
  const ids = (input.reviewers ?? []).map(({ id }) => id)
  if (ids.length > maxReviewers) {
    const message = `at most ${maxReviewers} reviewers`
    invalid({ resource: 'Environment', code: 'custom', field: 'reviewers', message })
  }
  const people = [...repository.collaborators.keys()]
  return ids.map((id) => {
    const login = people.find((each) => world.accountId(each) === id)
    return login ?? invalid({ resource: 'Environment', code: 'invalid', field: 'reviewers' })
  })
}

function requireWait(minutes = 0) {
  if (minutes <= maxWaitMinutes) return
  invalid({ resource: 'Environment', code: 'invalid', field: 'wait_timer' })
}
