import { expect, jest, test } from '@jest/globals'
import { fakeGitHub } from '../../test/actions/fake-github.ts'
import { ledgerOf } from '../../test/actions/ledger-of.ts'
import {
  type Inputs,
  PLAN_INPUTS,
  REPOSITORY,
  type ReleaseWorld,
  releaseWorld,
  writes,
} from '../../test/actions/release-world.ts'
import { runAction } from '../../test/actions/run-action.ts'
import { type Answer, html, json, serve } from '../../test/actions/server.ts'

// Each test plans a release and rolls it out, in processes of their own.
jest.setTimeout(120_000)

/** Without issues nobody waits for GitHub's list of them to settle. */
const QUIET = { hasIssues: false }
const BACK = { blue: 100, green: 0 }

const promote = (world: ReleaseWorld, inputs: Inputs = {}, more = {}) =>
  world.run(
    'canary-promote',
    {
      ...{ canary_version: '1.1.0', stages: 'all', operation: 'advance' },
      ...{ promote_immediately: 'false', ...inputs },
    },
    more,
  )
const plan = (world: ReleaseWorld, inputs: Inputs = {}) =>
  world.run('plan', { ...PLAN_INPUTS, ...inputs })

/** Judged by the built-in prober, which asks the new version's slot five times a look. */
const judged = {
  ...QUIET,
  objectives: '[{ name: error-rate, metric: error-rate, unit: ratio, limit: 1%, min-samples: 5 }]',
  more: 'metrics: { provider: prober, path: /orders, requests-per-look: 5 }\n',
}

test.concurrent('[CP-04] weights whose answer was lost are read back by the next run, not set again', async () => {
  await using world = await releaseWorld(QUIET)
  await world.plan()
  world.traffic.loses = true
  const lost = await promote(world)
  expect([lost.exit, lost.outputs.verdict]).toEqual([1, 'inconclusive'])
  world.traffic.loses = false
  const run = await promote(world)
  expect(run.outputs.verdict).toBe('pass')
  expect(run.log).toContain('settled an interrupted step: the router has blue 90 %, green 10 %')
  expect(world.traffic.put).toEqual([
    { blue: 90, green: 10 },
    { blue: 0, green: 100 },
  ])
})

test.concurrent('[CP-13] [CP-16] a failure in the last stage takes all traffic back, and no step up follows the first one down', async () => {
  await using world = await releaseWorld(judged)
  await world.plan()
  world.traffic.take = (weights) => {
    if (weights.green === 100) world.traffic.status = 503
    return weights
  }
  const run = await promote(world)
  expect(run.outputs).toMatchObject({ verdict: 'fail', rolled_back: 'true', stage: '1' })
  expect(world.traffic.put.map(({ green }) => green)).toEqual([10, 100, 0])
  const again = await promote(world)
  expect(again.exit).toBe(1)
  expect(world.traffic.weights).toEqual(BACK)
  expect(world.traffic.put).toHaveLength(3)
})

const vector =
  (...result: readonly object[]): Answer =>
  (_, response) =>
    json(response, { status: 'success', data: { resultType: 'vector', result } })

const troubles: Readonly<Record<string, Answer>> = {
  'an error': (_, response) => html(response, 'down', 503),
  'no data': vector(),
  NaN: vector({ metric: {}, value: [1, 'NaN'] }),
  'a page': (_, response) => html(response, '<form>Sign in</form>'),
  'too little': vector({ metric: {}, value: [1, '3'] }),
}

test.concurrent('[CP-09] [CP-19] an analysis that cannot be made promotes nothing, whatever the trouble', async () => {
  let answer: Answer = vector()
  await using prometheus = await serve((request, response) => answer(request, response))
  await using world = await releaseWorld({
    ...QUIET,
    objectives:
      '[{ name: error-rate, metric: error-rate, unit: ratio, limit: 1%, min-samples: 5 }]',
    more: `metrics: { provider: prometheus, url: '${prometheus.url}' }\n`,
    allow: [prometheus.url],
  })
  for (const [name, trouble] of Object.entries(troubles)) {
    answer = trouble
    await world.plan()
    const run = await promote(world)
    expect([name, run.exit, run.outputs.verdict, run.outputs.rolled_back]).toEqual([
      ...[name, 1, 'inconclusive', 'true'],
    ])
    expect(world.traffic.weights).toEqual(BACK)
  }
  expect(world.traffic.put.filter(({ green }) => (green ?? 0) > 10)).toEqual([])
})

