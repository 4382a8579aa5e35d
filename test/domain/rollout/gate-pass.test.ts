import { expect, test } from '@jest/globals'
import type { Entry } from '../../../src/domain/ledger/entry.ts'
import { type GateNeed, STALE_MS, unopened } from '../../../src/domain/rollout/gate-pass.ts'

const NOW = Date.UTC(2026, 0, 10)
const PLANNED = 3
const need: GateNeed = { gate: 'observability-gate', run: { id: 7, attempt: 2 } }

interface Said {
  readonly verdict?: 'pass' | 'fail' | 'inconclusive'
  readonly seq?: number
  readonly run?: { readonly id: number; readonly attempt: number }
  readonly age?: number
  readonly gate?: string
}

function said({
  verdict = 'pass',
  seq = 4,
  run = need.run,
  age = 0,
  gate = need.gate,
}: Said): Entry {
  return {
    ...{ schema: 1, id: `${seq}`, seq, previous: null, actor: 'ada', suite: '', signature: null },
    ...{ time: new Date(NOW - age).toISOString(), planHash: 'sha256:0', run },
    release: { product: 'shop', channel: 'stable', version: '1.1.0' },
    kind: 'verdict',
    payload: { gate, stage: null, verdict, reason: 'why', evidence: [], breach: 'none' },
  }
}

const ask = (...entries: Said[]) => unopened(entries.map(said), PLANNED, need, NOW)

test('a pass of this attempt under this plan opens, until it is a day old', () => {
  expect(ask({})).toBeUndefined()
  expect(ask({ verdict: 'fail' }, { seq: 5 })).toBeUndefined()
  expect(ask({ age: STALE_MS - 1 })).toBeUndefined()
  expect(ask({ age: STALE_MS })).toBe(
    'the pass of observability-gate is 1d old, and 1d is the most',
  )
})

test.each<[string, readonly Said[], string]>([
  ['nothing', [], 'observability-gate has not spoken under this plan'],
  ['another gate', [{ gate: 'stage' }], 'observability-gate has not spoken under this plan'],
  ['an older plan', [{ seq: 2 }], 'observability-gate has not spoken under this plan'],
  [
    'the attempt before',
    [{ run: { id: 7, attempt: 1 } }],
    'of run 7, attempt 1, and this is run 7, attempt 2',
  ],
  ['another run', [{ run: { id: 8, attempt: 2 } }], 'of run 8, attempt 2, and this'],
  ['a fail', [{ verdict: 'fail' }], 'observability-gate: fail: why'],
  ['who cannot tell', [{ verdict: 'inconclusive' }], 'observability-gate: inconclusive: why'],
  ['a pass before a fail', [{}, { seq: 5, verdict: 'fail' }], 'observability-gate: fail: why'],
  [
    'a pass of another run after an own fail',
    [{ verdict: 'fail' }, { seq: 5, run: { id: 8, attempt: 1 } }],
    'observability-gate: fail in this attempt',
  ],
])('%s opens nothing', (_, entries, why) => {
  expect(ask(...entries)).toContain(why)
})

test('what another run finds later closes what this one has passed', () => {
  const other = { seq: 5, run: { id: 8, attempt: 1 } }
  expect(ask({}, { ...other, verdict: 'fail' })).toBe('observability-gate: fail: why')
  expect(ask({}, other)).toBeUndefined()
})
