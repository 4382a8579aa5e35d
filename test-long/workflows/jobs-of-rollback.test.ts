import { readFileSync } from 'node:fs'
import { beforeEach, expect, test } from '@jest/globals'
import { REPOSITORY } from '../../sandbox/demo/sandbox.ts'
import { removeAsset, uploadAsset } from '../../test/workflows/people.ts'
import { results, rig, testWellFormed } from '../../test/workflows/rig.ts'
import { outside } from './outside.ts'

const versions = ['1.0.0', '1.1.0'].map((version) => ({ version, fault: null }))
const { edit, lose } = outside()
const world = rig(['1.1.0'], { versions, edit })
const openIssues = () =>
  world.sandbox.github.issues(REPOSITORY).filter((issue) => issue.state === 'open')

/** Both versions run, and 1.1.0 has all the traffic. */
beforeEach(async () => {
  lose()
  const { platform, traffic } = world.sandbox.world
  const { releases } = world.sandbox.population
  for (const [slot, version] of Object.entries({ blue: '1.0.0', green: '1.1.0' })) {
    const running = platform.slots().find((each) => each.slot === slot)?.version
    if (running === version) continue
    const { tarball } = await releases.build(version)
    await platform.deploy(slot, version, readFileSync(tarball.path))
  }
  await traffic.setWeights({ blue: 0, green: 100 })
})

const rollBack = () =>
  world.run({
    workflow: 'release-rollback.yml',
    inputs: {
      ...{ rollback_version: '1.0.0', rollback_reason: 'orders are lost', pypi_action: 'yank' },
      environment: 'production',
    },
  })

test('ends green while everything is there', async () => {
  const run = await rollBack()
  expect(new Set(Object.values(results(run)))).toEqual(new Set(['success']))
  expect(openIssues()).toEqual([])
})

test('moves nothing when the file of the old version is gone', async () => {
  const name = 'checkout-service-1.0.0.tgz'
  const bytes = await removeAsset(world.sandbox, 'v1.0.0', name)
  const run = await rollBack()
  await uploadAsset(world.sandbox, 'v1.0.0', name, bytes)
  expect(results(run)).toMatchObject({
    'validate-rollback': 'failure',
    'create-hotfix-branch': 'skipped',
    'handle-pypi-action': 'skipped',
    'finalize-rollback': 'failure',
  })
  expect(await world.sandbox.world.traffic.weights()).toEqual({ blue: 0, green: 100 })
})

test('says that there is no hotfix branch when GitHub does not answer for it, and goes on', async () => {
  world.sandbox.github.faults.push({ method: 'POST', path: /\/git\/refs$/, before: 500 })
  expect(results(await rollBack())).toMatchObject({
    'validate-rollback': 'success',
    'create-hotfix-branch': 'failure',
    'revert-and-build': 'success',
    'finalize-rollback': 'failure',
  })
})

test.each([
  [
    'revert-and-build',
    'rollback-build',
    { 'test-emergency-release': 'skipped', 'publish-emergency-release': 'skipped' },
  ],
  ['test-emergency-release', 'rollback-test', { 'revert-and-build': 'success' }],
  ['publish-emergency-release', 'rollback-publish', { 'test-emergency-release': 'success' }],
] as const)(
  '%s fails when its suite misses something: the traffic is back all the same',
  async (id, suite, others) => {
    lose(suite)
    expect(results(await rollBack())).toMatchObject({
      'validate-rollback': 'success',
      'handle-pypi-action': 'success',
      'finalize-rollback': 'failure',
      [id]: 'failure',
      ...others,
    })
    expect(await world.sandbox.world.traffic.weights()).toEqual({ blue: 100, green: 0 })
    expect(openIssues()).not.toEqual([])
  },
)

testWellFormed(world)
