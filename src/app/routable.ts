import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import { audienceText } from '../domain/rollout/audience.ts'
import type { PlannedStage } from '../domain/rollout/plan.ts'

/**
 * Whether the router of the config can be told to whom each stage shows the new version.
 * @throws Failure `bad-config` naming the stage and what it needs.
 */
export function assertRoutable(stages: readonly PlannedStage[], { traffic }: Config): void {
  const index = stages.findIndex(({ audience }) => audience !== undefined)
  const audience = stages[index]?.audience
  if (audience === undefined) return
  const stage = `stage ${index + 1} is for ${audienceText(audience)}`
  const kind = 'ring' in audience ? 'ring' : 'tenants'
  if (traffic?.provider !== 'command') {
    const router =
      traffic === undefined ? 'there is no router' : `traffic.provider is ${traffic.provider}`
    throw new Failure(
      'bad-config',
      `${stage}, and ${router}, which takes weights only`,
      `Use traffic.provider: command with {${kind}} in traffic.set, or leave the audience out`,
    )
  }
  const isTold = traffic.set.some(
    (part) => part.includes('{audience}') || part.includes(`{${kind}}`),
  )
  if (!isTold)
    throw new Failure(
      'bad-config',
      `${stage}, and traffic.set is never told: it names no {${kind}}`,
      `Give it the argument {${kind}} or {audience}`,
    )
}