test.concurrent('[CP-25] [FI-29] what cannot be asked whether it is frozen is frozen', async () => {
  await using world = await releaseWorld()
  const deaf = () =>
    world.github.faults.push({ method: 'GET', path: /\/issues$/, times: 99, before: 500 })
  deaf()
  const before = writes(world).length
  const refused = await plan(world)
  expect([refused.exit, refused.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(refused.outputs.reason).toContain('GitHub answered 500')
  expect(writes(world)).toHaveLength(before)
  world.github.faults.length = 0
  await world.plan()
  deaf()
  const run = await promote(world)
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect([world.traffic.put, (await ledgerOf(world)).kinds]).toEqual([[], ['plan']])
})

test.each([
  ['[CP-07] a weight below nothing', '[{ weight: -1%, bake: 1s }, { weight: 100%, bake: 1s }]'],
  ['[CP-07] a weight above everything', '[{ weight: 101%, bake: 1s }]'],
  ['[CP-07] a weight without its unit', '[{ weight: 10, bake: 1s }, { weight: 100%, bake: 1s }]'],
  ['[CP-27] no stage', '[]'],
  ['[CP-27] a stage of no time', '[{ weight: 100%, bake: 0s }]'],
])('%s is no configuration', async (_name, stages) => {
  await using github = await fakeGitHub(`product: checkout
objectives: none
strategies: { canary: { first-bake: 1s, stages: ${stages} } }
`)
  const inputs = { ...PLAN_INPUTS, 'dry-run': 'false' }
  const run = await runAction('plan', { github: github.url, inputs })
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(run.outputs.reason).toContain('strategies.canary.stages')
  expect(github.seen.map(({ method }) => method)).not.toContain('POST')
})

const weights = (...list: readonly string[]) =>
  `[${list.map((weight) => `{ weight: ${weight}, bake: 1s }`).join(', ')}]`

test.concurrent.each([
  ['[CP-07] a part of a percent', weights('33.3%', '100%'), 'is no whole percent'],
  ['[CP-27] stages that go down', weights('50%', '25%', '100%'), 'do not ascend to 100 %'],
  ['[CP-27] the same stage twice', weights('50%', '50%', '100%'), 'do not ascend to 100 %'],
  ['[CP-27] stages that end too early', weights('50%'), 'do not ascend to 100 %'],
])('%s is refused before anything changes', async (_name, stages, reason) => {
  await using world = await releaseWorld({ ...QUIET, stages })
  const run = await plan(world)
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(run.outputs.reason).toContain(reason)
  expect([writes(world), world.traffic.put]).toEqual([[], []])
})

test.concurrent.each([99, 101])(
  '[CP-07] a router whose weights sum to %i is no router',
  async (sum) => {
    await using world = await releaseWorld(QUIET)
    world.traffic.weights = { blue: sum - 1, green: 1 }
    const run = await plan(world)
    expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
    expect(run.outputs.reason).toMatch(/sum to|unknown shape/)
    expect(writes(world)).toEqual([])
  },
)

test('[CP-31] a name that would be another command of HAProxy is no name', async () => {
  const config = (backend: string, slot: string) => `product: checkout
objectives: none
traffic:
  provider: haproxy
  socket: tcp://127.0.0.1:1
  backend: ${JSON.stringify(backend)}
  slots: { ${JSON.stringify(slot)}: { url: 'http://127.0.0.1:2' }, green: { url: 'http://127.0.0.1:3' } }
`
  const inputs = { version_to_verify: '1.1.0' }
  for (const [backend, slot] of [
    ['checkout\nset server x/y weight 0', 'blue'],
    ['checkout;disable server', 'blue'],
    ['checkout', 'blue\nset server x/y weight 0'],
    ['checkout', 'blue;show env'],
  ] as const) {
    await using github = await fakeGitHub(config(backend, slot))
    const run = await runAction('verify-assets', { github: github.url, inputs })
    expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
    expect(run.outputs.reason).toMatch(/traffic(?:\.backend|\.slots)?/)
  }
})

test.concurrent('[CP-37] a release goes on only as it was planned: other inputs and another commit are refused', async () => {
  await using world = await releaseWorld(QUIET)
  await world.plan()
  const other = await plan(world, { deployment_strategy: 'direct' })
  expect(other.outputs.reason).toMatch(/^release 1\.1\.0 is open with another plan/)
  const sha = await world.github.repository(REPOSITORY).git.objectAt('refs/heads/release-ledger')
  const token = world.github.issueToken({ permissions: { contents: 'write' } })
  const moved = await fetch(`${world.github.url}/repos/${REPOSITORY}/git/refs/tags/v1.1.0`, {
    method: 'PATCH',
    headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ sha, force: true }),
  })
  expect(moved.status).toBe(200)
  const retagged = await plan(world)
  expect([retagged.exit, retagged.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(retagged.outputs.reason).toMatch(/^release 1\.1\.0 is open with another plan/)
  expect((await ledgerOf(world)).kinds).toEqual(['plan'])
})

test.concurrent('[CP-38] a dry run writes nothing, anywhere', async () => {
  await using world = await releaseWorld()
  const hash = await world.plan()
  const before = writes(world).length
  const dry = { 'dry-run': 'true' }
  const jobs = 'deploy-release=success'
  for (const run of [
    await plan(world, dry),
    await promote(world, dry),
    await promote(world, { ...dry, operation: 'roll-back', reason: 'x' }),
    await promote(world, { ...dry, promote_immediately: 'true' }),
    await world.run('publish-rollout-metadata', {
      ...{ version: '1.1.0', 'plan-hash': hash, decision: 'go', artifact: 'true', ...dry },
    }),
    await world.run('release-record', {
      ...{ version: '1.1.0', 'plan-hash': hash, report: 'pipeline', jobs, ...dry },
    }),
    await world.run('auto-freeze-issue', { version: '1.1.0', gate: 'x', reason: 'y', ...dry }),
  ])
    expect(run.outputs.reason).toBeDefined()
  expect(writes(world)).toHaveLength(before)
  expect(world.traffic.put).toEqual([])
})
