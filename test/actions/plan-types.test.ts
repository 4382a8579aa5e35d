import { expect, jest, test } from '@jest/globals'
import { OWN } from '../fakes/signing-keys.ts'
import { ledgerOf } from './ledger-of.ts'
import {
  type Inputs,
  REPOSITORY,
  type ReleaseWorld,
  releaseWorld,
  writes,
} from './release-world.ts'

// Each test starts processes.
jest.setTimeout(120_000)

const TYPES = 'types: {}'
const PLAN: Inputs = { release_version: '1.1.0', 'desktop-rollout-percentage': '100' }
const { kty, crv, x } = OWN.jwk
const SIGNED = `ledger: ${JSON.stringify({ keys: [{ kty, crv, x }] })}`
const KEY: Inputs = { 'ledger-key': OWN.pem }

async function planOf(world: ReleaseWorld, version: string) {
  const [entry] = (await ledgerOf(world, version)).entries
  return entry?.kind === 'plan' ? entry.payload.plan : undefined
}

test.concurrent('[A07] a minor release is one by its version, takes the stages of its type, and says what that asks for', async () => {
  await using world = await releaseWorld({ more: TYPES })
  const run = await world.run('plan', PLAN)
  expect(run.outputs).toMatchObject({
    verdict: 'pass',
    reason: 'checkout 1.1.0 is planned: minor release, canary, 3 stages, 1h',
    deployment_strategy: 'canary',
    release_type: 'minor',
  })
  const plan = await planOf(world, '1.1.0')
  expect(plan).toMatchObject({ type: 'minor', conditions: { approval: 'recorded' } })
  expect(plan?.stages.map(({ weight, bake }) => [weight, bake / 60_000])).toEqual([
    [10, 15],
    [50, 30],
    [100, 15],
  ])
  expect(run.summary).toContain(
    'Release type **minor** (X.Y+1.0). Asks for: an approval on record. Downtime: none, unless a lock is declared.',
  )
  expect(world.github.issues(REPOSITORY)[0]?.body).toContain('| Type | minor |')
})

test.concurrent('[R306] the summary says what its strategy and the others suit', async () => {
  await using world = await releaseWorld()
  const run = await world.run('plan', { ...PLAN, 'dry-run': 'true' })
  expect(run.outputs).toMatchObject({ deployment_strategy: 'canary', release_type: '' })
  expect(run.summary).toContain(
    'It suits major feature releases; direct minor updates and patches;',
  )
  expect(run.summary).toContain('blue-green critical system updates')
  expect(run.summary).not.toContain('Release type')
})

const RELEASES = { '1.0.1': false, '1.0.2': false, '1.2.1': false, '2.0.0': false }
const refusals: readonly (readonly [Inputs, string])[] = [
  [
    { release_version: '1.0.1', release_type: 'minor' },
    'input release_version: 1.0.0 → 1.0.1 is no minor release, which wants X.Y+1.0: 1.1.0. Give release_type: patch, or release 1.1.0',
  ],
  [{ release_type: 'hotfix' }, '1.0.0 → 1.1.0 is no patch release, which wants X.Y.Z+1: 1.0.1.'],
  [{ release_version: '1.2.1' }, '1.0.0 → 1.2.1 is of no release type; after 1.0.0 come patch'],
  [
    { deployment_strategy: 'direct' },
    'a minor release does not take direct, only canary or blue-green. Give canary or blue-green, or by-type',
  ],
  [{ release_version: '2.0.0', deployment_strategy: 'canary' }, 'only blue-green. Give'],
  [{ release_type: 'migration', deployment_strategy: 'canary' }, 'only stepwise. Give'],
  [
    { deployment_strategy: 'blue-green', canary_percentage: '10', rollout_duration: '1h' },
    'input canary_percentage: is for the strategy canary, and this one is blue-green.',
  ],
  [
    { release_version: '2.0.0' },
    'a major release asks for a signed approval, and ledger.keys of the config names no key. Make one',
  ],
  [{ release_version: '1.0.0' }, 'input release_version: 1.0.0 is not newer than'],
]

test.concurrent('[A07] what does not fit its type is refused before anything is written', async () => {
  await using world = await releaseWorld({ more: TYPES, releases: RELEASES })
  for (const [inputs, reason] of refusals) {
    const run = await world.run('plan', { ...PLAN, ...inputs })
    expect([run.exit, run.outputs.verdict, run.outputs.reason]).toEqual([
      1,
      'inconclusive',
      expect.stringContaining(reason),
    ])
  }
  expect(writes(world)).toEqual([])
})

