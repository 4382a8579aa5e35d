import type { Entry } from '../ledger/entry.ts'
import type { Breach } from './judge-stage.ts'
import { type Met, meet, NOTHING_MET } from './met.ts'
import type { Plan } from './plan.ts'

type Intent = Extract<Entry, { kind: 'intent' }>['payload']
/** An intent and the id of the run that wrote it. */
export type Pending = Intent & { readonly run: number }
export type Result = 'completed' | 'rolled-back' | 'failed'

/** Where a release stands, folded from its entries. */
export interface Rollout {
  readonly plan: Plan
  readonly planHash: string
  /** Seq of the plan's entry: what is planned anew, though with the same plan, is another rollout. */
  readonly planSeq: number
  /** When it was planned, ISO 8601. */
  readonly plannedAt: string
  /** Index of the stage in hand; the number of stages when all have passed. */
  readonly stage: number
  /** The stage's weight is set. */
  readonly shifted: boolean
  /** The verdict of the stage in hand, once there is one. */
  readonly breach: Exclude<Breach, 'page'> | undefined
  /** Until when somebody decides about a breach that pages, ISO 8601; undefined where nobody is asked. */
  readonly decideBy: string | undefined
  readonly reason: string
  /** An intent whose outcome nobody wrote. */
  readonly pending: Pending | undefined
  /** When the first weight was set, ISO 8601; undefined before. */
  readonly begun: string | undefined
  /** When the stage in hand began to bake, ISO 8601; undefined while it has no weight. */
  readonly since: string | undefined
  /** Who paused it, and why; undefined while nobody has. */
  readonly held: string | undefined
  /** What is recorded about the conditions of the plan. */
  readonly met: Met
  /** Weights after the last settled shift. */
  readonly weights: Readonly<Record<string, number>> | undefined
  /** Index of the stage whose weights those are: not the one before the stage in hand where people skipped some. */
  readonly served: number | undefined
  /** How it ended; undefined while it is open. */
  readonly result: Result | undefined
}

/** Stage of a shift that takes all traffic back. */
export const BACK = -1

/** Fold the entries since the last plan. Undefined when nothing was planned. */
export function rolloutOf(entries: readonly Entry[]): Rollout | undefined {
  let state: Rollout | undefined
  for (const entry of entries) {
    if (entry.kind === 'plan') state = begin(entry)
    else if (state !== undefined)
      state = { ...apply(state, entry), met: meet(state.met, state.plan, entry) }
  }
  return state
}

function begin({ payload, planHash, seq, time }: Extract<Entry, { kind: 'plan' }>): Rollout {
  return {
    plan: payload.plan,
    planHash: planHash ?? '',
    planSeq: seq,
    plannedAt: time,
    stage: 0,
    shifted: false,
    breach: undefined,
    decideBy: undefined,
    reason: '',
    pending: undefined,
    begun: undefined,
    since: undefined,
    held: undefined,
    met: NOTHING_MET,
    weights: undefined,
    served: undefined,
    result: undefined,
  }
}

function apply(state: Rollout, entry: Entry): Rollout {
  if (entry.kind === 'intent') return intended(state, { ...entry.payload, run: entry.run.id })
  if (entry.kind === 'verdict') return judged(state, entry.payload)
  if (entry.kind === 'outcome') return settled(state, entry.payload, entry.time)
  if (entry.kind === 'decision') return decided(state, entry)
  return state
}

const UNJUDGED = { breach: undefined, decideBy: undefined } as const

function decided(state: Rollout, { payload, time }: Extract<Entry, { kind: 'decision' }>): Rollout {
  if (payload.decision === 'pause')
    return { ...state, held: `paused by ${payload.by}: ${payload.reason}` }
  const goesOn = { ...state, held: undefined }
  // A stage that paused by itself is judged anew, from now on.
  return state.breach === 'pause' ? { ...goesOn, ...UNJUDGED, since: time } : goesOn
}

/** A way back that has begun is gone to its end, also when the run that began it died after the shift. */
function intended(state: Rollout, intent: Pending): Rollout {
  if (intent.stage !== BACK) return { ...state, pending: intent }
  return { ...state, pending: intent, breach: 'rollback', reason: intent.reason }
}

/** Where a release stands when a stage has passed. */
const NEXT = { ...UNJUDGED, shifted: false, since: undefined, reason: '' } as const

function judged(state: Rollout, verdict: Extract<Entry, { kind: 'verdict' }>['payload']): Rollout {
  // Nothing that is judged later turns a way back around, or goes on with what was stopped.
  if (verdict.stage !== state.stage || state.breach === 'rollback') return state
  if (state.breach === 'stop') return state
  if (verdict.breach === 'none' && verdict.verdict === 'pass')
    return { ...state, ...NEXT, stage: state.stage + 1 }
  const { breach, reason, decideBy } = verdict
  return { ...state, breach: breach === 'page' ? 'pause' : breach, reason, decideBy }
}

function settled(
  state: Rollout,
  outcome: Extract<Entry, { kind: 'outcome' }>['payload'],
  time: string,
): Rollout {
  if (outcome.effect === 'release')
    return { ...state, result: outcome.result, reason: outcome.reason }
  const forward = outcome.stage === state.stage
  const since = forward ? time : undefined
  const begun = state.begun ?? since
  const served = outcome.stage < 0 ? state.served : outcome.stage
  const { weights } = outcome
  return { ...state, pending: undefined, weights, served, shifted: forward, begun, since }
}
