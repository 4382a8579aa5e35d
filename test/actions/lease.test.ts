import { setTimeout as sleep } from 'node:timers/promises'
import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from './ledger-of.ts'
import { type ReleaseWorld, releaseWorld } from './release-world.ts'
import { MINUTE, SHIM } from './tick-world.ts'

// A run dies, and ticks come, in processes of their own.
jest.setTimeout(120_000)

const OFF = 10 * MINUTE

/** A machine whose clock says so much, while GitHub's time is what it is. */
const machine = (ms: number) => ({ NODE_OPTIONS: SHIM, CLOCK_OFF_MS: String(ms) })

/** A run that watches its own stage is lost while the stage bakes; its machine was ten minutes behind. */
async function lostInItsBake(world: ReleaseWorld): Promise<void> {
  let kill: (signal: NodeJS.Signals) => void = () => undefined
  const run = world.run(
    'canary-promote',
    { canary_version: '1.1.0', stages: 'all', promote_immediately: 'false', operation: 'advance' },
    {
      env: machine(-OFF),
      onStart: (end) => {
        kill = end
      },
    },
  )
  while (!(await ledgerOf(world)).kinds.includes('outcome')) await sleep(20)
  kill('SIGKILL')
  expect((await run).exit).toBeNull()
}

test("[CP-23] what a dead run held is free by GitHub's time, on machines that are ten minutes off", async () => {
  await using world = await releaseWorld({
    stages: '[{ weight: 10%, bake: 10m }, { weight: 100%, bake: 10m }]',
  })
  await world.plan()
  await lostInItsBake(world)
  const tick = (after: number, off: number) => {
    world.setTime(after)
    const env = { ...machine(after + off), GITHUB_EVENT_NAME: 'schedule', GITHUB_RUN_ID: '9' }
    return world.run('release-tick', {}, { env })
  }
  // Half an hour after its bake whoever watches it has spoken, or is dead: not ten minutes before.
  const early = await tick(39 * MINUTE, OFF)
  expect(early.outputs).toMatchObject({ verdict: 'pass', open: '1' })
  expect(world.traffic.weights).toEqual({ blue: 90, green: 10 })
  expect((await ledgerOf(world)).kinds).toEqual(['plan', 'intent', 'outcome'])
  const due = await tick(42 * MINUTE, -OFF)
  expect(due.outputs).toMatchObject({ open: '0' })
  expect(due.log).toContain('nobody looked for')
  expect(world.traffic.weights).toEqual({ blue: 100, green: 0 })
})
