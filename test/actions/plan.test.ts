import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from './ledger-of.ts'
import {
  appends,
  openIssues,
  PLAN_INPUTS,
  REPOSITORY,
  releaseWorld,
  writes,
} from './release-world.ts'

// Each run is a process that waits two seconds for GitHub's list to settle.
jest.setTimeout(120_000)

test.concurrent('a plan is written once, tracked by one issue, and all outputs are set', async () => {
  await using world = await releaseWorld()
  const run = await world.run('plan', PLAN_INPUTS)
  expect(run.outputs).toEqual({
    verdict: 'pass',
    reason: 'checkout 1.1.0 is planned: canary, 2 stages, 2s',
    evidence: '[]',
    release_version: '1.1.0',
    baseline_version: '1.0.0',
    deployment_strategy: 'canary',
    release_type: '',
    product: 'checkout',
    channel: 'stable',
    can_proceed: 'true',
    plan_hash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    issue_number: '1',
    endpoint: 'http://front.example',
  })
  expect(run.exit).toBe(0)
  const { entries, open } = await ledgerOf(world)
  expect(entries).toMatchObject([
    { kind: 'plan', seq: 1, actor: 'alice', planHash: run.outputs.plan_hash },
  ])
  expect(open).toEqual(['open/releases/checkout/stable/1.1.0.json'])
  const [issue, ...others] = world.github.issues(REPOSITORY)
  expect(others).toEqual([])
  expect(issue?.labels).toEqual(['release-pipeline', 'in-progress', 'v1.1.0'])
  expect(run.summary).toContain('gantt')
  expect(world.traffic.put).toEqual([])
})

test.concurrent('a dry run says the same and changes nothing', async () => {
  await using world = await releaseWorld()
  const run = await world.run('plan', { ...PLAN_INPUTS, 'dry-run': 'true' })
  expect(run.outputs).toMatchObject({
    verdict: 'pass',
    reason: 'checkout 1.1.0 would be planned: canary, 2 stages, 2s',
    issue_number: '',
  })
  expect(writes(world)).toEqual([])
  expect(await ledgerOf(world)).toMatchObject({ entries: [], open: [] })
  const real = await world.run('plan', PLAN_INPUTS)
  expect(real.outputs.plan_hash).toBe(run.outputs.plan_hash)
})

test.concurrent('the same plan goes on where it stopped: no second entry, no second issue', async () => {
  await using world = await releaseWorld()
  const hash = await world.plan()
  const again = await world.run('plan', PLAN_INPUTS)
  expect(again.outputs).toMatchObject({ plan_hash: hash, issue_number: '1' })
  expect(again.outputs.reason).toContain('1.1.0 goes on')
  expect((await ledgerOf(world)).kinds).toEqual(['plan'])
  expect(world.github.issues(REPOSITORY)).toHaveLength(1)
})

test.concurrent('another plan for an open release is refused, and so is another release', async () => {
  await using world = await releaseWorld({ releases: { '1.2.0': false } })
  await world.plan()
  const other = await world.run('plan', { ...PLAN_INPUTS, deployment_strategy: 'direct' })
  expect(other.exit).toBe(1)
  expect(other.outputs).toMatchObject({ verdict: 'inconclusive', can_proceed: '', plan_hash: '' })
  expect(other.outputs.reason).toMatch(/^release 1\.1\.0 is open with another plan .* Roll it back/)
  const next = await world.run('plan', { ...PLAN_INPUTS, release_version: '1.2.0' })
  expect(next.outputs.reason).toMatch(/^another release is open: .*1\.1\.0\.json\. Let it end/)
  expect((await ledgerOf(world)).kinds).toEqual(['plan'])
})

test.concurrent('two runs at once write one plan and leave one issue open', async () => {
  await using world = await releaseWorld()
  const runs = await Promise.all([
    world.run('plan', PLAN_INPUTS),
    world.run('plan', PLAN_INPUTS, { env: { GITHUB_RUN_ID: '8' } }),
  ])
  expect(runs.map((run) => run.outputs.verdict)).toEqual(['pass', 'pass'])
  expect((await ledgerOf(world)).kinds).toEqual(['plan'])
  expect(openIssues(world)).toHaveLength(1)
})

test.concurrent('of two releases that are planned at once one is refused', async () => {
  await using world = await releaseWorld({ releases: { '1.2.0': false } })
  const runs = await Promise.all([
    world.run('plan', PLAN_INPUTS),
    world.run('plan', { ...PLAN_INPUTS, release_version: '1.2.0' }),
  ])
  expect(runs.map((run) => run.outputs.verdict).sort()).toEqual(['inconclusive', 'pass'])
  expect((await ledgerOf(world)).open).toHaveLength(1)
})

test.concurrent('somebody who was faster is no failure', async () => {
  await using world = await releaseWorld()
  const errors = [{ type: 'STALE_DATA', message: 'Expected branch to point to another commit' }]
  const before = { status: 200, body: { data: null, errors } }
  world.github.faults.push({ operation: 'mutation', path: /^\/graphql$/, times: 2, before })
  await world.plan()
  expect((await ledgerOf(world)).kinds).toEqual(['plan'])
  expect(appends(world)).toHaveLength(3)
})

test.concurrent('an entry whose answer was lost is found, not written again', async () => {
  await using world = await releaseWorld()
  world.github.faults.push({ operation: 'mutation', path: /^\/graphql$/, after: 'reset' })
  await world.plan()
  expect((await ledgerOf(world)).kinds).toEqual(['plan'])
  expect(appends(world)).toHaveLength(1)
})

test.concurrent('a Python package is planned by the spelling that its checksums have', async () => {
  const wheel = `  - { kind: python-package, name: client, import: client, file: 'client-{version}-py3-none-any.whl', checksums: SHA256SUMS }`
  await using world = await releaseWorld({
    artefacts: wheel,
    releases: { '1.2.0-beta.1': false },
    files: { '1.2.0-beta.1': { 'client-1.2.0b1-py3-none-any.whl': 'a wheel' } },
  })
  await world.plan({ release_version: '1.2.0-beta.1' })
  const { entries } = await ledgerOf(world, '1.2.0-beta.1', 'beta')
  const [entry] = entries
  const artefacts = entry?.kind === 'plan' ? entry.payload.plan.artefacts : []
  expect(artefacts.map((a) => a.name)).toEqual([
    'checkout-1.2.0-beta.1.tgz',
    'client-1.2.0b1-py3-none-any.whl',
  ])
})
