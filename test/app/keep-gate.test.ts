import { expect, test } from '@jest/globals'
import { sha256 } from '../../src/adapters/digest.ts'
import { keepGate } from '../../src/app/keep-gate.ts'
import { type GatePorts, observabilityGate } from '../../src/app/observability-gate.ts'
import { loadConfig } from '../../src/domain/config/load.ts'
import { canonical } from '../../src/domain/ledger/canonical.ts'
import { type GateRequest, planGate } from '../../src/domain/observability/gate.ts'
import { gateIn, gateText } from '../../src/domain/observability/gate-file.ts'
import { differing, judgeGate } from '../../src/domain/observability/judge-gate.ts'
import type { SentryRelease } from '../../src/domain/observability/sentry-release.ts'
import type { Plan } from '../../src/domain/rollout/plan.ts'
import { replay } from '../../src/domain/rollout/replay.ts'
import { RELEASE, rig } from './ledger-rig.ts'

const CONFIG = `product: shop
sentry: { organization: acme, project: web }
objectives:
  - { name: errors, metric: error-rate, unit: ratio, limit: 1%, min-samples: 10 }
  - { name: lag, metric: custom, query: lag, unit: count, limit: '100', max-age: 2m }
`
const REQUEST: GateRequest = {
  ...{ version: '1.1.0', channel: undefined, enforce: undefined, subject: 'serving' },
  ...{ baseline: '1.0.0', windowMs: 300_000, sentryRelease: undefined },
  ...{ errorRate: undefined, responseTime: undefined, successRate: undefined },
  ...{ sentryOrganization: undefined, sentryProject: undefined },
}
const NOW = new Date('2026-01-05T10:00:00Z')
const KNOWN: SentryRelease = { projects: ['web'], isArchived: false, isFinalized: true }

interface Seen {
  readonly errors?: number
  readonly release?: SentryRelease | undefined
  readonly config?: string
}

/** What the gate says of a world that answers so. */
async function gate({ errors = 0.001, config = CONFIG, ...seen }: Seen = {}) {
  const release = 'release' in seen ? seen.release : KNOWN
  const ports: GatePorts = {
    clock: { now: () => NOW, sleep: async () => {} },
    metrics: {
      read: async ({ name }) => ({
        ...{ value: name === 'errors' ? errors : 7, samples: 1000, question: `of ${name}` },
        at: NOW.getTime() - 5000,
      }),
    },
    sentry: { release: async () => release },
    serving: async () => '1.0.0',
  }
  return observabilityGate(planGate(REQUEST, loadConfig(config, '')), ports)
}

const PLAN: Plan = {
  ...{ schema: 1, product: 'shop', channel: 'stable', version: '1.1.0', baseline: '1.0.0' },
  ...{ commit: 'c', strategy: 'canary', profile: '', interval: 30_000, objectives: [] },
  stages: [{ weight: 100, bake: 1000, minRequests: 0 }],
  ...{ artefacts: [], desktopRolloutPercentage: 100 },
}
const HASH = sha256(canonical(PLAN))

/** A ledger with a plan, and a gate that is kept on it so many times. */
async function kept(seen: Seen, planHash: string | undefined, times = 1) {
  const { alone, stands, branch } = rig()
  const gated = await gate(seen)
  const ended = await alone(async (ledger) => {
    const draft = { kind: 'plan', payload: { plan: PLAN } } as const
    await ledger.append(RELEASE, () => ({ draft, planHash: HASH }))
    const planned = { release: RELEASE, planHash }
    const all = []
    for (let i = 0; i < times; i++)
      all.push(await keepGate(gated, planned, { ledger, digest: sha256 }))
    return all
  })
  const text = gateText(gated.record)
  const read = (given: string) => (a: { digest: string }) =>
    a.digest === sha256(given) ? { text: given } : { fault: 'its bytes have another digest' }
  const again = (given = text) => replay(stands(), read(given))
  return { kept: ended.value ?? [], entries: stands(), files: branch.files, gated, again }
}

