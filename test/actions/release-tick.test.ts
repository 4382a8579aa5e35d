import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from './ledger-of.ts'
import { openIssues, REPOSITORY, type ReleaseWorld } from './release-world.ts'
import { HOUR, MINUTE, promote, record, tickAt, tickWorld } from './tick-world.ts'

// Each test plays hours of a release, in processes of their own.
jest.setTimeout(120_000)

const FIRST = { blue: 90, green: 10 }
const ALL = { blue: 0, green: 100 }
const BACK = { blue: 100, green: 0 }

const draftOf = (world: ReleaseWorld) =>
  world.github.releases(REPOSITORY).find(({ tagName }) => tagName === 'v1.1.0')?.draft
const titles = (world: ReleaseWorld) => openIssues(world).map(({ title }) => title)

test.concurrent('a release with a clock ends its run green after the first share, and ticks bring it to its end', async () => {
  await using world = await tickWorld()
  const hash = await world.plan()
  const begun = await promote(world)
  expect(begun.outputs).toMatchObject({
    ...{ verdict: 'pass', deployment_successful: 'false', handed_over: 'true', stage: '0' },
  })
  expect(begun.outputs.reason).toContain('stage 1 of 2 bakes for 1h; release-tick goes on')
  expect(world.traffic.weights).toEqual(FIRST)
  const left = await record(world, hash)
  expect(left.outputs).toMatchObject({ verdict: 'pass', result: 'open' })
  expect(draftOf(world)).toBe(true)
  expect(openIssues(world)[0]?.labels).toContain('in-progress')
  const { entries } = await ledgerOf(world)

  const early = await tickAt(world, 10 * MINUTE)
  expect(early.outputs).toMatchObject({ verdict: 'pass', open: '1' })
  expect(early.outputs.reason).toContain('stage 1/2 bakes until')
  expect((await ledgerOf(world)).entries).toEqual(entries)

  const due = await tickAt(world, 61 * MINUTE)
  expect(due.outputs.verdict).toBe('pass')
  expect(world.traffic.weights).toEqual(ALL)
  expect(JSON.parse(due.outputs.releases ?? '')).toEqual([
    expect.objectContaining({ version: '1.1.0', stand: 'analyse' }),
  ])
  const soon = await tickAt(world, 62 * MINUTE)
  expect(soon.outputs.reason).toContain('stage 2/2 bakes until')
  expect(draftOf(world)).toBe(true)

  const last = await tickAt(world, 123 * MINUTE)
  expect(last.outputs).toMatchObject({ verdict: 'pass', open: '0' })
  expect(last.summary).toContain('checkout 1.1.0')
  expect(draftOf(world)).toBe(false)
  expect(openIssues(world)).toEqual([])
  const ledger = await ledgerOf(world)
  expect(ledger.open).toEqual([])
  expect(ledger.kinds).toEqual(
    ['plan', ...Array(2).fill(['intent', 'outcome', 'verdict']), 'outcome'].flat(),
  )
  expect((await tickAt(world, 124 * MINUTE)).outputs).toMatchObject({
    ...{ verdict: 'pass', reason: 'no release is open', open: '0', releases: '[]' },
  })
})

test.concurrent('a stage that turns bad while it bakes goes back at once, is frozen, and people see why', async () => {
  await using world = await tickWorld()
  const hash = await world.plan()
  await promote(world)
  await record(world, hash)
  world.traffic.status = 503
  const run = await tickAt(world, 10 * MINUTE)
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({ verdict: 'fail', open: '0' })
  expect(run.outputs.reason).toContain('error-rate: 100 %, wanted at most 1 %')
  expect(world.traffic.weights).toEqual(BACK)
  expect(draftOf(world)).toBe(true)
  expect(titles(world).sort()).toEqual([
    'Release checkout v1.1.0',
    'Release freeze: stage failed for v1.1.0',
  ])
  const tracking = openIssues(world).find(({ title }) => title.startsWith('Release checkout'))
  expect(tracking?.labels).toContain('failed')
  const { open, kinds } = await ledgerOf(world)
  expect(open).toEqual(['open/freezes/checkout/stable.json'])
  expect(kinds.filter((kind) => kind === 'freeze')).toHaveLength(1)
})

test.concurrent('a stage that nobody looked at in time waits for a person, or goes back as the config says', async () => {
  await using world = await tickWorld({ clock: '{ kind: external, unattended: 2h }' })
  await world.plan()
  await promote(world)
  const late = await tickAt(world, 4.25 * HOUR)
  expect(late.exit).toBe(1)
  expect(late.outputs).toMatchObject({ verdict: 'inconclusive', open: '1' })
  expect(late.outputs.reason).toContain('nobody looked for 3h')
  expect(world.traffic.weights).toEqual(FIRST)
  expect((await tickAt(world, 5 * HOUR)).outputs.reason).toContain('nobody looked')
  await promote(world, { operation: 'resume', reason: 'looked at by hand' })
  const { entries } = await ledgerOf(world)
  expect(entries.at(-1)).toMatchObject({
    ...{ kind: 'decision', actor: 'alice' },
    payload: { decision: 'resume', reason: 'looked at by hand' },
  })
  const soon = await tickAt(world, 5.5 * HOUR)
  expect(soon.outputs.reason).toContain('stage 1/2 bakes until')

  await using other = await tickWorld({
    clock: '{ kind: external, unattended: 2h, overdue: rollback }',
  })
  await other.plan()
  await promote(other)
  expect((await tickAt(other, 4 * HOUR)).outputs).toMatchObject({ verdict: 'inconclusive' })
  expect(other.traffic.weights).toEqual(BACK)
})

