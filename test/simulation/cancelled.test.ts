import { expect, test } from '@jest/globals'
import { promote } from '../../src/app/promote.ts'
import { rolloutOf } from '../../src/domain/rollout/state.ts'
import { seeded } from '../fakes/random.ts'
import type { Ended } from '../fakes/world.ts'
import { Invariants } from './invariants.ts'
import { NEW, Rig } from './rig.ts'

const FIRST = { id: 1, attempt: 1 }
const SECOND = { id: 2, attempt: 1 }

/** Run 2 is cancelled while it analyses the last stage; before its way back reaches the router, `meanwhile` happens. */
async function cancelledAtTheEnd(meanwhile: (rig: Rig) => Promise<unknown>) {
  const rig = new Rig({ random: seeded(3), faults: () => 'none', health: () => 'good' })
  const invariants = new Invariants(rig)
  const ends: Ended<unknown>[] = []
  rig.world.task(async () => {
    await rig.world.process('1.1/plan', (p) => rig.plan(p, FIRST, NEW, 'canary'))
    for (const stage of [1, 2, 3])
      await rig.world.process(`1.1/${stage}`, (p) => rig.promote(p, FIRST, NEW, { stages: 'one' }))
    ends.push(
      await rig.world.process('2.1/deploy', (process) => {
        const { traffic, ...ports } = rig.ports(process, SECOND)
        const shift: typeof traffic.shift = async (to, audience) => {
          const isBack = rig.router.weightOf(NEW) === 100
          if (isBack && process.signal.aborted && rolloutOf(invariants.planned(NEW))?.stage === 3)
            await meanwhile(rig)
          await traffic.shift(to, audience)
          if (!isBack) process.cancel()
        }
        const inputs = { canary_version: NEW, stages: 'all', operation: 'advance' } as const
        const request = { ...inputs, promote_immediately: false, 'dry-run': false }
        return promote(request, rig.config, { ...ports, traffic: { ...traffic, shift } })
      }),
    )
  })
  await rig.world.run()
  expect(invariants.violations).toEqual([])
  return { rig, ends, rollout: rolloutOf(invariants.planned(NEW)) }
}

const passed = (rig: Rig) =>
  rig.world.process('1.1/deploy', (p) => rig.promote(p, FIRST, NEW, { stages: 'one' }))

test('a cancelled job takes the traffic back, and the record says so', async () => {
  const { rig, rollout } = await cancelledAtTheEnd(async () => undefined)
  expect(rollout?.result).toBe('rolled-back')
  expect(rig.router.weightOf(NEW)).toBe(0)
})

test('another run passes the last stage meanwhile: the release is taken back all the same', async () => {
  const { rig, rollout } = await cancelledAtTheEnd(passed)
  expect(rollout?.result).toBe('rolled-back')
  expect(rig.router.weightOf(NEW)).toBe(0)
})

test('another run completes the release meanwhile: the record has the last word', async () => {
  const { rig, ends, rollout } = await cancelledAtTheEnd(async (world) => {
    await passed(world)
    const planHash = rolloutOf(world.branch.entries('releases/'))?.planHash
    const jobs = new Map([['deploy-release', 'success' as const]])
    await world.world.process('1.1/end', (p) => world.finalize(p, FIRST, NEW, jobs, planHash))
  })
  expect(ends).toMatchObject([{ kind: 'failed', failure: { code: 'ended' } }])
  expect(rollout?.result).toBe('completed')
  expect(rig.router.weightOf(NEW)).toBe(100)
})
