import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from './ledger-of.ts'
import { releaseWorld } from './release-world.ts'
import { AGAIN, deployGated, gateOf } from './stale-world.ts'
import { HOUR } from './tick-world.ts'

// A release is planned, and refused twice, in processes of their own.
jest.setTimeout(120_000)

test('[C-80] [CP-11] the pass of the attempt before, or of yesterday, opens nothing; one of this attempt does', async () => {
  await using world = await releaseWorld({
    ...{ hasIssues: false, stages: '[{ weight: 100%, bake: 1s }]' },
  })
  const hash = await world.plan()
  await gateOf(world)
  const refused = async (env = {}) => {
    const { exit, outputs } = await deployGated(world, hash, env)
    expect([exit, outputs.verdict]).toEqual([1, 'inconclusive'])
    expect(world.traffic.put).toEqual([])
    expect((await ledgerOf(world)).kinds).toEqual(['plan', 'verdict'])
    return outputs.reason
  }
  expect(await refused(AGAIN)).toBe(
    'no traffic was moved: the pass of observability-gate is of run 7, attempt 1, and this is run 7, attempt 2. Run all jobs of the run again',
  )
  // GitHub is a day on; that this machine is not makes the pass no younger. The half hour is room
  // for what the steps themselves took.
  world.setTime(25.5 * HOUR)
  expect(await refused()).toMatch(
    /the pass of observability-gate is 1d1h\S* old, and 1d is the most/,
  )
  world.setTime(0)
  await gateOf(world, AGAIN)
  const opened = await deployGated(world, hash, AGAIN)
  expect(opened.outputs).toMatchObject({ verdict: 'pass', deployment_successful: 'true' })
})
