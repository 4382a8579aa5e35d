import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from './ledger-of.ts'
import { HOUR, MINUTE, promote, SHIM, tickWorld } from './tick-world.ts'

// A release begins, and ticks come, in processes of their own.
jest.setTimeout(120_000)

/** A machine whose clock is off by so much. */
const off = (ms: number) => ({ NODE_OPTIONS: SHIM, CLOCK_OFF_MS: String(ms) })

test("a runner whose clock is wrong ends no bake early: GitHub's clock counts, and the record has it", async () => {
  await using world = await tickWorld({
    hasIssues: false,
    stages: '[{ weight: 10%, bake: 15m }, { weight: 100%, bake: 15m }]',
  })
  await world.plan()
  const before = Date.now()
  await promote(world)
  const cron = { GITHUB_EVENT_NAME: 'schedule', GITHUB_RUN_ID: '9' }
  const early = await world.run('release-tick', {}, { env: { ...off(3 * HOUR), ...cron } })
  expect(early.outputs).toMatchObject({ verdict: 'pass', open: '1' })
  expect(early.outputs.reason).toContain('stage 1/2 bakes until')
  expect(early.log).toMatch(
    /clock of this machine is (?:3h|3h\ds|2h59m5\ds) ahead of GitHub's: corrected/,
  )
  expect(world.traffic.weights).toEqual({ blue: 90, green: 10 })
  await promote(
    world,
    { operation: 'pause', reason: 'by a machine that is behind' },
    off(-20 * MINUTE),
  )
  const { entries } = await ledgerOf(world)
  const time = Date.parse(entries.at(-1)?.time ?? '')
  expect(entries.at(-1)?.kind).toBe('decision')
  expect(time).toBeGreaterThan(before - MINUTE)
  expect(time).toBeLessThan(Date.now() + MINUTE)
})

test('a tick of a machine that is seconds behind sees the stage that another one has just begun', async () => {
  await using world = await tickWorld({ hasIssues: false })
  await world.plan()
  await promote(world)
  const cron = { GITHUB_EVENT_NAME: 'schedule', GITHUB_RUN_ID: '9' }
  // Too little to be corrected.
  const tick = await world.run('release-tick', {}, { env: { ...off(-4000), ...cron } })
  expect(tick.outputs).toMatchObject({ verdict: 'pass', open: '1' })
  expect(tick.log).toContain('| 0ms of 1h |')
})
