import { expect, jest, test } from '@jest/globals'
import { type Inputs, REPOSITORY, releaseWorld } from '../../test/actions/release-world.ts'

// Each test plans a release and rolls it out, or freezes it, in processes of their own.
jest.setTimeout(300_000)

const QUIET = { hasIssues: false }
const PROMOTE: Inputs = {
  ...{ canary_version: '1.1.0', stages: 'all', operation: 'advance' },
  promote_immediately: 'false',
}

test.concurrent.each([
  [10, 'before'],
  [10, 'after'],
  [100, 'before'],
  [100, 'after'],
] as const)(
  '[CP-01] killed when %i %% are set, %s the router does it: all or nothing in the end',
  async (weight, when) => {
    await using world = await releaseWorld(QUIET)
    await world.plan()
    let kill: (signal: NodeJS.Signals) => void = () => {}
    world.traffic.take = (wanted) => {
      if (wanted.green !== weight) return wanted
      kill('SIGKILL')
      return when === 'before' ? world.traffic.weights : wanted
    }
    const onStart = (end: typeof kill) => {
      kill = end
    }
    await world.run('canary-promote', PROMOTE, { onStart })
    world.traffic.take = (wanted) => wanted
    const run = await world.run('canary-promote', PROMOTE)
    expect(run.outputs.verdict).toBe('pass')
    expect(world.traffic.weights).toEqual({ blue: 0, green: 100 })
  },
)

test.concurrent('[FI-24] a gate that turns red twenty times an hour has one issue, and says nothing more about it', async () => {
  await using world = await releaseWorld()
  for (let i = 0; i < 20; i++) {
    const inputs = { version: '1.1.0', gate: 'gate', reason: `look ${i}` }
    const run = await world.run('auto-freeze-issue', inputs)
    expect([i, run.outputs.verdict]).toEqual([i, 'pass'])
  }
  const [issue, ...others] = world.github.issues(REPOSITORY)
  expect([others, issue?.comments]).toEqual([[], []])
  const created = world.github.requests
    .slice(world.before)
    .filter(({ method, operation }) => method === 'POST' && operation !== 'query')
  expect(created.length).toBeLessThan(20)
})
