import { expect, test } from '@jest/globals'
import { rolloutOf } from '../../src/domain/rollout/state.ts'
import { seeded } from '../fakes/random.ts'
import type { Ended } from '../fakes/world.ts'
import { Invariants } from './invariants.ts'
import { NEW, Rig } from './rig.ts'

const FIRST = { id: 1, attempt: 1 }

test('what a person sets at the router between two stages is not overwritten, and the next run judges it', async () => {
  const rig = new Rig({ random: seeded(3), faults: () => 'none', health: () => 'good' })
  const invariants = new Invariants(rig)
  const byHand = { blue: 63, green: 37 }
  rig.world.watch((effect) => {
    if (effect.kind === 'commit' && effect.entry?.kind === 'verdict' && effect.entry.seq === 4)
      rig.router.setByHand(byHand)
  })
  const ends: Ended<unknown>[] = []
  const run = async (work: () => Promise<unknown>) => {
    rig.world.task(async () => void (await work()))
    await rig.world.run()
  }
  await run(() => rig.world.process('1.1/plan', (p) => rig.plan(p, FIRST, NEW, 'canary')))
  const deploy = (name: string) => rig.world.process(name, (p) => rig.promote(p, FIRST, NEW))
  await run(async () => ends.push(await deploy('1.1/deploy')))
  expect(ends).toMatchObject([{ kind: 'failed', failure: { code: 'moved' } }])
  expect(rig.router.weights).toEqual(byHand)
  await run(async () => ends.push(await deploy('1.1/again')))
  expect(ends[1]).toMatchObject({ value: { verdict: { verdict: 'fail' } } })
  expect(rig.router.weights).toEqual({ blue: 100, green: 0 })
  expect(rolloutOf(invariants.planned(NEW))?.result).toBe('rolled-back')
  expect(invariants.violations).toEqual([])
})
