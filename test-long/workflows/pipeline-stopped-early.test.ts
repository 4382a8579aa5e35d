import { beforeAll, describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../../sandbox/act/index.ts'
import { REPOSITORY } from '../../sandbox/demo/sandbox.ts'
import { AT_ONCE } from '../../sandbox/world/versions.ts'
import { kinds, open } from '../../test/workflows/record.ts'
import { errors, job, results, rig, shorter, testWellFormed } from '../../test/workflows/rig.ts'

const SLOW = { afterCustomerRequests: 0, errorRate: 0, slowShare: 0.1, slowMs: 25 }
const versions = [
  { version: '1.0.0', fault: null },
  // One order in five: more than the one in twenty that the smoke tests let pass.
  { version: '1.1.0', fault: { ...AT_ONCE, errorRate: 0.2 } },
  { version: '1.2.0', fault: SLOW },
  { version: '1.3.0', fault: AT_ONCE },
]
/** So slow a version shows without a warm-up. */
const edit = (path: string, text: string) =>
  shorter(path, text).replace('warm-up: 1, iterations: 6', 'warm-up: 0, iterations: 6')
const world = rig(['1.1.0', '1.2.0', '1.3.0'], { versions, edit })
const issues = () => world.sandbox.github.issues(REPOSITORY)
const regressions = () => issues().filter((i) => i.title.startsWith('Performance regression'))
const untouched = { blue: 100, green: 0 }

describe('a version whose fault the first request shows', () => {
  let run: WorkflowRun

  beforeAll(async () => {
    run = await world.release('1.1.0')
  })

  test('is stopped by the smoke tests before any traffic moves', async () => {
    expect(run.conclusion).toBe('failure')
    expect(job(run, 'basic-functionality-smoke-tests').result).toBe('success')
    expect(job(run, 'performance-smoke-tests').result).toBe('failure')
    expect(errors(run, 'performance-smoke-tests')).toContain('error-rate')
    expect(await world.sandbox.world.traffic.weights()).toEqual(untouched)
  })

  test('has every later job skipped, which the last job does not take for success', () => {
    expect(results(run)).toEqual({
      'pre-flight-validation': 'success',
      'observability-gate': 'skipped',
      'deploy-release': 'skipped',
      'post-deployment-validation': 'skipped',
      'setup-rollback-readiness': 'skipped',
      'auto-freeze-on-observability-failure': 'skipped',
      'finalize-release-pipeline': 'failure',
    })
    expect(job(run, 'finalize-release-pipeline').outputs.overall_success).toBe('false')
  })

  test('is recorded as failed and no longer open, with its tracking issue left open for a person', async () => {
    expect(await kinds(world.sandbox, '1.1.0')).toEqual(['plan', 'failed'])
    expect(await open(world.sandbox)).toEqual([])
    const tracking = issues().find((i) => i.title.endsWith('v1.1.0'))
    expect(tracking?.state).toBe('open')
    expect(tracking?.labels).toContain('failed')
    expect(tracking?.body).toContain('- [x] Pre-flight validation')
    expect(tracking?.body).toContain('- [ ] Smoke tests of the new version')
  })
})

describe('a version that is slower than the one that serves', () => {
  let run: WorkflowRun

  beforeAll(async () => {
    run = await world.release('1.2.0', { skip_performance_check: false })
  })

  test('is stopped by the comparison of performance before it is even started', async () => {
    expect(run.conclusion).toBe('failure')
    expect(job(run, 'analyze-performance-regression')).toMatchObject({
      result: 'failure',
      outputs: { has_regression: 'true' },
    })
    expect(errors(run, 'analyze-performance-regression')).toContain('request_time_p95')
    expect(job(run, 'setup-smoke-tests').result).toBe('skipped')
    expect(await world.sandbox.world.traffic.weights()).toEqual(untouched)
    expect(world.sandbox.world.platform.slots().map((s) => s.version)).not.toContain('1.2.0')
  })

  test('gets one issue that names what has become slower and where it was measured', () => {
    const [issue] = regressions()
    expect(issue).toMatchObject({ state: 'open', title: 'Performance regression in 1.2.0' })
    expect([...(issue?.labels ?? [])].sort()).toEqual([
      'bug',
      'performance-regression',
      'priority-high',
    ])
    expect(issue?.body).toContain('request_time_p95')
    expect(issue?.body).toContain(`${REPOSITORY}/actions/runs/`)
  })

  test('is found by performance-regression-detection alone too, which opens no second issue', async () => {
    const alone = await world.run({
      workflow: 'performance-regression-detection.yml',
      inputs: {
        current_version: '1.2.0',
        baseline_version: '1.0.0',
        environment: world.sandbox.profile,
      },
    })
    expect(alone.conclusion).toBe('failure')
    expect(job(alone, 'benchmark-current-version').result).toBe('success')
    expect(job(alone, 'analyze-performance-regression').outputs.has_regression).toBe('true')
    expect(job(alone, 'create-regression-report').result).toBe('failure')
    expect(regressions()).toHaveLength(1)
  })
})

describe('a version that the comparison cannot measure, because one order in twenty fails at once', () => {
  test('is neither called slower nor as fast: it is stopped before any traffic moves, without an issue about speed', async () => {
    const run = await world.release('1.3.0', { skip_performance_check: false })
    expect(run.conclusion).toBe('failure')
    expect(job(run, 'benchmark-current-version').result).toBe('failure')
    expect(errors(run, 'benchmark-current-version')).toContain('/checkout answered 500')
    expect(job(run, 'analyze-performance-regression').outputs.has_regression ?? '').toBe('')
    expect(job(run, 'deploy-release').result).toBe('skipped')
    expect(regressions()).toHaveLength(1)
    expect(await world.sandbox.world.traffic.weights()).toEqual(untouched)
  })
})

testWellFormed(world)
