import type { Result, Rollout } from './state.ts'

/** The next thing to do with a release. */
export type Step =
  /** Ask the router what an interrupted shift did. */
  | { readonly kind: 'settle' }
  | { readonly kind: 'shift'; readonly stage: number; readonly weight: number }
  | { readonly kind: 'analyse'; readonly stage: number }
  | { readonly kind: 'roll-back'; readonly reason: string }
  /** Waits for a person: the weight stays. */
  | { readonly kind: 'paused'; readonly reason: string }
  /** All stages have passed. */
  | { readonly kind: 'complete' }
  /** Nothing moves any more. */
  | { readonly kind: 'ended'; readonly reason: string }

const ENDINGS: Readonly<Record<Result, string>> = {
  completed: 'the release has completed',
  'rolled-back': 'the release has rolled back',
  failed: 'the release has failed: start the pipeline anew to go on',
}

/** The one state machine: every strategy is a list of stages. Decides from the record alone. */
export function decide(state: Rollout): Step {
  if (state.result !== undefined) return { kind: 'ended', reason: ENDINGS[state.result] }
  if (state.pending !== undefined) return { kind: 'settle' }
  if (state.breach === 'pause') return { kind: 'paused', reason: state.reason }
  if (state.breach !== undefined) return { kind: 'roll-back', reason: state.reason }
  const stage = state.plan.stages[state.stage]
  if (stage === undefined) return { kind: 'complete' }
  // A person who pauses holds what comes next; the stage in hand is judged all the same.
  if (state.shifted) return { kind: 'analyse', stage: state.stage }
  if (state.held !== undefined) return { kind: 'paused', reason: state.held }
  return { kind: 'shift', stage: state.stage, weight: stage.weight }
}
