import type { PromoteInputs } from '../../src/app/promote.ts'
import { rolloutOf } from '../../src/domain/rollout/state.ts'
import type { Call, Fault } from '../fakes/fault.ts'
import { seeded } from '../fakes/random.ts'
import { Invariants } from './invariants.ts'
import { NEW, Rig } from './rig.ts'

/** The run that has planned the release. */
export const FIRST = { id: 1, attempt: 1 }
/** A run beside it. */
export const SECOND = { id: 2, attempt: 1 }
/** All stages, as an operator leaves the form. */
export const INPUTS: PromoteInputs = {
  canary_version: NEW,
  stages: 'all',
  promote_immediately: false,
  operation: 'advance',
  'dry-run': false,
}

/**
 * A world in which `NEW` is planned and healthy: `run` plays work until nothing is left to do,
 * `result` is the end that the record states, if any.
 */
export async function planned(faults: (call: Call) => Fault = () => 'none') {
  const rig = new Rig({ random: seeded(3), faults, health: () => 'good' })
  const invariants = new Invariants(rig)
  const run = async (work: () => Promise<unknown>) => {
    rig.world.task(async () => void (await work()))
    await rig.world.run()
  }
  await run(() => rig.world.process('1.1/plan', (p) => rig.plan(p, FIRST, NEW, 'canary')))
  const result = () => rolloutOf(invariants.planned(NEW))?.result
  return { rig, invariants, run, result }
}
