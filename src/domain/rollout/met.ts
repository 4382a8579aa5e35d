import { instantOf } from '../instant.ts'
import type { Entry } from '../ledger/entry.ts'
import type { Checkpoint } from './checkpoints.ts'
import type { ConditionName } from './conditions.ts'
import type { Plan } from './plan.ts'

/** What people have recorded about the conditions of a plan. It only grows, and begins anew with each plan. */
export interface Met {
  /** Who approved the plan. */
  readonly approved: string | undefined
  /** Who accepted what is new. */
  readonly accepted: string | undefined
  /** When the notice was delivered first, ISO 8601. */
  readonly noticed: string | undefined
  /** When a backup was made last, ISO 8601. */
  readonly backedUp: string | undefined
  /** Items that are done, by their checkpoint. */
  readonly done: Readonly<Record<Checkpoint, readonly string[]>>
  readonly overridden: readonly ConditionName[]
  /** When a run handed over what waited for a condition, ISO 8601. */
  readonly handedOver: string | undefined
}

/** A plan that nobody has said anything about. */
export const NOTHING_MET: Met = {
  approved: undefined,
  accepted: undefined,
  noticed: undefined,
  backedUp: undefined,
  done: { prepared: [], 'pre-checked': [], 'post-checked': [], closed: [] },
  overridden: [],
  handedOver: undefined,
}

/** What is met after one more entry. */
export function meet(met: Met, { conditions }: Plan, entry: Entry): Met {
  switch (entry.kind) {
    case 'approval':
      return approved(met, entry, conditions?.approval === 'signed')
    case 'checkpoint':
      return done(met, entry.payload)
    case 'notice-delivered':
      return { ...met, noticed: earlier(met.noticed, entry.payload.delivered) }
    case 'backup':
      return { ...met, backedUp: entry.payload.made }
    case 'override':
      return { ...met, overridden: [...met.overridden, entry.payload.condition] }
    case 'handover':
      return { ...met, handedOver: met.handedOver ?? entry.time }
    default:
      return met
  }
}

function approved(met: Met, entry: Extract<Entry, { kind: 'approval' }>, isSigned: boolean): Met {
  const { decision, by } = entry.payload
  if (decision === 'accept') return { ...met, accepted: met.accepted ?? by }
  if (isSigned && entry.signature === null) return met
  return { ...met, approved: met.approved ?? by }
}

function done(met: Met, payload: Extract<Entry, { kind: 'checkpoint' }>['payload']): Met {
  const before = met.done[payload.checkpoint]
  const all = [...new Set([...before, ...payload.done])]
  return { ...met, done: { ...met.done, [payload.checkpoint]: all } }
}

function earlier(before: string | undefined, time: string): string {
  return before !== undefined && instantOf(before) <= instantOf(time) ? before : time
}
