import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from './ledger-of.ts'
import { type Inputs, type ReleaseWorld, releaseWorld } from './release-world.ts'

// Each test plans a release and rolls it out, in processes of their own.
jest.setTimeout(120_000)

const INPUTS: Inputs = {
  canary_version: '1.1.0',
  stages: 'all',
  promote_immediately: 'false',
  operation: 'advance',
}

const promote = (world: ReleaseWorld) => world.run('canary-promote', INPUTS)

/** Judged by the built-in prober, which asks the new version's slot five times a look. */
const judged = (more = '', samples = 5) => ({
  hasIssues: false,
  objectives: `[{ name: error-rate, metric: error-rate, unit: ratio, limit: 1%, min-samples: ${samples}${more} }]`,
  more: 'metrics: { provider: prober, path: /orders, requests-per-look: 5 }\n',
})

test.concurrent('objectives that are kept let the release through, with their samples', async () => {
  await using world = await releaseWorld(judged())
  await world.plan()
  const run = await promote(world)
  expect(run.outputs).toMatchObject({ verdict: 'pass', deployment_successful: 'true' })
  expect(run.log).toMatch(/stage 1\/2 \| weight 10 % \| .* \| error-rate 0 % \| pass/)
  const { entries } = await ledgerOf(world)
  const verdicts = entries.flatMap((e) => (e.kind === 'verdict' ? [e.payload] : []))
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(['pass', 'pass'])
  expect(verdicts[0]?.evidence).toContainEqual(
    expect.objectContaining({ name: 'error-rate', samples: expect.any(Number) }),
  )
})

test.concurrent('an objective that is broken takes the traffic back at once', async () => {
  await using world = await releaseWorld({
    ...judged(),
    stages: '[{ weight: 10%, bake: 50s }, { weight: 100%, bake: 1s }]',
  })
  await world.plan()
  world.traffic.status = 503
  const run = await promote(world)
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({ verdict: 'fail', rolled_back: 'true', stage: '0' })
  expect(run.outputs.reason).toContain('error-rate: 100 %, wanted at most 1 %')
  expect(world.traffic.weights).toEqual({ blue: 100, green: 0 })
})

test.concurrent('one that says pause leaves the weight to a person', async () => {
  await using world = await releaseWorld(judged(', on-breach: pause'))
  await world.plan()
  world.traffic.status = 500
  const run = await promote(world)
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({ verdict: 'fail', rolled_back: 'false' })
  expect(world.traffic.weights).toEqual({ blue: 90, green: 10 })
  world.traffic.status = 200
  const again = await promote(world)
  expect(again.exit).toBe(1)
  expect(world.traffic.put).toHaveLength(1)
})

test.concurrent('too few samples are no pass', async () => {
  await using world = await releaseWorld(judged('', 500))
  await world.plan()
  const run = await promote(world)
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({ verdict: 'inconclusive', rolled_back: 'true' })
  expect(world.traffic.weights).toEqual({ blue: 100, green: 0 })
})
