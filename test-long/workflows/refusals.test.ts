import { describe, expect, test } from '@jest/globals'
import { REPOSITORY, type Start } from '../../sandbox/demo/sandbox.ts'
import { closeIssue } from '../../test/workflows/people.ts'
import { state } from '../../test/workflows/record.ts'
import { errors, job, results, rig, testWellFormed } from '../../test/workflows/rig.ts'

const versions = ['1.0.0', '1.1.0', '1.2.0'].map((version) => ({ version, fault: null }))
const world = rig(['1.1.0', '1.2.0'], { versions })
const freezes = () =>
  world.sandbox.github.issues(REPOSITORY).filter((i) => i.title.startsWith('Release freeze'))

const run = (workflow: string, inputs: Start['inputs'], start: Partial<Start> = {}) =>
  world.run({ workflow, inputs: { environment: world.sandbox.profile, ...inputs }, ...start })

const canary = (version: string, inputs: Start['inputs']) =>
  run('canary-deployment.yml', { version_to_deploy: version, rollout_duration: '4s', ...inputs })

test.each([
  ['a share below 5 %', '4'],
  ['a share that is no number', 'abc'],
])('canary-deployment refuses %s, before anything changes', async (_what, canary_percentage) => {
  const before = await state(world.sandbox)
  const refused = await canary('1.1.0', { canary_percentage })
  expect(refused.conclusion).toBe('failure')
  expect(errors(refused, 'validate-canary-request')).toContain(
    'input canary_percentage: must be a number from 5 to 50',
  )
  expect(job(refused, 'deploy-canary').result).toBe('skipped')
  expect(await state(world.sandbox)).toEqual(before)
})

test('release-rollback refuses a target that was never released, and changes nothing', async () => {
  const before = await state(world.sandbox)
  const refused = await run('release-rollback.yml', {
    rollback_version: '0.9.0',
    rollback_reason: 'orders are lost',
    pypi_action: 'leave-as-is',
  })
  expect(refused.conclusion).toBe('failure')
  expect(errors(refused, 'validate-rollback')).toContain('v0.9.0 has no GitHub release')
  expect(await state(world.sandbox)).toEqual(before)
})

test('canary-promote does not skip stages for a second attempt', async () => {
  await canary('1.1.0', { auto_promote: false })
  const before = await state(world.sandbox)
  const inputs = { canary_version: '1.1.0', promote_immediately: true }
  const refused = await run('canary-promote.yml', inputs, { runAttempt: 2 })
  expect(refused.conclusion).toBe('failure')
  expect(errors(refused, 'promote-canary')).toContain(
    'is for a person, in the first attempt of a run',
  )
  const { ledger, weights } = await state(world.sandbox)
  expect({ ledger, weights }).toEqual({ ledger: before.ledger, weights: before.weights })
  await run('canary-promote.yml', { canary_version: '1.1.0' })
})

describe('a gate that Sentry does not answer as it should', () => {
  test('is inconclusive, not green: nothing is deployed, and the channel is frozen', async () => {
    const { faults } = world.sandbox.world.sentry
    faults.add({ path: /./, fault: { kind: 'status', status: 500 } })
    const red = await world.release('1.2.0', { baseline_version: '1.1.0' })
    faults.clear()
    expect(job(red, 'observability-gate').outputs.verdict).toBe('inconclusive')
    expect(results(red)).toMatchObject({
      'deploy-release': 'skipped',
      'auto-freeze-on-observability-failure': 'success',
      'finalize-release-pipeline': 'failure',
    })
    expect(freezes()).toHaveLength(1)
  })
})

test.each(['github-actions[bot]', 'reader'])(
  'a channel that was frozen stays so when %s closed the issue',
  async (login) => {
    await closeIssue(world.sandbox, freezes()[0]?.number, login)
    const before = await state(world.sandbox)
    const refused = await world.release('1.2.0', { deployment_strategy: 'direct' })
    expect(errors(refused, 'pre-flight-validation')).toContain(
      'not closed by a person with write access',
    )
    expect(await state(world.sandbox)).toEqual(before)
  },
)

testWellFormed(world)