test('what a gate saw is kept by digest in one entry, whoever keeps it twice, and gives the same verdict again', async () => {
  const { kept: all, entries, gated, again } = await kept({}, HASH, 2)
  expect(all.map(({ verdict }) => verdict)).toEqual([gated.verdict, gated.verdict])
  expect(all.map(({ told }) => told)).toEqual(Array(2).fill('Recorded as entry 2 of the ledger.'))
  expect(entries.map(({ kind }) => kind)).toEqual(['plan', 'verdict'])
  expect(entries[1]).toMatchObject({
    planHash: HASH,
    payload: {
      ...{ gate: 'observability-gate', stage: null, verdict: 'pass', breach: 'none' },
      evidence: [{ question: 'sentry-release, errors, lag before 1.1.0' }],
    },
  })
  expect(again()).toEqual([
    { seq: 2, recorded: 'pass (none)', recomputed: 'pass (none)', unmeasured: [], faults: [] },
  ])
})

test.each<[string, Seen, 'fail' | 'inconclusive']>([
  ['breaks a limit', { errors: 0.05 }, 'fail'],
  ['has a release that Sentry does not know', { release: undefined }, 'fail'],
  ['has one that is not in the project', { release: { ...KNOWN, projects: [] } }, 'fail'],
  ['has one that nobody finished', { release: { ...KNOWN, isFinalized: false } }, 'inconclusive'],
  ['has no value', { errors: Number.NaN }, 'inconclusive'],
  ['names no organisation', { config: CONFIG.replace('organization: acme, ', '') }, 'inconclusive'],
])('a gate that %s is kept as it is and judged so again', async (_, seen, verdict) => {
  const { kept: all, again } = await kept(seen, HASH)
  expect(all[0]?.verdict.verdict).toBe(verdict)
  const row = { recorded: `${verdict} (none)`, recomputed: `${verdict} (none)`, faults: [] }
  expect(again()).toEqual([expect.objectContaining(row)])
})

test('a gate that nobody asked for is open, and is kept as such', async () => {
  const { again, kept: all } = await kept({ config: 'product: shop\nobjectives: none\n' }, HASH)
  expect(all[0]?.verdict.reason).toContain('nothing declared')
  expect(again()).toEqual([expect.objectContaining({ recomputed: 'pass (none)', faults: [] })])
})

test('another plan takes none, which is no pass, and hides nothing that is worse', async () => {
  const other = sha256('another')
  const passed = await kept({}, other)
  expect(passed.entries.map(({ kind }) => kind)).toEqual(['plan'])
  expect([...passed.files.keys()].filter((path) => path.startsWith('attachments/'))).toEqual([])
  expect(passed.kept[0]?.verdict).toMatchObject({
    verdict: 'inconclusive',
    reason: expect.stringMatching(/^entry of the ledger: the ledger holds the plan .*, not /),
  })
  const failed = await kept({ errors: 0.05 }, other)
  expect(failed.kept[0]?.verdict).toMatchObject({
    verdict: 'fail',
    reason: expect.stringMatching(/^errors: 5 %.*; entry of the ledger: the ledger holds/),
  })
})

test('a file that is lost, another one, or of another release is no pass any more', async () => {
  const { again, gated } = await kept({}, HASH)
  const lost = { recomputed: 'inconclusive (none)', recorded: 'pass (none)' }
  expect(again('{}')).toEqual([
    expect.objectContaining({
      ...lost,
      faults: ['observability-gate.json: its bytes have another digest'],
    }),
  ])
  expect(gateIn('{}')).toBeUndefined()
  expect(gateIn('no JSON')).toBeUndefined()
  expect(gateIn(gateText(gated.record))).toEqual(JSON.parse(gateText(gated.record)))
})

test('a record that says better than its values, or leaves a piece out, is found out', async () => {
  const { record } = await gate({ errors: 0.05 })
  const better = {
    ...record,
    evidence: record.evidence.map((e) => ({ ...e, verdict: 'pass' as const })),
  }
  const judged = judgeGate(better)
  expect(judged.verdict).toBe('fail')
  expect(differing(better, judged)).toEqual(['errors'])
  const shorter = { ...record, evidence: record.evidence.filter(({ name }) => name !== 'errors') }
  expect(judgeGate(shorter).verdict).toBe('inconclusive')
  expect(differing(shorter, judgeGate(shorter))).toEqual(['errors'])
  const unsaid = { ...record, evidence: better.evidence.map(({ value: _, ...e }) => e) }
  expect(judgeGate(unsaid).verdict).toBe('inconclusive')
})
