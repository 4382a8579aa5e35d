import { expect, jest, test } from '@jest/globals'
import type { Entry } from '../../src/domain/ledger/entry.ts'
import { cli } from '../cli/run-cli.ts'
import { type Behaviour, fakePrometheus } from './fake-prometheus.ts'
import { ledgerOf } from './ledger-of.ts'
import { push, verified } from './ledger-tampering.ts'
import type { ReleaseWorld } from './release-world.ts'
import { HOUR, MINUTE, promote, tickAt, tickWorld } from './tick-world.ts'

// Each test plans a release and looks at it over hours, in processes of their own.
jest.setTimeout(120_000)

const HEALTHY: Behaviour = { rpm: 200, errorRate: 0.002 }
/** Kept by a version that is half as fast again, and fails twenty times as often. */
const OBJECTIVES = `[
  { name: error-rate, metric: error-rate, unit: ratio, limit: 20%, min-samples: 5 },
  { name: latency-p95, metric: latency-p95, unit: milliseconds, limit: 2s, min-samples: 5 } ]`

interface Compared {
  readonly canary?: Behaviour
  readonly baseline?: Behaviour | undefined
  readonly comparison?: string
  readonly stages?: string
}

/** A release whose first stage of an hour has begun; nobody has looked at it yet. */
async function begun({
  canary = { ...HEALTHY, rpm: 40 },
  baseline,
  comparison = '{}',
  stages,
}: Compared) {
  const versions = { '1.1.0': canary, ...(baseline === undefined ? {} : { '1.0.0': baseline }) }
  const prometheus = await fakePrometheus(versions)
  const world = await tickWorld({
    hasIssues: false,
    objectives: OBJECTIVES,
    ...(stages === undefined ? {} : { stages }),
    metrics: `{ provider: prometheus, url: '${prometheus.url}' }`,
    allow: [prometheus.url],
    more: `comparison: ${comparison}\n`,
  })
  await world.plan()
  await promote(world)
  return {
    world,
    prometheus,
    async [Symbol.asyncDispose]() {
      await world[Symbol.asyncDispose]()
      await prometheus[Symbol.asyncDispose]()
    },
  }
}

type Verdict = Extract<Entry, { kind: 'verdict' }>['payload']

async function verdictsOf(world: ReleaseWorld): Promise<readonly Verdict[]> {
  const { entries } = await ledgerOf(world)
  return entries.flatMap((e) => (e.kind === 'verdict' ? [e.payload] : []))
}

const SESSIONS = `{ name: crashes, kind: sessions, query: 'sessions_crashed_total{version="{version}"}',
  total: 'sessions_started_total{version="{version}"}' }`

const comparisonOf = (verdict: Verdict | undefined) =>
  verdict?.evidence.find(({ name }) => name === 'comparison')

const BACK = { blue: 100, green: 0 }
const FIRST = { blue: 90, green: 10 }

test.concurrent('a version that is 50 % slower within all limits is stopped by the comparison, whenever somebody looks', async () => {
  const canary = { ...HEALTHY, rpm: 40, slowness: 1.5 }
  await using compared = await begun({ canary, baseline: HEALTHY })
  const { world } = compared
  const run = await tickAt(world, 20 * MINUTE)
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({ verdict: 'fail', open: '0' })
  expect(run.outputs.reason).toMatch(/latency: 1\.\d+ times the baseline \(1\.\d+ to \d\.?\d*\) in/)
  expect(world.traffic.weights).toEqual(BACK)
  const [verdict] = await verdictsOf(world)
  expect(verdict).toMatchObject({ gate: 'stage', stage: 0, verdict: 'fail', breach: 'rollback' })
  expect(verdict?.evidence.filter((e) => e.verdict === 'fail').map(({ name }) => name)).toEqual([
    'comparison',
  ])
  const evidence = comparisonOf(verdict)
  expect(evidence?.findings?.map(({ name, kind }) => [name, kind])).toEqual([
    ['latency', 'latency'],
    ['errors', 'errors'],
  ])
  expect(evidence?.findings?.[0]).toMatchObject({
    baseline: expect.closeTo(90, -1),
    canary: expect.closeTo(140, -1),
    ratio: expect.closeTo(1.5, 0),
  })
  expect(evidence?.attachment).toMatchObject({ name: 'comparison-stage-1.json' })
  const replayed = cli('replay', '--repository', world.gitDir, '--ref', 'release-ledger')
  expect(replayed.lines).toEqual([
    expect.stringMatching(/^checkout stable 1\.1\.0 {2}same {2}entry \d+: fail \(rollback\)$/),
    'pass: 1 verdicts judged again, 0 differ',
  ])
  const { last, ...whole } = verified(world.gitDir)
  expect(whole).toMatchObject({ exit: 0, status: 0 })
  expect(last).toContain('1 attachments, 1 checked; 0 faults')
})

