import type { ComparisonPolicy } from '../judging/comparison/policy.ts'
import type { Plan, PlannedStage } from './plan.ts'
import type { ComparedMetric } from './planned-comparison.ts'

/** Name of the evidence of a comparison: no objective beside one may have it. */
export const COMPARISON = 'comparison'

/** How the bake of one stage is compared. */
export interface ComparedStage {
  readonly metrics: readonly ComparedMetric[]
  /** Length of a look, milliseconds. */
  readonly look: number
  /** Looks that the bake has room for. */
  readonly looks: number
  /** Its minutes are looks. */
  readonly policy: ComparisonPolicy
}

/** Whether both versions serve in a stage: where one of them has no traffic there is nothing to compare. */
export function isCompared({ weight }: PlannedStage): boolean {
  return weight > 0 && weight < 100
}

/** How a stage of the plan is compared; undefined where it is not. Each compared stage has an equal part of alpha. */
export function comparedStage(
  { comparison, stages }: Pick<Plan, 'comparison' | 'stages'>,
  index: number,
): ComparedStage | undefined {
  const stage = stages[index]
  if (comparison === undefined || stage === undefined || !isCompared(stage)) return undefined
  const { metrics, maxLooks, relaxed, minEffect, healthy } = comparison
  const look = Math.max(comparison.look, Math.ceil(stage.bake / maxLooks))
  const looks = Math.max(1, Math.floor(stage.bake / look))
  const policy = {
    alpha: comparison.alpha / stages.filter(isCompared).length,
    relaxed,
    maxLooks: looks,
    minEffect,
    warmupMinutes: Math.ceil(comparison.warmUp / look),
    minRequests: Math.max(comparison.minRequests, stage.minRequests),
    healthy,
  }
  return { metrics, look, looks, policy }
}
