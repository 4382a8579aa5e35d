import { describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../../sandbox/act/index.ts'
import type { Start } from '../../sandbox/demo/sandbox.ts'
import { removeAsset, uploadAsset } from '../../test/workflows/people.ts'
import { job, results, rig, testWellFormed } from '../../test/workflows/rig.ts'
import { outside, when } from './outside.ts'

const BROKEN = { afterCustomerRequests: 0, errorRate: 1, slowShare: 0, slowMs: 0 }
const versions = [
  { version: '1.0.0', fault: null },
  { version: '1.1.0', fault: null },
  { version: '1.2.0', fault: BROKEN },
]
const { edit, lose } = outside()
const world = rig(['1.1.0', '1.2.0'], { versions, edit })

/** A run of the workflow, after which the world is whole again. */
async function run(workflow: string, inputs: Start['inputs'] = {}, more: Partial<Start> = {}) {
  const done = await world.run({
    workflow: `${workflow}.yml`,
    inputs: { environment: 'production', ...inputs },
    ...more,
  })
  world.sandbox.world.index.faults.clear()
  lose()
  return done
}

/** Takes the service's file off a release while `work` lasts. */
async function without<T>(version: string, work: (gone: () => void) => Promise<T>): Promise<T> {
  const name = `checkout-service-${version}.tgz`
  const taken: Promise<Uint8Array>[] = []
  const done = await work(() => taken.push(removeAsset(world.sandbox, `v${version}`, name)))
  for (const bytes of taken) await uploadAsset(world.sandbox, `v${version}`, name, await bytes)
  return done
}

describe('release-verification', () => {
  const verify = (more: Partial<Start> = {}) =>
    run('release-verification', { version_to_verify: '1.0.0' }, more)
  const outcomes = ({ jobs }: WorkflowRun) =>
    Object.fromEntries(jobs.map((j) => [j.path.split(' / ')[1]?.replace(/ \(.*/, ''), j.result]))

  test('passes while every suite finds what it asks for', async () => {
    const done = await verify()
    expect(new Set(Object.values(outcomes(done)))).toEqual(new Set(['success']))
  })

  test('fails in each job that misses something, and says so in its report', async () => {
    lose('integration', 'benchmark', 'dependency-scan')
    const onEvent = when('cross-platform-verification', () =>
      world.sandbox.world.index.faults.hide('1.0.0'),
    )
    expect(outcomes(await verify({ onEvent }))).toEqual({
      'detect-version': 'success',
      'verify-pypi-availability': 'success',
      'cross-platform-verification': 'failure',
      'integration-test-verification': 'failure',
      'performance-benchmark': 'failure',
      'dependency-security-scan': 'failure',
      'create-verification-report': 'failure',
    })
  })
})

describe('performance-regression-detection', () => {
  const compare = (more: Partial<Start> = {}) =>
    run(
      'performance-regression-detection',
      { current_version: '1.1.0', baseline_version: '1.0.0' },
      more,
    )

  test('stops at its set-up when the file of the baseline is gone', async () => {
    const done = await without('1.0.0', async (gone) => {
      gone()
      return await compare()
    })
    expect(job(done, 'setup-regression-testing').result).toBe('failure')
    expect(job(done, 'benchmark-baseline-version').result).toBe('skipped')
  })

  test('stops at the baseline when its file vanishes after the set-up', async () => {
    const done = await without('1.0.0', (gone) =>
      compare({ onEvent: when('benchmark-baseline-version', gone) }),
    )
    expect(job(done, 'setup-regression-testing').result).toBe('success')
    expect(job(done, 'benchmark-baseline-version').result).toBe('failure')
    expect(job(done, 'benchmark-current-version').result).toBe('skipped')
  })
})

describe('enhanced-smoke-tests', () => {
  const smoke = (version: string) =>
    run('enhanced-smoke-tests', { version_to_test: version, test_depth: 'basic' })

  test('stops at its set-up when the file of the version is gone', async () => {
    const done = await without('1.1.0', async (gone) => {
      gone()
      return await smoke('1.1.0')
    })
    expect(results(done)).toMatchObject({
      'setup-smoke-tests': 'failure',
      'basic-functionality-smoke-tests': 'skipped',
      'generate-smoke-test-report': 'failure',
    })
  })

  test('stops at the basic suite when the version takes no order', async () => {
    expect(results(await smoke('1.2.0'))).toMatchObject({
      'setup-smoke-tests': 'success',
      'basic-functionality-smoke-tests': 'failure',
      'integration-smoke-tests': 'skipped',
    })
  })

  test('stops at the integration suite when what it asks for is gone', async () => {
    lose('integration')
    expect(results(await smoke('1.1.0'))).toMatchObject({
      'basic-functionality-smoke-tests': 'success',
      'integration-smoke-tests': 'failure',
      'generate-smoke-test-report': 'failure',
    })
  })
})

test('the pipeline goes no further than release-verification when the index loses the version', async () => {
  const onEvent = when('verify-pypi-availability', () =>
    world.sandbox.world.index.faults.hide('1.1.0'),
  )
  const done = await world.release('1.1.0', {}, { onEvent })
  world.sandbox.world.index.faults.clear()
  expect(job(done, 'verify-pypi-availability').result).toBe('failure')
  expect(results(done)).toMatchObject({
    'pre-flight-validation': 'success',
    'observability-gate': 'skipped',
    'deploy-release': 'skipped',
    'finalize-release-pipeline': 'failure',
  })
  expect(await world.sandbox.world.traffic.weights()).toEqual({ blue: 100, green: 0 })
})

testWellFormed(world)
