import { expect, jest, test } from '@jest/globals'
import { cli } from '../cli/run-cli.ts'
import { fakePrometheus } from './fake-prometheus.ts'
import { ledgerOf } from './ledger-of.ts'
import { push, verified } from './ledger-tampering.ts'
import { type Inputs, type ReleaseWorld, type RunMore, releaseWorld } from './release-world.ts'

// Each test plans a release in a process of its own.
jest.setTimeout(120_000)

const OBJECTIVES =
  '[{ name: error-rate, metric: error-rate, unit: ratio, limit: 10%, min-samples: 5 }]'

/** A product whose version 1.0.0 serves and fails so often. */
async function worldOf(errorRate = 0.05) {
  const prometheus = await fakePrometheus({ '1.0.0': { rpm: 200, errorRate } })
  const world = await releaseWorld({
    ...{ hasIssues: false, stages: '[{ weight: 100%, bake: 1s }]', objectives: OBJECTIVES },
    ...{ more: `metrics: { provider: prometheus, url: '${prometheus.url}' }\n` },
    allow: [prometheus.url],
  })
  return {
    ...world,
    async [Symbol.asyncDispose]() {
      await world[Symbol.asyncDispose]()
      await prometheus[Symbol.asyncDispose]()
    },
  }
}

const gate = (world: ReleaseWorld, inputs: Inputs, more?: RunMore) =>
  world.run(
    'observability-gate',
    { version: '1.1.0', baseline_version: '1.0.0', ...inputs },
    { permissions: { contents: 'write' }, ...more },
  )

test.concurrent('what the gate saw is kept with the planned release: both verifiers, the log and a replay know it, and who changes it is found out', async () => {
  await using world = await worldOf()
  const { gitDir } = world
  const hash = await world.plan()
  const run = await gate(world, { record: 'true', 'plan-hash': hash })
  expect(run.outputs).toMatchObject({ verdict: 'pass', measured_version: '1.0.0' })
  expect(run.summary).toContain('Recorded as entry 2 of the ledger.')
  const { entries, kinds } = await ledgerOf(world)
  expect(kinds).toEqual(['plan', 'verdict'])
  const [, entry] = entries
  const piece = entry?.kind === 'verdict' ? entry.payload.evidence[0] : undefined
  const place = piece?.attachment?.place
  const path = place !== undefined && 'ledger' in place ? place.ledger : ''
  const text = (await world.github.fileText('acme/checkout-service', 'release-ledger', path)) ?? ''
  expect(JSON.parse(text)).toMatchObject({
    ...{ schema: 1, version: '1.1.0', measured: '1.0.0', window: 300_000 },
    objectives: [{ name: 'error-rate', limit: 0.1, minSamples: 5 }],
    evidence: [
      {
        ...{ name: 'error-rate', verdict: 'pass', limit: 'at most 10 %' },
        ...{ value: expect.any(Number), samples: expect.any(Number) },
        ...{ question: expect.stringContaining('1.0.0'), interval: expect.any(Object) },
      },
    ],
  })

  const ledger = ['--repository', gitDir, '--ref', 'release-ledger']
  const log = cli('log', '1.1.0', ...ledger)
  expect(log.out).toMatch(/2 .* verdict +observability-gate: pass: all 1 passed/)
  expect(cli('replay', ...ledger).lines).toEqual([
    'checkout stable 1.1.0  same  entry 2: pass (none)',
    'pass: 1 verdicts judged again, 0 differ',
  ])
  const whole = verified(gitDir)
  expect(whole).toMatchObject({ exit: 0, status: 0 })
  expect(whole.last).toContain('1 attachments, 1 checked; 0 faults')

  push(gitDir, path, text.replace('"samples":', '"samples":1'))
  const changed = verified(gitDir)
  expect([changed.exit, changed.status]).toEqual([1, 1])
  expect(changed.failed.join()).toContain('observability-gate.json: its bytes have another digest')
  expect(changed.stdout).toContain('observability-gate.json is not what was attached')
  expect(cli('replay', ...ledger).out).toMatch(
    /DIFFERS {2}entry 2: pass \(none\) is recorded, the evidence gives inconclusive \(none\).*another digest/,
  )
  push(gitDir, path, '')
  const lost = verified(gitDir)
  expect([lost.exit, lost.status]).toEqual([1, 1])
  expect(lost.failed.join()).toContain('its bytes are missing')
  expect(cli('replay', ...ledger).exit).toBe(1)
})

test.concurrent('standing alone, and in a dry run, the gate writes nothing and needs no right to', async () => {
  await using world = await worldOf()
  const reader = { permissions: { contents: 'read' } } as const
  // No plan, no ledger: nobody asks for them.
  expect((await gate(world, {}, reader)).outputs.verdict).toBe('pass')
  expect((await ledgerOf(world)).kinds).toEqual([])
  await world.plan()
  const dry = await gate(world, { record: 'true', 'dry-run': 'true' }, reader)
  expect(dry.outputs.verdict).toBe('pass')
  expect(dry.summary).toContain('Dry run: not recorded.')
  expect((await ledgerOf(world)).kinds).toEqual(['plan'])
})

test.concurrent('what cannot be recorded is no pass, and a gate that fails still says why', async () => {
  await using world = await worldOf()
  const unplanned = await gate(world, { record: 'true' })
  expect([unplanned.exit, unplanned.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(unplanned.outputs.reason).toContain('there is no plan for checkout 1.1.0')
  await world.plan()
  const forbidden = await gate(world, { record: 'true' }, { permissions: { contents: 'read' } })
  expect([forbidden.exit, forbidden.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(forbidden.outputs.reason).toMatch(/^entry of the ledger: GitHub refused the ledger entry/)
  const limit = { record: 'true', error_rate_threshold: '0.1' }
  const failed = await gate(world, limit, { permissions: { contents: 'read' } })
  expect([failed.exit, failed.outputs.verdict]).toEqual([1, 'fail'])
  expect(failed.outputs.reason).toMatch(/^error-rate: .*; entry of the ledger: /)
  const env = { GITHUB_EVENT_NAME: 'issue_comment' }
  const foreign = await gate(world, { record: 'true' }, { env })
  expect(foreign.outputs.reason).toContain('the event issue_comment, which')
  expect((await ledgerOf(world)).kinds).toEqual(['plan'])
})