test.concurrent('without types none can be asked for', async () => {
  await using world = await releaseWorld()
  const asked = [{ release_type: 'minor' }, { deployment_strategy: 'by-type' }]
  for (const inputs of asked) {
    const run = await world.run('plan', { ...PLAN, ...inputs })
    expect([run.exit, run.outputs.reason]).toEqual([
      1,
      expect.stringContaining('and the config has no section types'),
    ])
  }
  expect(writes(world)).toEqual([])
})

test.concurrent('a version that was tagged may be passed over, one that never was may not', async () => {
  await using tagged = await releaseWorld({ more: TYPES, releases: RELEASES })
  const hotfix = { ...PLAN, release_version: '1.0.2', release_type: 'hotfix' }
  const passed = await tagged.run('plan', hotfix)
  expect(passed.outputs).toMatchObject({ verdict: 'pass', release_type: 'patch' })
  await using untagged = await releaseWorld({ more: TYPES, releases: { '1.0.2': false } })
  const refused = await untagged.run('plan', hotfix)
  expect(refused.outputs.reason).toBe(
    'input release_version: 1.0.0 → 1.0.2 passes over 1.0.1, which was never tagged nor planned. Release 1.0.1',
  )
  expect(writes(untagged)).toEqual([])
})

const declared = (to: string) =>
  `${SIGNED}
types: { major: { downtime: { version: 2.0.0, from: 2001-01-01T02:00:00Z, to: ${to}, reason: new columns } } }`

test.concurrent('[A07] a major release needs a key, goes blue-green in stages, and has its declared window in the plan', async () => {
  const more = declared('2999-01-01T02:00:00Z')
  await using world = await releaseWorld({ more, releases: RELEASES })
  const major = { ...PLAN, release_version: '2.0.0' }
  const without = await world.run('plan', major)
  expect([without.exit, without.outputs.reason, writes(world)]).toEqual([
    1,
    'a major release asks for a signed approval, and this run has no key. Pass the secret RELEASE_LEDGER_KEY by name, or as input ledger-key',
    [],
  ])
  const run = await world.run('plan', { ...major, ...KEY, deployment_strategy: 'by-type' })
  expect(run.outputs).toMatchObject({ verdict: 'pass', deployment_strategy: 'blue-green' })
  const plan = await planOf(world, '2.0.0')
  expect(plan?.stages.map(({ weight }) => weight)).toEqual([0, 10, 50, 100])
  const times = { from: '2001-01-01T02:00:00Z', to: '2999-01-01T02:00:00Z' }
  expect(plan).toMatchObject({
    type: 'major',
    downtime: { kind: 'window', ...times, reason: 'new columns' },
    conditions: { approval: 'signed', notBefore: times.from, notice: 86_400_000 },
  })
  expect(run.summary).toContain(`Downtime: a window from ${times.from} to ${times.to}: new columns`)
})

test.concurrent('a window that is over is refused', async () => {
  const more = declared('2001-01-01T03:00:00Z')
  await using world = await releaseWorld({ more, releases: RELEASES })
  const run = await world.run('plan', { ...PLAN, ...KEY, release_version: '2.0.0' })
  expect(run.outputs.reason).toBe(
    'the downtime that is declared for 2.0.0 was over at 2001-01-01T03:00:00Z. Declare another one under types in the config, or remove it',
  )
  expect(writes(world)).toEqual([])
})

const QUICK = `profiles:
  quick:
    strategies:
      rolling: { steps: 3, bake: 1s }
      stepwise:
        stages: [{ weight: 0%, bake: 1s }, { weight: 40%, bake: 1s }, { weight: 100%, bake: 1s }]
      blue-green:
        stages: [{ weight: 0%, bake: 1s }, { weight: 20%, bake: 1s }, { weight: 100%, bake: 1s }]`

test.concurrent.each([
  ['rolling', [33, 67, 100]],
  ['stepwise', [0, 40, 100]],
  ['blue-green', [0, 20, 100]],
] as const)('%s goes through its stages to the end', async (strategy, shares) => {
  await using world = await releaseWorld({ hasIssues: false, more: QUICK })
  const environment = 'quick'
  await world.plan({ ...PLAN, deployment_strategy: strategy, environment })
  const run = await world.run('canary-promote', {
    ...{ canary_version: '1.1.0', stages: 'all', promote_immediately: 'false' },
    ...{ operation: 'advance', environment },
  })
  expect(run.outputs).toMatchObject({ verdict: 'pass', deployment_successful: 'true' })
  expect(world.traffic.put.map(({ green }) => green)).toEqual(shares)
})
