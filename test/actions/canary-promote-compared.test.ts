import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from './ledger-of.ts'
import { type ReleaseWorld, releaseWorld } from './release-world.ts'
import { promote } from './tick-world.ts'

// Each test bakes for seconds, in processes of its own.
jest.setTimeout(120_000)

/** Probed 40 times a look by the built-in prober; the comparison takes a second a look. */
const compared = (more = '') => ({
  hasIssues: false,
  stages: '[{ weight: 10%, bake: 8s }, { weight: 100%, bake: 1s }]',
  objectives: `[{ name: latency-p95, metric: latency-p95, unit: milliseconds, limit: 5s, min-samples: 5 }]`,
  more: `metrics: { provider: prober, path: /orders, requests-per-look: 40 }
comparison: { look: 1s, warm-up: 1s, min-requests: 40, alpha: 0.01%${more} }
`,
})

const comparisonOf = async (world: ReleaseWorld) => {
  const { entries } = await ledgerOf(world)
  const verdicts = entries.flatMap((e) => (e.kind === 'verdict' ? [e.payload] : []))
  return verdicts[0]?.evidence.find(({ name }) => name === 'comparison')
}

test.concurrent('a version that is far slower than the one beside it goes back long before its bake is over', async () => {
  await using world = await releaseWorld({
    ...compared(),
    stages: '[{ weight: 10%, bake: 50s }, { weight: 100%, bake: 1s }]',
  })
  await world.plan()
  Object.assign(world.traffic.takes, { blue: 10, green: 60 })
  const run = await promote(world)
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({ verdict: 'fail', rolled_back: 'true', stage: '0' })
  expect(run.outputs.reason).toMatch(/^.*comparison: latency: \d.* times the baseline/)
  expect(world.traffic.weights).toEqual({ blue: 100, green: 0 })
  expect(run.summary).toContain('Compared with 1.0.0')
  expect(run.summary).toContain('in percent of 1.0.0')
  expect(run.summary).toMatch(/\| 1 \| latency \| \d+\.?\d* ms \| \d+\.?\d* ms \|/)
})

test.concurrent('one that is as fast goes through, and the old one was asked for it', async () => {
  await using world = await releaseWorld(compared())
  await world.plan()
  Object.assign(world.traffic.takes, { blue: 30, green: 30 })
  const run = await promote(world)
  expect(run.outputs).toMatchObject({ verdict: 'pass', deployment_successful: 'true' })
  expect(run.log).toMatch(
    /stage 1\/2 \| weight 10 % \| .* \| comparison \S+ % of what stops \| pass/,
  )
  expect(await comparisonOf(world)).toMatchObject({ verdict: 'pass', samples: expect.any(Number) })
  const asked = ({ seen }: ReleaseWorld['traffic']['blue']) =>
    seen.filter(({ url }) => url === '/orders').length
  // The objective asks the new version alone.
  expect(asked(world.traffic.blue)).toBeGreaterThanOrEqual(80)
  expect(asked(world.traffic.green)).toBeGreaterThan(asked(world.traffic.blue))
})

test.concurrent('a plan whose stages are too short to be compared is refused; without shares there is nothing to compare', async () => {
  await using world = await releaseWorld({
    ...compared(),
    stages: '[{ weight: 10%, bake: 3s }, { weight: 100%, bake: 1s }]',
  })
  await expect(world.plan()).rejects.toThrow('stage 1 bakes for 3s, and its comparison needs 4s')
  await world.plan({ deployment_strategy: 'direct' })
  const { entries } = await ledgerOf(world)
  const plan = entries.find((e) => e.kind === 'plan')?.payload.plan
  expect(plan).not.toHaveProperty('comparison')
})
