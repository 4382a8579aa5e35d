import { expect, jest, test } from '@jest/globals'
import { REPOSITORY, type ReleaseWorld, releaseWorld } from './release-world.ts'
import { MINUTE, promote, record, tickAt, tickWorld } from './tick-world.ts'

// Each test plays a release, in processes of their own.
jest.setTimeout(60_000)

const TWO = ['in_progress: stage 1/2: 10 %', 'in_progress: stage 2/2: 100 %']
const OUT = [...TWO, 'success: all 2 stages passed']

const shown = ({ github }: ReleaseWorld) =>
  github
    .deployments(REPOSITORY)
    .map(({ statuses }) =>
      statuses.map(({ state, description }) => `${state}: ${description.replace(/ \| .*/, '')}`),
    )
const calls = ({ github, before }: ReleaseWorld) =>
  github.requests.slice(before).filter(({ path }) => path.includes('/deployments'))

test.concurrent('a release is shown from its first stage to its end and back, whoever moves it', async () => {
  await using world = await releaseWorld({ hasIssues: false })
  const hash = await world.plan()
  expect((await promote(world)).outputs.verdict).toBe('pass')
  expect((await record(world, hash, 'success')).outputs.result).toBe('completed')
  expect(shown(world)).toEqual([OUT])
  expect(calls(world)).toHaveLength(6)
  const back = { rollback_version: '1.0.0', rollback_reason: 'too slow', operation: 'traffic' }
  const more = { current_version: '1.1.0', pypi_action: 'leave-as-is' }
  const run = await world.run('release-rollback', { ...back, ...more })
  expect(run.outputs).toMatchObject({ verdict: 'pass' })
  expect(shown(world)).toEqual([[...OUT, 'inactive: taken back after its completion']])
})

test.concurrent('ticks show their stages on the deployment of the run that began', async () => {
  await using world = await tickWorld({ hasIssues: false })
  const hash = await world.plan()
  await promote(world)
  await record(world, hash)
  const before = calls(world).length
  await tickAt(world, 10 * MINUTE)
  expect(calls(world)).toHaveLength(before)
  await Promise.all([tickAt(world, 61 * MINUTE), tickAt(world, 61 * MINUTE)])
  expect(shown(world)).toEqual([TWO])
  expect(calls(world)).toHaveLength(before + 2)
  await tickAt(world, 123 * MINUTE)
  expect(shown(world)).toEqual([OUT])
  expect(calls(world)).toHaveLength(before + 4)
})

test.concurrent('a person who pauses or takes it back is shown, without the permission a warning', async () => {
  await using world = await tickWorld({ hasIssues: false })
  await world.plan()
  const inputs = { canary_version: '1.1.0', stages: 'all', promote_immediately: 'false' }
  const permissions = { contents: 'write', issues: 'read' } as const
  const blind = await world.run(
    'canary-promote',
    { ...inputs, operation: 'advance' },
    { permissions },
  )
  expect(blind.outputs.verdict).toBe('pass')
  expect(blind.log).toMatch(/^::warning::not shown.*Grant the job deployments: write$/m)
  await promote(world, { operation: 'pause', reason: 'wait for the others' })
  await promote(world, { operation: 'roll-back', reason: 'too slow' })
  const paused = 'in_progress: stage 1/2: 10 %, paused'
  expect(shown(world)).toEqual([[paused, 'failure: rolled back at stage 1/2']])
})

test.concurrent('the end that a killed run did not show is shown by the next one, and only once', async () => {
  await using world = await releaseWorld({ hasIssues: false })
  const hash = await world.plan()
  await promote(world)
  world.github.faults.push({ path: /\/deployments/, before: 503, times: 99 })
  expect((await record(world, hash, 'success')).outputs.result).toBe('completed')
  expect(shown(world)).toEqual([TWO])
  world.github.faults.length = 0
  for (let run = 0; run < 2; run++) await record(world, hash, 'success')
  expect(shown(world)).toEqual([OUT])
})

test.concurrent('deployments: none asks nothing; another environment is shown by its name', async () => {
  const shapes = [
    ['none', []],
    ['{ environment: eu-west }', [{ environment: 'eu-west', production: true }]],
  ] as const
  for (const [config, wanted] of shapes) {
    await using world = await releaseWorld({ more: `deployments: ${config}\n`, hasIssues: false })
    await world.plan()
    await promote(world, { stages: 'one' })
    expect(world.github.deployments(REPOSITORY)).toMatchObject(wanted)
    expect(calls(world)).toHaveLength(3 * wanted.length)
  }
})
