import { formatDuration } from '../config/duration.ts'
import { instantOf, instantText } from '../instant.ts'
import { type Checkpoint, itemsOf } from './checkpoints.ts'
import { type ConditionName, NOTICE } from './conditions.ts'
import type { Rollout } from './state.ts'

/** A condition that a release waits for. */
export interface Unmet {
  readonly condition: ConditionName
  /** What it waits for, since when, and what a person does about it. */
  readonly reason: string
}

/** So long before `not-before` the pre-checks fall due, milliseconds. */
export const PRE_CHECK_LEAD = 3_600_000

/**
 * What keeps a release from its first weight, or from its end; nothing in between.
 * @param now Milliseconds since 1970.
 */
export function unmet(state: Rollout, now: number): readonly Unmet[] {
  if (state.plan.conditions === undefined) return []
  const isOut = state.stage >= state.plan.stages.length
  if (!isOut && state.weights !== undefined) return []
  const asked = isOut ? [checklist('post-checked', state)] : beforeTheFirst(state, now)
  return asked
    .filter((one) => one !== undefined)
    .filter(({ condition }) => !state.met.overridden.includes(condition))
}

function beforeTheFirst(state: Rollout, now: number): readonly (Unmet | undefined)[] {
  return [
    checklist('prepared', state),
    acceptance(state),
    approval(state),
    notice(state, now),
    backup(state),
    checklist('pre-checked', state),
    time(state, now),
  ]
}

function acceptance({ plan, met, plannedAt, planHash }: Rollout): Unmet | undefined {
  if (plan.conditions?.acceptance === undefined || met.accepted !== undefined) return undefined
  const reason = `awaiting acceptance since ${plannedAt}: who may accept uses the operation accept and names the plan ${planHash}`
  return { condition: 'acceptance', reason }
}

function approval({ plan, met, plannedAt, planHash }: Rollout): Unmet | undefined {
  const asked = plan.conditions?.approval
  if (asked === undefined || met.approved !== undefined) return undefined
  const what = asked === 'signed' ? 'signed approval' : 'approval'
  const reason = `awaiting ${what} since ${plannedAt}: who may approve uses the operation approve and names the plan ${planHash}`
  return { condition: 'approval', reason }
}

function notice({ plan, met, plannedAt }: Rollout, now: number): Unmet | undefined {
  const lead = plan.conditions?.notice
  if (lead === undefined) return undefined
  const condition = 'notice'
  if (met.noticed === undefined)
    return {
      condition,
      reason: `awaiting notice since ${plannedAt}: ${NOTICE} has to be delivered ${formatDuration(lead)} before the rollout; who may notice records it with the operation notice`,
    }
  const from = instantOf(met.noticed) + lead
  if (now >= from) return undefined
  const reason = `awaiting notice: ${NOTICE} was delivered at ${met.noticed}, the rollout may begin at ${instantText(from)}; sooner by the operation override`
  return { condition, reason }
}

function backup({ plan, met, plannedAt }: Rollout): Unmet | undefined {
  if (plan.conditions?.backup === undefined || met.backedUp !== undefined) return undefined
  const reason = `awaiting backup since ${plannedAt}: who may backup makes one and records it with the operation backup`
  return { condition: 'backup', reason }
}

function time({ plan }: Rollout, now: number): Unmet | undefined {
  const from = plan.conditions?.notBefore
  if (from === undefined || now >= instantOf(from)) return undefined
  const reason = `awaiting not-before: the rollout may begin at ${from}; sooner by the operation override`
  return { condition: 'not-before', reason }
}

function checklist(checkpoint: Exclude<Checkpoint, 'closed'>, state: Rollout): Unmet | undefined {
  const missing = missingItems(checkpoint, state)
  if (state.plan.conditions?.checkpoints === undefined || missing.length === 0) return undefined
  const reason = `awaiting checkpoint ${checkpoint}${dueText(checkpoint, state)}: missing ${missing.join(', ')}; who may checkpoint records them with the operation checkpoint`
  return { condition: checkpoint, reason }
}

/** Ids of the items of a checkpoint that nobody has recorded. */
export function missingItems(checkpoint: Checkpoint, { met, result }: Rollout): readonly string[] {
  const done = met.done[checkpoint]
  const items = itemsOf(checkpoint, result === 'rolled-back')
  return items.map(({ id }) => id).filter((id) => !done.includes(id))
}

function dueText(checkpoint: Checkpoint, { plan, plannedAt }: Rollout): string {
  const from = plan.conditions?.notBefore
  if (checkpoint === 'post-checked') return ''
  if (checkpoint === 'prepared' || from === undefined) return ` since ${plannedAt}`
  return `, due at ${instantText(instantOf(from) - PRE_CHECK_LEAD)}`
}
