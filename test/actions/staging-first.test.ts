import { expect, jest, test } from '@jest/globals'
import { type FakeTraffic, fakeTraffic } from './fake-traffic.ts'
import { ledgerOf } from './ledger-of.ts'
import {
  type Inputs,
  PLAN_INPUTS,
  REPOSITORY,
  type ReleaseWorld,
  releaseWorld,
} from './release-world.ts'

// Each test releases a version twice, in processes of their own.
jest.setTimeout(120_000)

const STAGING = { environment: 'staging' }
const PRODUCTION = { environment: 'production' }

interface Staged extends AsyncDisposable {
  readonly world: ReleaseWorld
  /** The router of the profile `staging`; that of the world is production's. */
  readonly staging: FakeTraffic
}

async function staged(): Promise<Staged> {
  const staging = await fakeTraffic({ blue: '1.0.0', green: '1.1.0' })
  const { router, blue, green } = staging
  const world = await releaseWorld({
    hasIssues: false,
    stages: '[{ weight: 100%, bake: 1s }]',
    allow: [router.url, blue.url, green.url],
    more: `after: staging
profiles:
  staging:
    publishes: false
    traffic: { url: '${router.url}', slots: { blue: { url: '${blue.url}' }, green: { url: '${green.url}' } } }
`,
  })
  return {
    world,
    staging,
    async [Symbol.asyncDispose]() {
      await world[Symbol.asyncDispose]()
      await staging[Symbol.asyncDispose]()
    },
  }
}

const plan = (world: ReleaseWorld, where: Inputs) => world.run('plan', { ...PLAN_INPUTS, ...where })

/** The rollout under a profile, to its recorded end. */
async function release(world: ReleaseWorld, where: Inputs, planHash: string) {
  const all = { stages: 'all', promote_immediately: 'false', operation: 'advance' }
  await world.run('canary-promote', { canary_version: '1.1.0', ...all, ...where })
  const jobs = 'deploy-release=success\npost-deployment-validation=success\n'
  const end = { version: '1.1.0', 'plan-hash': planHash, report: 'pipeline', jobs, ...where }
  return world.run('release-record', end)
}

const draftOf = ({ github }: ReleaseWorld) =>
  github.releases(REPOSITORY).find(({ tagName }) => tagName === 'v1.1.0')?.draft

test.concurrent('production comes after staging: refused before, published only by the last', async () => {
  await using both = await staged()
  const { world, staging } = both
  for (const where of [PRODUCTION, {}]) {
    const early = await plan(world, where)
    expect(early.exit).toBe(1)
    expect(early.outputs.reason).toMatch(
      /^1\.1\.0 was not released under staging, and .* comes after it. Release it there first/,
    )
  }
  expect((await ledgerOf(world)).entries).toEqual([])

  const first = await plan(world, STAGING)
  expect(first.outputs).toMatchObject({ verdict: 'pass' })
  expect(first.summary).toContain(
    'The end of this release publishes nothing: others come after `staging`.',
  )
  const open = await plan(world, PRODUCTION)
  expect(open.outputs.reason).toContain('is open with another plan')
  const done = await release(world, STAGING, first.outputs.plan_hash ?? '')
  expect(done.outputs).toMatchObject({ verdict: 'pass', result: 'completed' })
  expect(staging.weights).toEqual({ blue: 0, green: 100 })
  expect([draftOf(world), world.traffic.put]).toEqual([true, []])

  const second = await plan(world, PRODUCTION)
  expect(second.outputs).toMatchObject({ verdict: 'pass' })
  expect(second.summary).toContain('v1.1.0 has completed under `staging`.')
  const out = await release(world, PRODUCTION, second.outputs.plan_hash ?? '')
  expect(out.outputs).toMatchObject({ verdict: 'pass', result: 'completed' })
  expect(world.traffic.weights).toEqual({ blue: 0, green: 100 })
  expect(draftOf(world)).toBe(false)
  const { entries, open: markers } = await ledgerOf(world)
  const plans = entries.flatMap((e) => (e.kind === 'plan' ? [e.payload.plan] : []))
  expect(plans).toMatchObject([
    { profile: 'staging', publishes: false },
    { profile: 'production', after: 'staging' },
  ])
  expect(markers).toEqual([])
})

test.concurrent('what was taken back from staging is not released elsewhere', async () => {
  await using both = await staged()
  const { world, staging } = both
  const first = await plan(world, STAGING)
  staging.take = (weights) => {
    staging.versions.green = '1.0.9'
    return weights
  }
  await release(world, STAGING, first.outputs.plan_hash ?? '')
  const run = await plan(world, PRODUCTION)
  expect(run.exit).toBe(1)
  expect(run.outputs.reason).toMatch(/^1\.1\.0 was rolled back under staging, and production comes/)
  expect(world.traffic.put).toEqual([])
})
