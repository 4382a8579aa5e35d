import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from './ledger-of.ts'
import {
  appends,
  closeIssue,
  type Inputs,
  openIssues,
  PLAN_INPUTS,
  REPOSITORY,
  type ReleaseWorld,
  releaseWorld,
  writes,
} from './release-world.ts'

// Each run is a process that waits two seconds for GitHub's list to settle.
jest.setTimeout(120_000)

const DEFAULTS: Inputs = {
  version: '1.1.0',
  gate: 'observability gate',
  reason: 'error-rate: 5 %, wanted at most 1 %',
}
const LABELS = ['release-freeze', 'incident', 'priority:high']

const freeze = (world: ReleaseWorld, inputs: Inputs = {}, more = {}) =>
  world.run('auto-freeze-issue', { ...DEFAULTS, ...inputs }, more)

test.concurrent('a freeze is one entry and one issue that says what to do, however often it runs', async () => {
  await using world = await releaseWorld()
  const run = await freeze(world, {}, { env: { GITHUB_SHA: 'a'.repeat(40) } })
  const [issue, ...others] = world.github.issues(REPOSITORY)
  expect(others).toEqual([])
  expect(run.outputs).toEqual({
    verdict: 'pass',
    reason: 'checkout stable is frozen: issue 1',
    evidence: '[]',
    issue_number: '1',
    issue_url: expect.stringMatching(/\/acme\/checkout-service\/issues\/1$/),
    created: 'true',
  })
  expect(run.exit).toBe(0)
  expect(issue?.title).toBe('Release freeze: observability gate failed for v1.1.0')
  expect(issue?.labels).toEqual(LABELS)
  for (const part of [
    '`v1.1.0`',
    '| Build type | stable |',
    // The commit of the release, not that of the run.
    world.commit,
    '/actions/runs/7/attempts/1',
    'error-rate: 5 %, wanted at most 1 %',
    'Required actions',
    'What lifts the freeze',
  ])
    expect(issue?.body).toContain(part)
  const again = await freeze(world, { reason: 'another one' })
  expect(again.outputs).toMatchObject({ verdict: 'pass', issue_number: '1', created: 'false' })
  expect(again.outputs.reason).toContain('was open already')
  const { kinds, open } = await ledgerOf(world)
  expect(kinds).toEqual(['freeze'])
  expect(open).toEqual(['open/freezes/checkout/stable.json'])
  expect(world.github.issues(REPOSITORY)).toHaveLength(1)
})

test.concurrent('a dry run shows the issue and changes nothing', async () => {
  await using world = await releaseWorld()
  const run = await freeze(world, { 'dry-run': 'true' })
  expect(run.outputs.reason).toBe('dry run: checkout stable would be frozen')
  expect(run.summary).toContain('Required actions')
  expect(writes(world)).toEqual([])
  expect((await ledgerOf(world)).entries).toEqual([])
})

test.concurrent('a frozen channel refuses every plan until a person with write closes the issue', async () => {
  await using world = await releaseWorld({ collaborators: { bob: 'write', eve: 'read' } })
  await freeze(world)
  const plan = () => world.run('plan', PLAN_INPUTS)
  const frozen = await plan()
  expect(frozen.exit).toBe(1)
  expect(frozen.outputs.reason).toMatch(/is frozen by issue 1 .* a person with write access closes/)
  expect((await ledgerOf(world)).kinds).toEqual(['freeze'])
  await closeIssue(world, 'eve')
  expect((await plan()).outputs.reason).toContain('issue 1 was not closed by a person with write')
  await closeIssue(world, 'bob')
  const lifted = await plan()
  expect(lifted.outputs.verdict).toBe('pass')
  expect(lifted.summary).toContain('The freeze was lifted by bob')
  const { entries, kinds } = await ledgerOf(world)
  expect(kinds).toEqual(['freeze', 'lift', 'plan'])
  expect(entries[1]?.payload).toMatchObject({ by: 'bob', issue: 1 })
})

test.concurrent('two freezes of one release at once: one entry, one open issue', async () => {
  await using world = await releaseWorld()
  // Both look for an issue before either has opened one, on a busy machine too.
  const slow = { after: 'delay', delayMs: 8000 } as const
  world.github.faults.push({ method: 'GET', path: /\/issues\/1$/, times: 2, ...slow })
  const runs = await Promise.all([
    freeze(world),
    freeze(world, {}, { env: { GITHUB_RUN_ID: '8' } }),
  ])
  expect(runs.map((run) => run.outputs.verdict)).toEqual(['pass', 'pass'])
  expect((await ledgerOf(world)).kinds).toEqual(['freeze'])
  expect(world.github.issues(REPOSITORY)).toHaveLength(2)
  expect(openIssues(world).map((issue) => issue.number)).toEqual([1])
  expect(world.github.issues(REPOSITORY)[1]?.comments[0]?.body).toContain('the same as issue 1')
  expect(runs.map((run) => run.outputs.issue_number)).toEqual(['1', '1'])
})

