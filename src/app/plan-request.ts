import { parseDuration } from '../domain/config/duration.ts'
import type { Config } from '../domain/config/schema.ts'
import type { ImageDigests } from '../domain/release/image-digests.ts'
import { releaseKey } from '../domain/release/key.ts'
import type { PlannedStage, Strategy } from '../domain/rollout/plan.ts'
import { canaryDeploymentStages, stagesOf } from '../domain/rollout/stages.ts'
import type { PlanRequest } from './make-plan.ts'

/** What is asked for, by the names that users write. */
export interface PlanInputs {
  readonly release_version: string
  /** Absent: the version that serves. */
  readonly baseline_version?: string | undefined
  readonly deployment_strategy: Strategy
  readonly 'desktop-rollout-percentage': number
  /** Percent. */
  readonly canary_percentage?: number | undefined
  /** Milliseconds. */
  readonly rollout_duration?: number | undefined
  /** Percent, milliseconds, percent: each lies over the objectives of the config. */
  readonly error_rate_threshold?: number | undefined
  readonly response_time_threshold?: number | undefined
  readonly success_rate_minimum?: number | undefined
  readonly clock?: Config['clock']['kind'] | undefined
  readonly environment?: string | undefined
  readonly digests?: ImageDigests | undefined
}

/**
 * Inputs and config together: what to plan.
 * @param sha Commit of the run.
 * @throws Failure `bad-input`, `bad-config`.
 */
export async function planRequest(
  inputs: PlanInputs,
  config: Config,
  serving: () => Promise<string>,
  sha = '',
): Promise<PlanRequest> {
  const release = releaseKey('release_version', inputs.release_version, config)
  const baseline = releaseKey(
    'baseline_version',
    inputs.baseline_version ?? (await serving()),
    config,
  )
  return {
    version: release.version,
    channel: release.channel,
    baseline: baseline.version,
    strategy: inputs.deployment_strategy,
    profile: inputs.environment ?? '',
    stages: stages(inputs, config),
    clock: inputs.clock ?? config.clock.kind,
    thresholds: {
      errorRate: inputs.error_rate_threshold,
      responseTime: inputs.response_time_threshold,
      successRate: inputs.success_rate_minimum,
    },
    desktopRolloutPercentage: Math.round(inputs['desktop-rollout-percentage']),
    sha,
    digests: inputs.digests ?? new Map(),
  }
}

function stages(inputs: PlanInputs, config: Config): readonly PlannedStage[] {
  const { canary_percentage: percentage, rollout_duration: duration } = inputs
  if (percentage === undefined || duration === undefined)
    return stagesOf(inputs.deployment_strategy, config.strategies)
  const floor = parseDuration(config.strategies.canary['first-bake']) ?? 0
  return canaryDeploymentStages(percentage, duration, floor)
}