test.concurrent('what nobody can tell when it is due moves nothing, and the next tick looks again', async () => {
  await using world = await tickWorld({
    objectives:
      '[{ name: error-rate, metric: error-rate, unit: ratio, limit: 1%, min-samples: 500 }]',
  })
  await world.plan()
  await promote(world)
  const { entries } = await ledgerOf(world)
  const run = await tickAt(world, 61 * MINUTE)
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({ verdict: 'inconclusive', open: '1' })
  expect(world.traffic.weights).toEqual(FIRST)
  expect((await ledgerOf(world)).entries).toEqual(entries)
  expect(openIssues(world)).toHaveLength(1)
})

test.concurrent('a source that says nothing while a stage bakes is no pass, long before the stage is due', async () => {
  const nobody = 'http://127.0.0.1:1'
  await using world = await tickWorld({
    hasIssues: false,
    metrics: `{ provider: prometheus, url: '${nobody}' }`,
    objectives:
      '[{ name: errors, metric: error-rate, query: "errors{version=\\"{version}\\"}", unit: ratio, limit: 1% }]',
    allow: [nobody],
  })
  await world.plan()
  await promote(world)
  const run = await tickAt(world, 10 * MINUTE)
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({ verdict: 'inconclusive', open: '1' })
  expect(run.outputs.reason).toContain('errors: 127.0.0.1:1: the connection failed')
  expect(world.traffic.weights).toEqual(FIRST)
})

test.concurrent('what a dead run left is taken back, but not while the run may live', async () => {
  await using world = await tickWorld({ clock: '{ kind: inline }' })
  await world.plan()
  await killedInBake(world)
  expect(world.traffic.weights).toEqual(FIRST)
  const soon = await tickAt(world, 70 * MINUTE)
  expect(soon.outputs).toMatchObject({ verdict: 'pass', open: '1' })
  expect(soon.outputs.reason).toContain('a run is at it')
  const late = await tickAt(world, 2.25 * HOUR)
  expect(late.exit).toBe(1)
  expect(late.outputs.reason).toContain('nobody looked for 1h')
  expect(world.traffic.weights).toEqual(BACK)
  expect(titles(world)).toContain('Release freeze: stage failed for v1.1.0')
})

test.concurrent('two ticks at once take one step', async () => {
  await using world = await tickWorld({ hasIssues: false })
  await world.plan()
  await promote(world)
  const runs = await Promise.all([tickAt(world, 61 * MINUTE), tickAt(world, 61 * MINUTE)])
  expect(runs.map(({ outputs }) => outputs.verdict)).toEqual(['pass', 'pass'])
  expect(world.traffic.weights).toEqual(ALL)
  const { kinds } = await ledgerOf(world)
  expect(kinds).toEqual(['plan', 'intent', 'outcome', 'verdict', 'intent', 'outcome'])
})

test.concurrent('a dry run and a tick for another profile change nothing', async () => {
  await using world = await tickWorld({
    hasIssues: false,
    more: 'profiles: { staging: {} }\n',
  })
  await world.plan()
  await promote(world)
  const { entries } = await ledgerOf(world)
  const dry = await tickAt(world, 61 * MINUTE, { 'dry-run': 'true' })
  expect(dry.outputs).toMatchObject({ verdict: 'pass', open: '1' })
  expect(dry.outputs.reason).toContain('dry run: next is analyse')
  const other = await tickAt(world, 61 * MINUTE, { environment: 'staging' })
  expect(other.outputs).toMatchObject({ verdict: 'pass', open: '0' })
  expect((await ledgerOf(world)).entries).toEqual(entries)
  expect(world.traffic.weights).toEqual(FIRST)
})

/** A run whose machine dies while the first stage bakes. */
async function killedInBake(world: ReleaseWorld): Promise<void> {
  let kill: (signal: NodeJS.Signals) => void = () => undefined
  const inputs = { canary_version: '1.1.0', stages: 'all', operation: 'advance' }
  const running = world.run(
    'canary-promote',
    { ...inputs, promote_immediately: 'false' },
    { onStart: (end) => (kill = end) },
  )
  while (!(await ledgerOf(world)).kinds.includes('outcome'))
    await new Promise((resolve) => setTimeout(resolve, 50))
  kill('SIGKILL')
  await running
}