test.concurrent('freezes of two releases of a channel at once: one entry, one open issue', async () => {
  await using world = await releaseWorld({ releases: { '1.2.0': false } })
  await Promise.all([freeze(world), freeze(world, { version: '1.2.0' })])
  const chains = await Promise.all(['1.1.0', '1.2.0'].map((version) => ledgerOf(world, version)))
  expect(chains.flatMap(({ kinds }) => kinds)).toEqual(['freeze'])
  expect(openIssues(world)).toHaveLength(1)
})

test.concurrent('freezes of two channels at once: both entries, two issues', async () => {
  await using world = await releaseWorld({ releases: { '1.2.0-beta.1': false } })
  await Promise.all([freeze(world), freeze(world, { version: '1.2.0-beta.1' })])
  const stable = await ledgerOf(world)
  const beta = await ledgerOf(world, '1.2.0-beta.1', 'beta')
  expect([stable.kinds, beta.kinds]).toEqual([['freeze'], ['freeze']])
  expect(stable.open).toHaveLength(2)
  expect(openIssues(world)).toHaveLength(2)
})

test.concurrent('a lost answer is looked for: one entry', async () => {
  await using world = await releaseWorld()
  world.github.faults.push({ operation: 'mutation', path: /^\/graphql$/, after: 'reset' })
  const run = await freeze(world)
  expect(run.outputs.verdict).toBe('pass')
  expect((await ledgerOf(world)).kinds).toEqual(['freeze'])
  expect(appends(world)).toHaveLength(1)
})

test.concurrent('[FI-01] an answer that is lost after the issue stands: it is found, and none is made again', async () => {
  await using world = await releaseWorld()
  world.github.faults.push({ method: 'POST', path: /\/issues$/, after: 'reset' })
  const lost = await freeze(world)
  expect(lost.outputs).toMatchObject({ verdict: 'pass', issue_number: '1', created: 'true' })
  const again = await freeze(world)
  expect(again.outputs).toMatchObject({ verdict: 'pass', issue_number: '1', created: 'false' })
  expect(world.github.issues(REPOSITORY)).toHaveLength(1)
})

test.concurrent('issues switched off: the freeze of the ledger stands, and refuses plans', async () => {
  await using world = await releaseWorld({ hasIssues: false })
  const run = await freeze(world)
  expect(run.outputs).toMatchObject({
    verdict: 'pass',
    reason: 'checkout stable is frozen: issues are switched off, the ledger holds it',
    issue_number: '',
    created: 'false',
  })
  const plan = await world.run('plan', PLAN_INPUTS)
  expect(plan.exit).toBe(1)
  expect(plan.outputs.reason).toContain('run auto-freeze-issue again, with issues switched on')
})

test.concurrent.each([403, 422])(
  'labels refused with %i: the issue stands without them',
  async (status) => {
    await using world = await releaseWorld()
    world.github.faults.push({ method: 'POST', path: /\/issues$/, before: status })
    const run = await freeze(world)
    expect(run.outputs).toMatchObject({ verdict: 'pass', issue_number: '1', created: 'true' })
    expect(world.github.issues(REPOSITORY)[0]?.labels).toEqual([])
    expect(run.summary).toContain('release-freeze, incident, priority:high')
    expect((await world.run('plan', PLAN_INPUTS)).outputs.reason).toContain('is frozen by issue 1')
  },
)

test.concurrent('without issues: write the freeze stands, and the permission is named', async () => {
  await using world = await releaseWorld()
  const run = await freeze(world, {}, { permissions: { contents: 'write' } })
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({ verdict: 'inconclusive', issue_number: '' })
  expect(run.outputs.reason).toContain('Grant the job issues: write')
  expect((await ledgerOf(world)).kinds).toEqual(['freeze'])
})

test.concurrent('without contents: write nothing is frozen, and the permission is named', async () => {
  await using world = await releaseWorld()
  const run = await freeze(world, {}, { permissions: { contents: 'read', issues: 'write' } })
  expect(run.exit).toBe(1)
  expect(run.outputs.reason).toContain('contents: write')
  expect(world.github.issues(REPOSITORY)).toEqual([])
})

test.concurrent('a reason is data: no mention, no command, no markup', async () => {
  await using world = await releaseWorld()
  const reason = '$(id) `id` @acme/all <b>x</b> | ::error::y [z](https://evil.example)'
  const run = await freeze(world, { reason })
  const body = world.github.issues(REPOSITORY)[0]?.body ?? ''
  expect(body).toContain('(id)')
  for (const active of ['@acme', '<b>', '](https:', 'uid=']) expect(body).not.toContain(active)
  expect(run.log).not.toMatch(/^::error/m)
  expect((await ledgerOf(world)).entries[0]?.payload).toEqual({ reason })
})

/** A person closes the issue on the page. */
