import type { Plan, PlannedStage } from './plan.ts'

/**
 * The stages with one more that watches all of the traffic once the last has passed.
 * @param watch Its length in milliseconds; undefined: there is none.
 */
export function withCompleting(
  stages: readonly PlannedStage[],
  watch: number | undefined,
): PlannedStage[] {
  if (watch === undefined) return [...stages]
  return [...stages, { weight: 100, bake: watch, minRequests: 0 }]
}

/** Whether a stage is the watch before the end. @param index Of the stage. */
export function isCompleting({ stages, completing }: Plan, index: number): boolean {
  return completing !== undefined && index === stages.length - 1
}

/** A stage by its number, from 1. */
export function stageText(plan: Plan, index: number): string {
  return isCompleting(plan, index) ? `${index + 1} completing` : String(index + 1)
}
