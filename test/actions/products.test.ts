import { expect, jest, test } from '@jest/globals'
import { commandsIn } from '../workflows/commands.ts'
import { productsWorld } from './products-world.ts'
import { HOUR, MINUTE } from './tick-world.ts'

// Each test plays releases of two products, in processes of their own.
jest.setTimeout(120_000)

const ADVANCE = { stages: 'all', promote_immediately: 'false', operation: 'advance' }

const PLAN = { deployment_strategy: 'canary', 'desktop-rollout-percentage': '100' }
const BACK = { rollback_reason: 'slow', pypi_action: 'leave-as-is' }

test.concurrent('two products of one repository are released side by side, each by its own strategy, tag and record', async () => {
  await using world = await productsWorld()
  const edge = await world.plan({ release_version: 'edge/v1.1.0' })
  expect(edge.outputs).toMatchObject({
    ...{
      verdict: 'pass',
      product: 'edge',
      release_version: '1.1.0',
      endpoint: 'http://edge.example',
    },
  })
  const cloud = await world.plan({
    ...{ product: 'cloud', release_version: world.next, deployment_strategy: 'direct' },
  })
  expect(cloud.outputs).toMatchObject({
    ...{
      verdict: 'pass',
      product: 'cloud',
      release_version: world.next,
      baseline_version: world.serving,
      endpoint: 'http://cloud.example',
    },
  })
  expect(await world.recorded()).toEqual(
    expect.arrayContaining([
      `open/releases/cloud/stable/${world.next}.json`,
      'open/releases/edge/stable/1.1.0.json',
      `releases/cloud/stable/${world.next}/000001-plan.json`,
      'releases/edge/stable/1.1.0/000001-plan.json',
    ]),
  )

  const begun = await world.run('canary-promote', { ...ADVANCE, canary_version: 'edge/v1.1.0' })
  expect(begun.outputs).toMatchObject({ verdict: 'pass', handed_over: 'true' })
  const done = await world.run('canary-promote', {
    ...{ ...ADVANCE, product: 'cloud', canary_version: world.next },
  })
  expect(done.outputs).toMatchObject({ verdict: 'pass', deployment_successful: 'true' })
  expect([world.cloud.weights, world.edge.weights]).toEqual([
    { blue: 0, green: 100 },
    { blue: 80, green: 20 },
  ])
})

test.concurrent('a tick moves every product by its own config, or only the one that it is told', async () => {
  await using world = await productsWorld()
  await world.plan({ release_version: 'edge/v1.1.0' })
  await world.plan({
    ...{ product: 'cloud', release_version: world.next, deployment_strategy: 'direct' },
  })
  await world.run('canary-promote', { ...ADVANCE, canary_version: 'edge/v1.1.0' })

  const others = await world.tick(61 * MINUTE, { product: 'cloud' })
  expect(others.outputs).toMatchObject({ verdict: 'pass', open: '1' })
  expect(world.edge.weights).toEqual({ blue: 80, green: 20 })
  const all = await world.tick(61 * MINUTE)
  expect(all.outputs).toMatchObject({ verdict: 'pass', open: '2' })
  expect(world.edge.weights).toEqual({ blue: 0, green: 100 })
  expect(world.cloud.put).toEqual([])
  const last = await world.tick(61 * MINUTE + HOUR + MINUTE)
  expect(last.outputs).toMatchObject({ verdict: 'pass', open: '1' })
  const drafts = world.consumer.github.releases('acme/checkout-service').filter((r) => r.draft)
  expect(drafts).toEqual([])
})

test.concurrent('who does not say which product is refused before anything is written, by every action', async () => {
  await using world = await productsWorld()
  const problem = 'describes several products: cloud, edge. Name one in the input product'
  for (const [name, inputs] of [
    ['plan', { ...PLAN, release_version: '1.1.0' }],
    ['canary-promote', { ...ADVANCE, canary_version: '1.1.0' }],
    ['verify-assets', { version_to_verify: 'latest' }],
    ['release-rollback', { operation: 'validate', rollback_version: '1.0.0', ...BACK }],
  ] as const) {
    const run = await world.run(name, inputs)
    expect([name, run.exit, run.outputs.reason]).toEqual([
      name,
      1,
      expect.stringContaining(problem),
    ])
  }
  expect((await world.plan({ product: 'desktop' })).outputs.reason).toContain(
    'has no product "desktop"',
  )
  expect(await world.recorded()).toEqual([])
  const latest = await world.run('verify-assets', { version_to_verify: 'latest', product: 'edge' })
  expect(latest.outputs).toMatchObject({
    ...{ verdict: 'pass', product: 'edge', version: '1.0.0', tag: 'edge/v1.0.0' },
  })
})

test.concurrent('the command that a tracking issue and a summary print rolls back the product that it is about', async () => {
  await using world = await productsWorld()
  const edge = await world.plan({ release_version: 'edge/v1.1.0' })
  await world.plan({
    ...{ product: 'cloud', release_version: world.next, deployment_strategy: 'direct' },
  })
  await world.run('canary-promote', { ...ADVANCE, canary_version: 'edge/v1.1.0' })
  const bodyOf = (title: string) =>
    world.consumer.github
      .issues('acme/checkout-service')
      .find((issue) => issue.title.startsWith(title))?.body ?? ''
  const [ofCloud] = commandsIn(bodyOf('Release cloud'))
  expect(ofCloud?.given.product).toBe('cloud')
  const [ofEdge] = commandsIn(bodyOf('Release edge'))
  const end = await world.run('release-record', {
    ...{ version: 'edge/v1.1.0', report: 'pipeline', jobs: 'deploy-release=failure' },
    'plan-hash': edge.outputs.plan_hash ?? '',
  })
  expect(commandsIn(end.summary)).toEqual([ofEdge])
  expect(commandsIn(bodyOf('Release edge'))).toEqual([ofEdge])

  const back = await world.run('release-rollback', { operation: 'traffic', ...ofEdge?.given })
  expect(back.outputs).toMatchObject({ verdict: 'pass', current_version: '1.1.0' })
  expect(world.edge.weights).toEqual({ blue: 100, green: 0 })
  expect(world.cloud.put).toEqual([])
})
