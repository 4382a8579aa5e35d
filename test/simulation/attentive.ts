import type { PromoteInputs } from '../../src/app/promote.ts'
import type { ConditionName } from '../../src/domain/rollout/conditions.ts'
import { type Rollout, rolloutOf } from '../../src/domain/rollout/state.ts'
import { unmet } from '../../src/domain/rollout/unmet.ts'
import type { Attentive } from './asked.ts'
import { folderOf } from './record.ts'
import { NEW, NEXT, type Rig } from './rig.ts'

/** People look, meet what they can, and go on with what waits. Answers what nobody expected. */
export async function attend(rig: Rig, { looks, skipAt }: Attentive): Promise<readonly unknown[]> {
  const start = rig.world.now
  const bugs: unknown[] = []
  const skipping = skipAt === undefined ? undefined : rig.world.at(start + skipAt)
  const skipped = skipping?.then(() =>
    button(rig, NEW, 400, { operation: 'skip', reason: 'seen by hand' }),
  )
  for (const [index, at] of looks.entries()) {
    await rig.world.at(start + at)
    bugs.push(...(await meetAll(rig, 200 + 20 * index)))
    if (index % 2 > 0) bugs.push(...(await button(rig, NEW, 300 + index, {})))
  }
  return [...bugs, ...((await skipped) ?? [])]
}

/** Meet every condition that people can meet by now. */
export async function meetAll(rig: Rig, id: number): Promise<readonly unknown[]> {
  const bugs: unknown[] = []
  let next = id
  for (const version of [NEW, NEXT]) {
    const state = rolloutOf(rig.branch.entries(folderOf(version)))
    if (state === undefined || state.result !== undefined) continue
    for (const { condition } of unmet(state, rig.world.now)) {
      const change = buttonOf(condition, state)
      if (change !== undefined) bugs.push(...(await button(rig, version, next++, change)))
    }
  }
  return bugs
}

function buttonOf(name: ConditionName, state: Rollout): Partial<PromoteInputs> | undefined {
  switch (name) {
    case 'approval':
      return { operation: 'approve', 'plan-hash': state.planHash }
    case 'acceptance':
      return { operation: 'accept', 'plan-hash': state.planHash }
    case 'notice':
      return state.met.noticed === undefined ? { operation: 'notice' } : undefined
    case 'backup':
      return { operation: 'backup', reason: 'a safe place' }
    case 'not-before':
      return undefined
    default:
      return { operation: 'checkpoint', checkpoint: name, items: 'all' }
  }
}

async function button(
  rig: Rig,
  version: string,
  id: number,
  change: Partial<PromoteInputs>,
): Promise<readonly unknown[]> {
  const ended = await rig.world.process(`${id}.1/say`, (process) =>
    rig.promote(process, { id, attempt: 1 }, version, change),
  )
  return ended.kind === 'bug' ? [ended.error] : []
}
