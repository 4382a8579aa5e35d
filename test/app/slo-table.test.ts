/** The example of an SLO table, row by row, from its file. */
import { expect, test } from '@jest/globals'
import { replay } from '../../src/domain/rollout/replay.ts'
import { lookAt, type Series } from './table-world.ts'

const WELL: Series = {
  ...{ requests: 10_000, errors: 0, slow: 0 },
  ...{ consumer_lag_events: 12, health_check_failures_total: 0, audit_integrity_violations: 0 },
}
const look = (change: Series, baseline: Series = {}) =>
  lookAt('slo-table', { ...WELL, ...change }, { ...WELL, ...baseline })

test('a service that is well passes every row', async () => {
  const { verdict, breach } = await look({})
  expect(verdict).toMatchObject({ verdict: 'pass', reason: 'all 8 passed' })
  expect(breach).toBe('none')
})

test.each<[row: string, Series, broken: readonly string[], breach: string]>([
  ['error rate of 1 %', { errors: 100 }, [], 'none'],
  ['error rate > 1 %', { errors: 101 }, ['error-rate'], 'pause'],
  ['error rate of 2 %', { errors: 200 }, ['error-rate'], 'pause'],
  ['error rate > 2 %', { errors: 201 }, ['error-rate', 'error-rate-limit'], 'rollback'],
  ['p95 > 500 ms', { slow: 0.06 }, ['latency-p95'], 'pause'],
  ['consumer lag of 1000', { consumer_lag_events: 1000 }, [], 'none'],
  ['consumer lag > 1000', { consumer_lag_events: 1001 }, ['consumer-lag'], 'pause'],
  [
    'failed health checks > 0',
    { health_check_failures_total: 1 },
    ['failed-health-checks'],
    'rollback',
  ],
  ['integrity check failed', { audit_integrity_violations: 1 }, ['integrity'], 'rollback'],
  [
    'lag pauses and integrity goes back',
    { consumer_lag_events: 5000, audit_integrity_violations: 1 },
    ['consumer-lag', 'integrity'],
    'rollback',
  ],
])('the row %s', async (_row, change, broken, breach) => {
  // The baseline has the same errors and is as slow: only the limits differ.
  const { evidence, breach: found } = await look(change, change)
  const failed = evidence.filter(({ verdict }) => verdict === 'fail')
  expect(failed.map(({ name }) => name)).toEqual(broken)
  expect(found).toBe(breach)
})

test('no errors against no errors are not worse, and many more than the baseline are', async () => {
  const names = ({ evidence }: Awaited<ReturnType<typeof look>>) =>
    evidence.filter((e) => e.verdict === 'fail').map((e) => e.name)
  expect(names(await look({ errors: 0 }, { errors: 0 }))).toEqual([])
  expect(names(await look({ errors: 10 }, { errors: 12 }))).toEqual([])
  const worse = await look({ errors: 90 }, { errors: 5 })
  expect(names(worse)).toEqual(['error-rate-beside'])
  expect(worse.breach).toBe('pause')
})

test('a p95 above the baseline + 10 % is no success', async () => {
  const known = { errors: 0 }
  const { evidence, breach } = await look({ ...known, slow: 0.0513 }, { ...known, slow: 0.0505 })
  const beside = evidence.find(({ name }) => name === 'latency-p95-beside')
  expect(beside).toMatchObject({ verdict: 'fail', limit: expect.stringMatching(/^at most \d+/) })
  expect(evidence.find(({ name }) => name === 'latency-p95')?.verdict).toBe('pass')
  expect(breach).toBe('pause')
})

test('no data of a row is no pass', async () => {
  const { consumer_lag_events: _, ...without } = WELL
  const { verdict } = await lookAt('slo-table', without, WELL)
  expect(verdict.verdict).toBe('inconclusive')
  expect(verdict.reason).toContain('consumer-lag: no value')
})

test('every verdict follows again from its recorded evidence', async () => {
  const changes: Series[] = [{}, { errors: 101 }, { slow: 0.06 }, { requests: 10 }]
  for (const change of changes) {
    const { plan, verdict, breach } = await look(change)
    const head = {
      schema: 1,
      id: 'x',
      seq: 1,
      previous: null,
      time: '2026-01-01T00:00:00Z',
      release: { product: 'shop', channel: 'stable', version: '1.1.0' },
      planHash: null,
      actor: 'ada',
      run: { id: 1, attempt: 1 },
      suite: '',
      signature: null,
    } as const
    const kept = JSON.parse(JSON.stringify(verdict.evidence))
    const payload = { gate: 'stage', stage: 0, ...verdict, evidence: kept, breach }
    const chain = [
      { ...head, kind: 'plan', payload: { plan } },
      { ...head, kind: 'verdict', payload },
    ] as const
    const [again] = replay(chain, () => ({ fault: 'no file is kept' }))
    expect(again?.recomputed).toBe(`${verdict.verdict} (${breach})`)
  }
})
