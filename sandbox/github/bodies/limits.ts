import { bucketOf, type Metered } from '../limits.ts'
import { refuse } from '../refusal.ts'
import type { Token } from '../store.ts'
import type { World } from '../world.ts'

/** GitHub's `rate-limit-overview`. 404 where nothing is limited, as on an Enterprise server. */
export function limitsBody(world: World, token: Token) {
  const { limits } = world
  if (limits === undefined) return refuse(404, 'Rate limiting is not enabled.')
  const repository = world.repositories[0]?.fullName ?? ''
  const bodyOf = (resource: Metered['resource']) => {
    const request = { resource, isWrite: false, repository: resource === 'core' ? repository : '' }
    const { used, limit, resets } = bucketOf(world, limits, token, request)
    return { limit, used, remaining: limit - used, reset: Math.ceil(resets / 1000) }
  }
  const core = bodyOf('core')
  const untouched = { ...core, used: 0, remaining: core.limit }
  return { resources: { core, graphql: bodyOf('graphql'), search: untouched }, rate: core }
}