test.concurrent('one that is like the old one goes through, though nobody looked for an hour, and leaves its looks: who changes them is found out', async () => {
  await using compared = await begun({ baseline: HEALTHY })
  const { world } = compared
  const early = await tickAt(world, 10 * MINUTE)
  expect(early.outputs).toMatchObject({ verdict: 'pass', open: '1' })
  const due = await tickAt(world, HOUR + MINUTE)
  expect(due.outputs.verdict).toBe('pass')
  expect(world.traffic.weights).toEqual({ blue: 0, green: 100 })
  const [verdict] = await verdictsOf(world)
  const evidence = comparisonOf(verdict)
  expect(evidence).toMatchObject({
    verdict: 'pass',
    question: 'latency, errors of 1.1.0 against 1.0.0',
    answer: expect.stringMatching(/^nothing against the canary: .*; 60 looks of 1m$/),
  })
  const place = evidence?.attachment?.place
  const path = place !== undefined && 'ledger' in place ? place.ledger : ''
  const text = await world.github.fileText('acme/checkout-service', 'release-ledger', path)
  expect(JSON.parse(text ?? '')).toMatchObject({ schema: 1, looks: 60 })
  // The last stage has all of the traffic: there is nothing to compare it with.
  const last = await tickAt(world, 2 * HOUR + 3 * MINUTE)
  expect(last.outputs).toMatchObject({ verdict: 'pass', open: '0' })
  const verdicts = await verdictsOf(world)
  expect(verdicts.map((one) => comparisonOf(one)?.verdict)).toEqual(['pass', undefined])

  // What somebody changes or takes away is named by both verifiers, and by a replay.
  const { gitDir } = world
  const replay = () => cli('replay', '--repository', gitDir, '--ref', 'release-ledger')
  expect(verified(gitDir)).toMatchObject({ exit: 0, status: 0 })
  push(gitDir, path, (text ?? '').replace('"looks":60', '"looks":59'))
  const changed = verified(gitDir)
  expect([changed.exit, changed.status]).toEqual([1, 1])
  expect(changed.failed.join()).toContain('comparison-stage-1.json: its bytes have another digest')
  expect(changed.stdout).toContain('comparison-stage-1.json is not what was attached')
  expect(replay()).toMatchObject({
    exit: 1,
    out: expect.stringMatching(
      /DIFFERS.*pass \(none\) is recorded.*comparison-stage-1\.json: its bytes have another digest/,
    ),
  })
  push(gitDir, path, '')
  expect(verified(gitDir).failed.join()).toContain('its bytes are missing')
  expect(replay()).toMatchObject({
    exit: 1,
    out: expect.stringContaining('comparison-stage-1.json: its bytes are missing'),
  })
})

test.concurrent('without the old version there is nothing to compare with, which is said long before the stage is due', async () => {
  await using compared = await begun({ baseline: undefined })
  const { world } = compared
  const run = await tickAt(world, 20 * MINUTE)
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({ verdict: 'inconclusive', open: '1' })
  expect(run.outputs.reason).toMatch(/comparison: .*latency: no value of both groups for \d+ looks/)
  expect(world.traffic.weights).toEqual(FIRST)
})

test.concurrent('a rise of errors within the limit pauses where the config says so; what else is compared is named', async () => {
  const metrics =
    '[latency, errors, { name: saturation, kind: gauge, query: \'saturation{version="{version}"}\' }]'
  await using compared = await begun({
    canary: { ...HEALTHY, rpm: 40, errorRate: 0.06 },
    baseline: HEALTHY,
    comparison: `{ on-breach: pause, metrics: ${metrics} }`,
  })
  const { world } = compared
  const run = await tickAt(world, 30 * MINUTE)
  expect(run.outputs).toMatchObject({ verdict: 'fail', open: '1' })
  expect(run.outputs.reason).toMatch(/errors: \d.* times the baseline/)
  expect(world.traffic.weights).toEqual(FIRST)
  const [verdict] = await verdictsOf(world)
  expect(verdict?.breach).toBe('pause')
  expect(comparisonOf(verdict)?.findings?.at(-1)).toMatchObject({
    ...{ name: 'saturation', kind: 'gauge' },
    baseline: expect.closeTo(0.4, 1),
  })
})

test.concurrent('an app that crashes more often is taken back, though its requests are as before; who judges again finds the same', async () => {
  const app = { ...HEALTHY, sessions: 300, crashRate: 0.004 }
  await using compared = await begun({
    canary: { ...app, rpm: 40, sessions: 60, crashRate: 0.05 },
    baseline: app,
    comparison: `{ metrics: [latency, errors, ${SESSIONS}] }`,
  })
  const { world } = compared
  const run = await tickAt(world, 30 * MINUTE)
  expect(run.outputs).toMatchObject({ verdict: 'fail', open: '0' })
  expect(run.outputs.reason).toMatch(/crashes: \d.* times the baseline/)
  expect(world.traffic.weights).toEqual(BACK)
  const [verdict] = await verdictsOf(world)
  expect(comparisonOf(verdict)?.findings?.at(-1)).toMatchObject({
    ...{ name: 'crashes', kind: 'sessions', canary: expect.closeTo(0.05, 1) },
  })
  const replayed = cli('replay', '--repository', world.gitDir, '--ref', 'release-ledger')
  expect(replayed.lines.at(-1)).toBe('pass: 1 verdicts judged again, 0 differ')
  expect(verified(world.gitDir)).toMatchObject({ exit: 0, status: 0 })
})
