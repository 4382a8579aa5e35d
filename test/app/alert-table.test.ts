/** The example of an alert table, row by row, from its file. */
import { expect, test } from '@jest/globals'
import { decideWithin, rolesAsked } from '../../src/domain/rollout/judge-stage.ts'
import { lookAt, type Series } from './table-world.ts'

const WELL: Series = {
  ...{ requests: 10_000, crashed_clients_total: 3, active_clients_total: 1000 },
  ...{ error_events_total: 2, host_memory_used_ratio: 0.6 },
}
const look = (change: Series) => lookAt('alert-table', { ...WELL, ...change }, WELL)

test('an application that is well passes, and nobody is told', async () => {
  const { verdict, breach, told, evidence } = await look({})
  expect(verdict).toMatchObject({ verdict: 'pass', reason: 'all 1 passed' })
  expect([breach, told]).toEqual(['none', []])
  const day = evidence.map((e) => e.look?.window).slice(0, 2)
  expect(day).toEqual([86_400_000, 86_400_000])
})

test('crash rate > 2 % of active clients: on-call is asked and has an hour', async () => {
  expect((await look({ crashed_clients_total: 20 })).breach).toBe('none')
  const { breach, verdict, plan } = await look({ crashed_clients_total: 21 })
  expect(breach).toBe('page')
  expect(rolesAsked(verdict, plan)).toEqual(['on-call'])
  expect(decideWithin(verdict, plan)).toBe(3_600_000)
})

test.each<[row: string, Series, told: readonly string[]]>([
  ['TOB_PARSE_ERROR 10 times in 24 h', { error_events_total: 10 }, []],
  ['TOB_PARSE_ERROR > 10 in 24 h', { error_events_total: 11 }, ['tob-parse-errors']],
  ['memory at 89.9 % of a host', { host_memory_used_ratio: 0.899 }, []],
  ['memory at 90 % of a host', { host_memory_used_ratio: 0.9 }, ['host-memory']],
])('%s: told, and the release goes on', async (_row, change, names) => {
  const { told, verdict, breach, plan } = await look(change)
  expect(told).toEqual(names)
  expect([verdict.verdict, breach]).toEqual(['pass', 'none'])
  const who = { 'tob-parse-errors': 'qa', 'host-memory': 'support' } as const
  for (const [name, role] of Object.entries(who))
    expect(plan.objectives.find((o) => o.name === name)?.who).toBe(role)
})

test('an alert without data holds nothing; a crash rate without data does', async () => {
  const { error_events_total: _, ...quiet } = WELL
  expect((await lookAt('alert-table', quiet, WELL)).verdict.verdict).toBe('pass')
  const few = await look({ requests: 10 })
  expect([few.verdict.verdict, few.breach]).toEqual(['inconclusive', 'rollback'])
})
