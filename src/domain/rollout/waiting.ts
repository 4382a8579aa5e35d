import { formatDuration } from '../config/duration.ts'
import { decide, type Step } from './decide.ts'
import type { Plan } from './plan.ts'
import type { Rollout } from './state.ts'

/**
 * What an open release waits for, where no run is at it: a person, a condition, or its clock. Undefined where it has
 * ended, where the run that moves it goes on by itself, and before its gates have spoken.
 */
export function waiting(state: Rollout): string | undefined {
  const step = decide(state)
  if (step.kind === 'paused') return step.reason
  if (state.weights === undefined && state.met.handedOver !== undefined) return waitsForFirst(step)
  if (step.kind === 'await') return isOut(state) ? step.reason : undefined
  return waitsForClock(step, state.plan)
}

function waitsForClock(step: Step, { clock, stages }: Plan): string | undefined {
  if (clock === undefined || (step.kind !== 'analyse' && step.kind !== 'shift')) return undefined
  const name = `stage ${step.stage + 1} of ${stages.length}`
  if (step.kind === 'shift') return step.stage === 0 ? undefined : `${name} is next`
  const next = clock.kind === 'watch' ? 'release-watch' : 'release-tick'
  return `${name} bakes for ${formatDuration(stages[step.stage]?.bake ?? 0)}; ${next} goes on`
}

/** The gates have spoken: once the conditions are met, the first weight is for whoever comes next. */
function waitsForFirst(step: Step): string | undefined {
  if (step.kind === 'await') return step.reason
  return step.kind === 'shift' ? 'every condition is met; the first weight is next' : undefined
}

/** Every stage has passed. */
export function isOut({ stage, plan }: Rollout): boolean {
  return stage === plan.stages.length
}
