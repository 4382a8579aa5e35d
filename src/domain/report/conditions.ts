import { formatDuration } from '../config/duration.ts'
import type { Entry } from '../ledger/entry.ts'
import { CHECKPOINTS, type Checkpoint, itemsOf } from '../rollout/checkpoints.ts'
import type { ConditionName } from '../rollout/conditions.ts'
import type { Plan } from '../rollout/plan.ts'
import { type Rollout, rolloutOf } from '../rollout/state.ts'
import { missingItems } from '../rollout/unmet.ts'
import { table } from './markdown.ts'

/** What a release waits for and what of it is met; nothing where its plan has no conditions. */
export function conditionBlocks(entries: readonly Entry[]): string[] {
  const state = rolloutOf(entries)
  const rows = state === undefined ? [] : rowsOf(state)
  return rows.length === 0 ? [] : [table(['Condition', 'Stand'], rows)]
}

function rowsOf(state: Rollout): (readonly [string, string])[] {
  const { plan, met } = state
  const asked = plan.conditions ?? {}
  const open = (value: string | undefined) => value ?? 'open'
  const lists = asked.checkpoints ? CHECKPOINTS : []
  const rows: readonly (readonly [ConditionName | Checkpoint, boolean, string])[] = [
    ['acceptance', asked.acceptance === true, open(met.accepted)],
    ['approval', asked.approval !== undefined, open(met.approved)],
    ['notice', asked.notice !== undefined, open(met.noticed)],
    ['backup', asked.backup === true, open(met.backedUp)],
    ['not-before', asked.notBefore !== undefined, asked.notBefore ?? ''],
    ...lists.map((name) => [name, true, checked(name, state)] as const),
  ]
  return rows.flatMap(([name, isAsked, stand]) => {
    if (!isAsked) return []
    const isOverridden = met.overridden.some((condition) => condition === name)
    return [[conditionText(name, plan), isOverridden ? `overridden (${stand})` : stand]]
  })
}

function checked(name: Checkpoint, state: Rollout): string {
  const all = itemsOf(name, state.result === 'rolled-back').length
  const missing = missingItems(name, state)
  const count = `${all - missing.length} of ${all}`
  return missing.length === 0 ? `complete, ${count}` : `${count}, missing ${missing.join(', ')}`
}

function conditionText(name: ConditionName | Checkpoint, { conditions = {} }: Plan): string {
  switch (name) {
    case 'approval':
      return conditions.approval === 'signed' ? 'approval, signed' : 'approval'
    case 'notice':
      return `notice, ${formatDuration(conditions.notice ?? 0)} before`
    case 'acceptance':
    case 'backup':
    case 'not-before':
      return name
    default:
      return `checkpoint ${name}`
  }
}
