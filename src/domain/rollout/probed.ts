import type { Config } from '../config/schema.ts'
import { Failure } from '../failure.ts'
import type { Plan } from './plan.ts'

/** How often a tick looks again at a stage whose bake is over, where nobody can tell. */
export const LOOKS = 10

/**
 * A tick knows no probes but its own; a watch is one tick after another.
 * @throws Failure `bad-config` for a stage that waits for more requests than the prober of one tick sends: it would never pass.
 */
export function assertProbed(
  { stages, clock }: Pick<Plan, 'stages' | 'clock'>,
  config: Pick<Config, 'metrics' | 'sources' | 'objectives'>,
): void {
  if (clock === undefined) return
  const most = (1 + LOOKS) * fewestProbes(config)
  const never = stages.find(({ minRequests }) => minRequests > most)
  if (never === undefined) return
  throw new Failure(
    'bad-config',
    `the stage of ${never.weight} % has min-requests ${never.minRequests}, and with clock ${clock.kind} the prober sends at most ${most} while a tick looks: it would never pass`,
    'Lower min-requests, raise requests-per-look, or take the values from a source that remembers',
  )
}

/** Requests a look of the prober that sends the fewest; endless where no objective asks one. */
function fewestProbes({
  metrics,
  sources = {},
  objectives,
}: Pick<Config, 'metrics' | 'sources' | 'objectives'>): number {
  if (objectives === 'none') return Number.POSITIVE_INFINITY
  const asked = objectives.map(({ source }) => (source === undefined ? metrics : sources[source]))
  const probes = asked.map((from) =>
    from?.provider === 'prober' ? from['requests-per-look'] : Number.POSITIVE_INFINITY,
  )
  return Math.min(...probes)
}
