import { decide } from '../../src/domain/rollout/decide.ts'
import type { Strategy } from '../../src/domain/rollout/plan.ts'
import { rolloutOf } from '../../src/domain/rollout/state.ts'
import type { Ended } from '../fakes/world.ts'
import { folderOf } from './record.ts'
import { NEW, NEXT, type Rig } from './rig.ts'
import type { Rival } from './scenario.ts'

/** Who waits for a pause looks every half minute for twenty minutes. */
const LOOK_MS = 30_000
const LOOKS = 40

/** Starts a pipeline. */
export type Start = (
  id: number,
  version: string,
  strategy?: Strategy,
) => Promise<readonly unknown[]>

/** What somebody else does while the first pipeline runs. Answers what nobody expected. */
export async function compete(
  rig: Rig,
  rival: Rival,
  id: number,
  run: Start,
): Promise<readonly unknown[]> {
  if (rival === 'same-release' || rival === 'twin') return run(id, NEW)
  if (rival === 'next-release') return run(id, NEXT)
  if (rival === 'hotfix' || rival === 'other-plan') {
    const bugs = bugsOf([await goBack(rig, id)])
    if (bugs.length > 0) return bugs
    return rival === 'hotfix' ? run(id, NEXT) : run(id, NEW, 'blue-green')
  }
  return bugsOf(await press(rig, rival, id))
}

/** What people do by pressing a button. */
async function press(rig: Rig, rival: Rival, id: number): Promise<readonly Ended<unknown>[]> {
  const run = { id, attempt: 1 }
  if (rival === 'freeze')
    return [await rig.world.process(`${id}.1/freeze`, (p) => rig.freeze(p, run, NEW))]
  if (rival === 'evidence')
    return [await rig.world.process(`${id}.1/evidence`, (p) => rig.evidence(p, run, NEW))]
  if (rival === 'roll-back') return [await goBack(rig, id, id % 2 === 0 ? 'roll-back' : 'withdraw')]
  if (rival === 'dispute') return Promise.all([goOn(rig, id), goBack(rig, id + 20)])
  if (rival === 'resume' && !(await paused(rig))) return []
  return [await goOn(rig, id)]
}

function goBack(rig: Rig, id: number, operation: 'roll-back' | 'withdraw' = 'roll-back') {
  return rig.world.process(`${id}.1/roll-back`, (process) =>
    // Every other time it is a job whose checks have failed, which leaves alone what has no traffic.
    rig.promote(process, { id, attempt: 1 }, NEW, { operation, reason: 'why' }),
  )
}

function goOn(rig: Rig, id: number) {
  return rig.world.process(`${id}.1/promote`, (process) =>
    rig.promote(process, { id, attempt: 1 }, NEW, { promote_immediately: true }),
  )
}

/** Whether a release has come to a pause that waits for a person. */
async function paused({ world, branch }: Rig): Promise<boolean> {
  for (let looks = 0; looks < LOOKS; looks++) {
    const rollout = rolloutOf(branch.entries(folderOf(NEW)))
    if (rollout !== undefined && decide(rollout).kind === 'paused') return true
    await world.at(world.now + LOOK_MS)
  }
  return false
}

function bugsOf(ends: readonly Ended<unknown>[]): unknown[] {
  return ends.flatMap((ended) => (ended.kind === 'bug' ? [ended.error] : []))
}
