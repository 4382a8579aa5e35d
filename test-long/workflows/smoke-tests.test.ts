import { describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../../sandbox/act/index.ts'
import { job, results, rig, shorter, testWellFormed } from '../../test/workflows/rig.ts'

/** Slower than the 2000 ms that all depths but one allow, faster than the 5000 ms of that one. */
const SLUGGISH = { afterCustomerRequests: 0, errorRate: 0, slowShare: 1, slowMs: 2100 }
const versions = [
  { version: '1.0.0', fault: null },
  { version: '1.1.0', fault: null },
  { version: '1.2.0', fault: SLUGGISH },
]
const ONCE = (depth: string) => `        ${depth}: { seconds: 8, users: 3, iterations: 1 }\n`
/**
 * The thin file offers three environments; `production` is one of this config with the sandbox's values. The time of
 * the single order is not what is tested here.
 */
const edit = (path: string, text: string) =>
  path === '.github/release-actions.yml'
    ? shorter(path, text)
        .replace('      depths:\n', `      depths:\n${ONCE('standard')}${ONCE('stress')}`)
        .replace('name: order\n', 'name: order\n        max-response-time: 10s\n')
        .concat('  production: *sandbox\n')
    : text

const world = rig([], { versions, edit })

const smoke = (version: string, depth: string) =>
  world.run({
    workflow: 'enhanced-smoke-tests.yml',
    inputs: { version_to_test: version, environment: 'production', test_depth: depth },
  })
const told = (run: WorkflowRun) =>
  run.summaries.find((s) => s.job.endsWith('performance-smoke-tests'))?.markdown ?? ''

describe('enhanced-smoke-tests', () => {
  test('at depth basic starts a draft beside the version that serves, without traffic, and leaves load out', async () => {
    await world.sandbox.prepare('1.1.0')
    const run = await smoke('1.1.0', 'basic')
    expect(run.conclusion).toBe('success')
    expect(results(run)).toEqual({
      'setup-smoke-tests': 'success',
      'basic-functionality-smoke-tests': 'success',
      'integration-smoke-tests': 'success',
      'performance-smoke-tests': 'skipped',
      'generate-smoke-test-report': 'success',
    })
    const green = world.sandbox.world.platform.slots().find((s) => s.slot === 'green')
    expect(green?.version).toBe('1.1.0')
    expect(await world.sandbox.world.traffic.weights()).toEqual({ blue: 100, green: 0 })
  })

  test('at depth standard fails a version that answers in more than 2000 ms', async () => {
    await world.sandbox.prepare('1.2.0')
    const run = await smoke('1.2.0', 'standard')
    expect(run.conclusion).toBe('failure')
    expect(job(run, 'performance-smoke-tests').result).toBe('failure')
    expect(job(run, 'generate-smoke-test-report').result).toBe('failure')
    expect(told(run)).toContain('at most 2000 ms')
  })

  test('at depth stress passes the same version, whose limit there is 5000 ms', async () => {
    const run = await smoke('1.2.0', 'stress')
    expect(run.conclusion).toBe('success')
    expect(told(run)).toContain('at most 5000 ms')
    expect(told(run)).toContain('at most 10 %')
  })
})

testWellFormed(world)
