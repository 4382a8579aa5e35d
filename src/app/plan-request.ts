import { parseDuration } from '../domain/config/duration.ts'
import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import type { ImageDigests } from '../domain/release/image-digests.ts'
import { releaseKey } from '../domain/release/key.ts'
import { type StrategyWord, typedStrategy, untypedStrategy } from '../domain/release/strategy.ts'
import type { ReleaseType, TypeWord } from '../domain/release/type.ts'
import type { PlannedStage, Strategy } from '../domain/rollout/plan.ts'
import { canaryDeploymentStages, stagesOf, typedStages } from '../domain/rollout/stages.ts'
import type { PlanRequest } from './make-plan.ts'
import { proveNewer } from './newer-version.ts'
import { type History, provenTerms, releaseType } from './typed-release.ts'

/** What is asked for, by the names that users write. */
export interface PlanInputs {
  readonly release_version: string
  /** Absent: the version that serves. */
  readonly baseline_version?: string | undefined
  /** Absent: `by-type` where the config has types, else `canary`. */
  readonly deployment_strategy?: StrategyWord | undefined
  /** Absent: `by-version`. */
  readonly release_type?: TypeWord | undefined
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
  /** ISO 8601 in UTC. */
  readonly not_before?: string | undefined
  readonly environment?: string | undefined
  readonly 'ledger-key'?: string | undefined
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
  history: History,
  sha = '',
): Promise<PlanRequest> {
  const release = releaseKey('release_version', inputs.release_version, config)
  const baseline = releaseKey(
    'baseline_version',
    inputs.baseline_version ?? (await serving()),
    config,
  )
  const { version, channel } = release
  const step = { version, channel, baseline: baseline.version }
  await proveNewer(step, config, history.repository)
  const type = await releaseType(inputs.release_type, step, config, history)
  const strategy = strategyOf(type, inputs, config)
  return {
    ...step,
    terms: type === undefined ? {} : provenTerms(type, version, config, inputs['ledger-key']),
    strategy,
    profile: inputs.environment ?? '',
    stages: stages(type, strategy, inputs, config),
    clock: inputs.clock ?? config.clock.kind,
    notBefore: inputs.not_before,
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

function strategyOf(
  type: ReleaseType | undefined,
  { deployment_strategy: asked }: PlanInputs,
  { types }: Config,
): Strategy {
  return type === undefined || types === undefined
    ? untypedStrategy(asked)
    : typedStrategy(type, asked, types)
}

function stages(
  type: ReleaseType | undefined,
  strategy: Strategy,
  inputs: PlanInputs,
  { types, strategies }: Config,
): readonly PlannedStage[] {
  const { canary_percentage: percentage, rollout_duration: duration } = inputs
  if (percentage === undefined || duration === undefined)
    return type === undefined || types === undefined
      ? stagesOf(strategy, strategies)
      : typedStages(type, strategy, types, strategies)
  if (strategy !== 'canary')
    throw new Failure(
      'bad-input',
      `input canary_percentage: is for the strategy canary, and this one is ${strategy}`,
      'Leave it out with rollout_duration, or give deployment_strategy: canary',
    )
  assertForEverybody(strategies)
  const floor = parseDuration(strategies.canary['first-bake']) ?? 0
  return canaryDeploymentStages(percentage, duration, floor)
}

/** @throws Failure `bad-input`: percentages of a run name nobody, and would show the version to everybody. */
function assertForEverybody({ canary }: Config['strategies']): void {
  if (canary.stages.every(({ audience }) => audience === undefined)) return
  throw new Failure(
    'bad-input',
    'input canary_percentage: the stages of the config have audiences, which a percentage does not name',
    'Leave canary_percentage and rollout_duration out: the stages of the config hold',
  )
}
