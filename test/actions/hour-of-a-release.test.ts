import { expect, jest, test } from '@jest/globals'
import type { ReleaseWorld } from './release-world.ts'
import { MINUTE, promote, record, tickAt, tickWorld } from './tick-world.ts'

// Each test plays an hour of a release, in processes of their own.
jest.setTimeout(120_000)

/** Calls that GitHub leaves to one release in an hour, so that several fit beside each other (its limit is 1,000). */
const CALLS_AN_HOUR = 60

const callsOf = (world: ReleaseWorld) => world.github.requests.length

/** What the calls since then were, for whoever has to find the one too many. */
const listed = (world: ReleaseWorld, from: number) =>
  world.github.requests.slice(from).map(({ method, path }) => `${method} ${path}`)

test.concurrent('an hour in which ticks every five minutes move a release through two stages to its end', async () => {
  await using world = await tickWorld({
    stages: '[{ weight: 10%, bake: 14m }, { weight: 100%, bake: 29m }]',
  })
  const hash = await world.plan()
  await promote(world)
  await record(world, hash)
  const from = callsOf(world)
  const open: (string | undefined)[] = []
  for (let minutes = 5; minutes <= 60; minutes += 5)
    open.push((await tickAt(world, minutes * MINUTE)).outputs.open)
  expect([open[0], open.at(-1)]).toEqual(['1', '0'])
  const calls = listed(world, from)
  expect(calls.length <= CALLS_AN_HOUR ? [] : calls).toEqual([])
})

test.concurrent('an hour in which one run moves a release through four stages', async () => {
  await using world = await tickWorld({
    clock: '{ kind: inline }',
    stages:
      '[{ weight: 10%, bake: 1s }, { weight: 25%, bake: 1s }, { weight: 50%, bake: 1s }, { weight: 100%, bake: 1s }]',
  })
  await world.plan()
  const from = callsOf(world)
  expect((await promote(world)).outputs.verdict).toBe('pass')
  const calls = listed(world, from)
  expect(calls.length <= CALLS_AN_HOUR ? [] : calls).toEqual([])
})
