import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Start } from '../../sandbox/demo/sandbox.ts'
import { removeAsset, uploadAsset } from '../../test/workflows/people.ts'
import { job, results, rig, testWellFormed } from '../../test/workflows/rig.ts'
import { outside, when } from './outside.ts'

const versions = ['1.0.0', '1.1.0'].map((version) => ({ version, fault: null }))
const { edit, lose } = outside()
const world = rig(['1.1.0'], { versions, edit })
const TARBALL = 'checkout-service-1.1.0.tgz'
const routerDown = () =>
  world.sandbox.world.traffic.router?.faults.add({
    path: /backends/,
    fault: { kind: 'status', status: 500 },
  })

/** The world is whole again, and 1.0.0 has all the traffic. */
beforeEach(async () => {
  lose()
  world.sandbox.world.traffic.router?.faults.clear()
  world.sandbox.world.sentry.faults.clear()
  await world.sandbox.world.traffic.setWeights({ blue: 100, green: 0 })
})

const deploy = (more: Partial<Start> = {}, inputs: Start['inputs'] = {}) =>
  world.run({
    workflow: 'canary-deployment.yml',
    inputs: {
      ...{ version_to_deploy: '1.1.0', rollout_duration: '2s', environment: 'production' },
      ...inputs,
    },
    ...more,
  })

describe('canary-deployment', () => {
  test('stops at its request when the index does not show the version', async () => {
    world.sandbox.world.index.faults.hide('1.1.0')
    const run = await deploy()
    world.sandbox.world.index.faults.clear()
    expect(results(run)).toMatchObject({
      'validate-canary-request': 'failure',
      'create-canary-environment': 'skipped',
      'finalize-canary-deployment': 'failure',
    })
  })

  test('stops at the environment when the file of the version vanishes', async () => {
    const taken: Promise<Uint8Array>[] = []
    const gone = when('create-canary-environment', () =>
      taken.push(removeAsset(world.sandbox, 'v1.1.0', TARBALL)),
    )
    const run = await deploy({ onEvent: gone })
    for (const bytes of taken) await uploadAsset(world.sandbox, 'v1.1.0', TARBALL, await bytes)
    expect(results(run)).toMatchObject({
      'validate-canary-request': 'success',
      'create-canary-environment': 'failure',
      'canary-smoke-tests': 'skipped',
      'finalize-canary-deployment': 'failure',
    })
  })

  test('gives no traffic when the started version dies, nor without monitoring', async () => {
    lose('monitoring')
    const died = when('canary-smoke-tests', () => void world.sandbox.world.platform.retire('green'))
    expect(results(await deploy({ onEvent: died }))).toMatchObject({
      'create-canary-environment': 'success',
      'canary-smoke-tests': 'failure',
      'canary-monitoring-setup': 'failure',
      'deploy-canary': 'skipped',
      'finalize-canary-deployment': 'failure',
    })
    expect(await world.sandbox.world.traffic.weights()).toEqual({ blue: 100, green: 0 })
  })

  test('ends at the stage at which the router stops answering', async () => {
    const first = await deploy({ onEvent: when('deploy-canary', routerDown) })
    expect(results(first)).toMatchObject({
      'canary-smoke-tests': 'success',
      'canary-monitoring-setup': 'success',
      'deploy-canary': 'failure',
      'schedule-progressive-rollout': 'skipped',
    })
    world.sandbox.world.traffic.router?.faults.clear()
    const later = await deploy({ onEvent: when('schedule-progressive-rollout', routerDown) })
    expect(results(later)).toMatchObject({
      'deploy-canary': 'success',
      'schedule-progressive-rollout': 'failure',
      'finalize-canary-deployment': 'failure',
    })
  })
})

describe('canary-promote', () => {
  const promote = (more: Partial<Start> = {}) =>
    world.run({
      workflow: 'canary-promote.yml',
      inputs: { canary_version: '1.1.0', environment: 'production' },
      ...more,
    })

  test('promotes nothing while Sentry is down, nor when the integration suite misses something', async () => {
    const waiting = await deploy({}, { auto_promote: false })
    expect(waiting.conclusion).toBe('success')
    const { faults } = world.sandbox.world.sentry
    faults.add({ path: /./, fault: { kind: 'status', status: 500 } })
    const blind = await promote()
    faults.clear()
    expect(results(blind)).toMatchObject({
      'validate-canary-promotion': 'failure',
      'run-pre-promotion-tests': 'skipped',
      'finalize-promotion': 'failure',
    })
    lose('integration')
    expect(results(await promote())).toMatchObject({
      'validate-canary-promotion': 'success',
      'run-pre-promotion-tests': 'failure',
      'promote-canary': 'skipped',
    })
    expect(await world.sandbox.world.traffic.weights()).toEqual({ blue: 90, green: 10 })
  })

  test('is red when monitoring is gone afterwards', async () => {
    // The canary of the test before still waits, with its share.
    await world.sandbox.world.traffic.setWeights({ blue: 90, green: 10 })
    const blind = when('update-monitoring', () => lose('monitoring'))
    const run = await promote({ onEvent: blind })
    expect(results(run)).toMatchObject({
      'promote-canary': 'success',
      'update-monitoring': 'failure',
      'finalize-promotion': 'failure',
    })
    expect(job(run, 'finalize-promotion').result).toBe('failure')
  })
})

testWellFormed(world)
