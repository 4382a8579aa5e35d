import { instantOf } from '../instant.ts'
import type { ConditionName } from './conditions.ts'
import type { Result, Rollout } from './state.ts'
import { unmet } from './unmet.ts'

/** The next thing to do with a release. */
export type Step =
  /** Ask the router what an interrupted shift did. */
  | { readonly kind: 'settle' }
  | { readonly kind: 'shift'; readonly stage: number; readonly weight: number }
  | { readonly kind: 'analyse'; readonly stage: number }
  | { readonly kind: 'roll-back'; readonly reason: string }
  /** Ends the release where it stands: the weight stays. */
  | { readonly kind: 'stop'; readonly reason: string }
  /** Waits for a person: the weight stays. */
  | { readonly kind: 'paused'; readonly reason: string }
  /** Waits for a condition of its plan, named is the first: nothing moves. */
  | { readonly kind: 'await'; readonly condition: ConditionName; readonly reason: string }
  /** All stages have passed. */
  | { readonly kind: 'complete' }
  /** Nothing moves any more. */
  | { readonly kind: 'ended'; readonly reason: string }

const ENDINGS: Readonly<Record<Result, string>> = {
  completed: 'the release has completed',
  'rolled-back': 'the release has rolled back',
  failed: 'the release has failed: start the pipeline anew to go on',
}

/**
 * The one state machine: every strategy is a list of stages. Decides from the record alone.
 * @param now Milliseconds since 1970. Left out: what waits for a time waits, whatever the time is.
 */
export function decide(state: Rollout, now = Number.NEGATIVE_INFINITY): Step {
  if (state.result !== undefined) return { kind: 'ended', reason: ENDINGS[state.result] }
  if (state.pending !== undefined) return { kind: 'settle' }
  if (state.breach === 'pause') return undecided(state, now)
  if (state.breach === 'stop') return { kind: 'stop', reason: state.reason }
  if (state.breach !== undefined) return { kind: 'roll-back', reason: state.reason }
  const stage = state.plan.stages[state.stage]
  if (stage === undefined) return unlessUnmet({ kind: 'complete' }, state, now)
  // A person who pauses holds what comes next; the stage in hand is judged all the same.
  if (state.shifted) return { kind: 'analyse', stage: state.stage }
  if (state.held !== undefined) return { kind: 'paused', reason: state.held }
  return unlessUnmet({ kind: 'shift', stage: state.stage, weight: stage.weight }, state, now)
}

/** Somebody was asked to decide, and when that time is over the plan says what becomes of it. */
function undecided({ plan, reason, decideBy }: Rollout, now: number): Step {
  const isOver = decideBy !== undefined && now > instantOf(decideBy)
  if (!isOver) return { kind: 'paused', reason }
  const late = `nobody decided until ${decideBy}: ${reason}`
  // Without a clock there is nobody who would look after it.
  return {
    kind: (plan.clock?.overdue ?? 'rollback') === 'pause' ? 'paused' : 'roll-back',
    reason: late,
  }
}

function unlessUnmet(step: Step, state: Rollout, now: number): Step {
  const [first, ...others] = unmet(state, now)
  if (first === undefined) return step
  const reason = [first, ...others].map((one) => one.reason).join('; ')
  return { kind: 'await', condition: first.condition, reason }
}
