import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from './ledger-of.ts'
import { PLAN_INPUTS } from './release-world.ts'
import { MINUTE, promote, tickAt, tickWorld } from './tick-world.ts'

jest.setTimeout(60_000)

test('[OG-38] what outlasts its run is refused before anything waits, and no stage passes before its bake is over', async () => {
  await using world = await tickWorld()
  const long = { canary_percentage: '10', rollout_duration: '6h', clock: 'inline' }
  const refused = await world.run('plan', { ...PLAN_INPUTS, ...long })
  expect(refused.exit).toBe(1)
  expect(refused.outputs.reason).toContain('a run that watches it ends after 5h30m')
  expect((await ledgerOf(world)).kinds).toEqual([])
  await world.plan()
  await promote(world)
  const early = await tickAt(world, 59 * MINUTE)
  expect(early.outputs.reason).toContain('stage 1/2 bakes until')
  expect((await ledgerOf(world)).kinds).toEqual(['plan', 'intent', 'outcome'])
})
