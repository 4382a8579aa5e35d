import { isCompleting } from './completing.ts'
import { decide } from './decide.ts'
import { BACK, type Result, type Rollout } from './state.ts'

const ENDS: Readonly<Record<Result, string>> = {
  completed: 'completed',
  'rolled-back': 'rolled back',
  failed: 'stopped',
}

/**
 * Where a release stands, in a word or two for people.
 * @param now Milliseconds since 1970; left out: what waits for a time waits.
 */
export function stateName(state: Rollout, now?: number): string {
  if (state.result !== undefined) return ENDS[state.result]
  const step = decide(state, now)
  switch (step.kind) {
    case 'settle':
      return state.pending?.stage === BACK ? 'rolling back' : 'advancing'
    case 'shift':
      return state.weights === undefined ? 'planned' : 'advancing'
    case 'analyse':
      return isCompleting(state.plan, state.stage) ? 'completing' : 'baking'
    case 'await':
      return `awaiting ${step.condition}`
    case 'paused':
      return 'paused'
    case 'roll-back':
      return 'rolling back'
    case 'complete':
      return 'completing'
    case 'stop':
    case 'ended':
      return 'stopped'
  }
}
