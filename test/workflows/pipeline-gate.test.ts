/** @story */
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../../sandbox/act/index.ts'
import { REPOSITORY, type Start } from '../../sandbox/demo/sandbox.ts'
import { closeIssue } from './people.ts'
import { kinds } from './record.ts'
import { errors, job, results, rig, testWellFormed } from './rig.ts'

const world = rig(['1.1.0'])
const freezes = () =>
  world.sandbox.github.issues(REPOSITORY).filter((i) => i.title.startsWith('Release freeze'))
const untouched = { blue: 100, green: 0 }

function expectFrozen(run: WorkflowRun): void {
  expect(run.conclusion).toBe('failure')
  expect(results(run)).toMatchObject({
    'deploy-release': 'skipped',
    'auto-freeze-on-observability-failure': 'success',
    'finalize-release-pipeline': 'failure',
  })
  expect(freezes()).toHaveLength(1)
}

describe('the observability gate', () => {
  let first: WorkflowRun
  let attempt = 1

  /** The gate and what follows it once more, as "Re-run failed jobs" does. */
  const again = (start: Partial<Start> = {}) => {
    attempt += 1
    return world.release('1.1.0', {}, { runAttempt: attempt, rerunFailedOf: first, ...start })
  }

  beforeAll(async () => {
    first = await world.release('1.1.0', {}, { secrets: { SENTRY_AUTH_TOKEN: '' } })
  })

  test('is inconclusive, not green, when the Sentry secret is empty: the run is red and the channel is frozen', () => {
    const gate = job(first, 'observability-gate')
    expect(gate).toMatchObject({ result: 'failure', outputs: { verdict: 'inconclusive' } })
    expect(errors(first, 'observability-gate')).toContain('the secret SENTRY_AUTH_TOKEN is empty')
    expectFrozen(first)
    expect(freezes()[0]?.body).toContain('SENTRY&#95;AUTH&#95;TOKEN is empty')
  })

  test('fails when Sentry does not know the release', async () => {
    const { releases } = world.sandbox.world.sentry.store
    const known = new Map(releases)
    releases.delete('checkout-service@1.1.0')
    const run = await again()
    for (const [name, release] of known) releases.set(name, release)
    expect(job(run, 'observability-gate').outputs.verdict).toBe('fail')
    expect(errors(run, 'observability-gate')).toContain('does not exist')
    expectFrozen(run)
  })

  test('freezes also when it is cancelled', async () => {
    const { faults } = world.sandbox.world.sentry
    faults.add({ path: /./, fault: { kind: 'silence' } })
    await closeIssue(world.sandbox, freezes()[0]?.number, 'octocat')
    const button = new AbortController()
    const run = await again({
      cancel: button.signal,
      onEvent: (event) => {
        const asked = event.kind === 'step-started' && event.job.endsWith('/ observability-gate')
        if (asked) setTimeout(() => button.abort(), 1000)
      },
    })
    faults.clear()
    expect(run.conclusion).toBe('cancelled')
    expect(job(run, 'observability-gate').result).toBe('cancelled')
    expect(job(run, 'deploy-release').result).not.toBe('success')
    expect(job(run, 'auto-freeze-on-observability-failure').result).toBe('success')
    expect(job(run, 'finalize-release-pipeline').result).toBe('failure')
  })

  test('opens nothing any more once the release has ended: a re-run moves no traffic and says why', async () => {
    await closeIssue(world.sandbox, freezes().at(-1)?.number, 'octocat')
    const run = await again()
    expect(job(run, 'observability-gate').outputs.verdict).toBe('pass')
    expect(job(run, 'deploy-release').result).toBe('failure')
    expect(errors(run, 'deploy-release')).toContain('the release has failed')
  })

  test('moved no traffic in any of these runs, and the release ended as failed once', async () => {
    expect(await world.sandbox.world.traffic.weights()).toEqual(untouched)
    const all = await kinds(world.sandbox, '1.1.0')
    expect(all.filter((kind) => kind === 'failed')).toHaveLength(1)
    expect(all).not.toContain('intent')
  })
})

testWellFormed(world)
