import { Failure } from '../failure.ts'
import { DEFAULT_POLICY } from '../judging/comparison/policy.ts'
import { comparedStage, isCompared } from '../rollout/compared-stage.ts'
import type { PlannedStage } from '../rollout/plan.ts'
import type { PlannedComparison } from '../rollout/planned-comparison.ts'
import { toComparedMetric } from './compared-metric.ts'
import { formatDuration, parseDuration } from './duration.ts'
import { parseRatio } from './ratio.ts'
import type { Config } from './schema.ts'

/** Looks after the warm-up without which a stage could only ever be inconclusive. */
const LEAST_LOOKS = 3

/**
 * The comparison as a plan freezes it; undefined where none is configured, or the stages leave nothing to compare.
 * @param clock Who looks at the stages.
 * @throws Failure `bad-config` for a stage that is too short to be compared, and for who looks without knowing what was before.
 */
export function plannedComparison(
  { comparison: config, metrics }: Pick<Config, 'comparison' | 'metrics'>,
  stages: readonly PlannedStage[],
  clock: Config['clock']['kind'],
): PlannedComparison | undefined {
  if (config === undefined || config === 'none' || !stages.some(isCompared)) return undefined
  if (metrics?.provider === 'prober' && clock !== 'inline')
    throw new Failure(
      'bad-config',
      `the prober cannot compare where the clock is ${clock}: it knows nothing of the looks before its own`,
      'Use the provider prometheus, the clock inline, or comparison: none',
    )
  const { relaxed, healthy } = DEFAULT_POLICY
  const comparison = {
    metrics: config.metrics.map(toComparedMetric),
    look: parseDuration(config.look) ?? 0,
    maxLooks: config['max-looks'],
    alpha: parseRatio(config.alpha) ?? 0,
    relaxed,
    minEffect: parseRatio(config['min-effect']) ?? 0,
    warmUp: parseDuration(config['warm-up']) ?? 0,
    minRequests: config['min-requests'],
    healthy,
    onBreach: config['on-breach'],
  }
  for (const index of stages.keys()) assertLongEnough(comparison, [...stages], index)
  return comparison
}

function assertLongEnough(
  comparison: PlannedComparison,
  stages: PlannedStage[],
  index: number,
): void {
  const compared = comparedStage({ comparison, stages }, index)
  if (compared === undefined) return
  const { looks, look, policy } = compared
  if (looks >= policy.warmupMinutes + LEAST_LOOKS) return
  const [bake, least] = [stages[index]?.bake ?? 0, (policy.warmupMinutes + LEAST_LOOKS) * look]
  throw new Failure(
    'bad-config',
    `stage ${index + 1} bakes for ${formatDuration(bake)}, and its comparison needs ${formatDuration(least)}`,
    'Let it bake longer, or shorten look and warm-up of the section comparison',
  )
}
