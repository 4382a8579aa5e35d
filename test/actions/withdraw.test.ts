import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from './ledger-of.ts'
import { lostAtFirstShift } from './lost-runner.ts'
import { type Inputs, openIssues, type ReleaseWorld, releaseWorld } from './release-world.ts'

// Each test plans a release and loses it on its way, in processes of their own.
jest.setTimeout(120_000)

const WHY = 'checkout-client yanked: yes: broken'
const BACK = { blue: 100, green: 0 }
const PROMOTE = { canary_version: '1.1.0', stages: 'all', promote_immediately: 'false' }
const AGAIN = { GITHUB_RUN_ATTEMPT: '2' }

type Env = Readonly<Record<string, string>>
const withdraw = (world: ReleaseWorld, inputs: Inputs = {}, env: Env = AGAIN) =>
  world.run(
    'canary-promote',
    { ...PROMOTE, operation: 'withdraw', reason: WHY, ...inputs },
    { env },
  )

/** 1.1.0 is planned, and its first attempt is lost right after the router took its first share. */
async function lostWorld(more = ''): Promise<ReleaseWorld & { readonly hash: string }> {
  const world = await releaseWorld({ more })
  const hash = await world.plan()
  await lostAtFirstShift(world, (options) =>
    world.run('canary-promote', { ...PROMOTE, operation: 'advance' }, options),
  )
  expect(world.traffic.weights).toEqual({ blue: 90, green: 10 })
  return { ...world, hash }
}

test.concurrent('a second attempt whose checks fail takes back what the lost one left, and the record says why', async () => {
  await using world = await lostWorld()
  const { hash } = world
  const run = await withdraw(world, { 'plan-hash': hash })
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({
    ...{ verdict: 'fail', rolled_back: 'true', deployment_successful: 'false' },
    reason: expect.stringContaining(WHY),
  })
  expect(world.traffic.weights).toEqual(BACK)
  const { entries, kinds, open } = await ledgerOf(world)
  expect(kinds).toEqual(['plan', 'intent', 'intent', 'outcome', 'outcome'])
  expect(entries.at(-1)?.payload).toEqual({
    ...{ effect: 'release', result: 'rolled-back', reason: WHY },
  })
  expect(open).toEqual([])

  const jobs = 'deploy-release=failure'
  const inputs = { version: '1.1.0', 'plan-hash': hash, report: 'pipeline', jobs }
  const end = await world.run('release-record', inputs, { env: AGAIN })
  expect(end.outputs.result).toBe('rolled-back')
  expect(openIssues(world)[0]?.body).toContain('rolled back')
  const once = await withdraw(world)
  expect([once.outputs.verdict, once.outputs.reason]).toEqual([
    'fail',
    `no traffic was moved: ${WHY}`,
  ])
  expect((await ledgerOf(world)).kinds).toHaveLength(5)
})

test.concurrent('what the last job has recorded as failed meanwhile goes back as well', async () => {
  await using world = await lostWorld()
  const inputs = { version: '1.1.0', report: 'pipeline', jobs: 'deploy-release=failure' }
  const end = await world.run('release-record', { ...inputs, 'plan-hash': world.hash })
  expect(end.outputs.result).toBe('failed')
  expect(world.traffic.weights).toEqual({ blue: 90, green: 10 })
  expect((await withdraw(world)).outputs.rolled_back).toBe('true')
  expect(world.traffic.weights).toEqual(BACK)
})

test.concurrent('a job that is run again takes back what its release has left, though its packages are well', async () => {
  await using world = await lostWorld()
  const inputs = { version: '1.1.0', report: 'pipeline', jobs: 'deploy-release=failure' }
  await world.run('release-record', { ...inputs, 'plan-hash': world.hash })
  const again = (env: Env) =>
    world.run('canary-promote', { ...PROMOTE, operation: 'advance' }, { env })
  const other = await again({ GITHUB_RUN_ID: '8' })
  expect(other.outputs.reason).toContain('the release has failed')
  expect(world.traffic.weights).toEqual({ blue: 90, green: 10 })
  const own = await again(AGAIN)
  expect(own.exit).toBe(1)
  expect(own.outputs).toMatchObject({ verdict: 'fail', rolled_back: 'true' })
  expect(own.outputs.reason).toContain('nobody looked at the share')
  expect(world.traffic.weights).toEqual(BACK)
})

test.concurrent('a release that has no traffic is left as it is, red', async () => {
  await using world = await releaseWorld()
  await world.plan()
  const run = await withdraw(world)
  expect(run).toMatchObject({
    exit: 1,
    outputs: { verdict: 'fail', reason: `no traffic was moved: ${WHY}`, rolled_back: 'false' },
  })
  expect((await ledgerOf(world)).kinds).toEqual(['plan'])
  expect(world.traffic.put).toEqual([])
  const silent = await withdraw(world, { reason: '' })
  expect(silent.outputs.reason).toContain('input reason: is required')
})

test.concurrent('the run that planned the release needs no role for it, and another run that of a roll back', async () => {
  await using world = await lostWorld('roles: { chief: { members: [carol], may: [roll-back] } }\n')
  const other = await withdraw(world, {}, { GITHUB_RUN_ID: '8' })
  expect(other.outputs.reason).toContain('alice may not roll-back')
  expect(world.traffic.weights).toEqual({ blue: 90, green: 10 })
  expect((await withdraw(world)).outputs.rolled_back).toBe('true')
  expect(world.traffic.weights).toEqual(BACK)
})
