import { formatDuration } from '../config/duration.ts'
import { decide } from './decide.ts'
import type { Rollout } from './state.ts'

/**
 * What an open release waits for, where no run is at it: a person, or its clock. Undefined where it has ended, or where
 * the run that moves it goes on by itself.
 */
export function waiting(state: Rollout): string | undefined {
  const step = decide(state)
  if (step.kind === 'paused') return step.reason
  const { clock, stages } = state.plan
  if (clock === undefined || (step.kind !== 'analyse' && step.kind !== 'shift')) return undefined
  const name = `stage ${step.stage + 1} of ${stages.length}`
  if (step.kind === 'shift') return step.stage === 0 ? undefined : `${name} is next`
  const next = clock.kind === 'watch' ? 'release-watch' : 'release-tick'
  return `${name} bakes for ${formatDuration(stages[step.stage]?.bake ?? 0)}; ${next} goes on`
}
