/** The example of an alert table, row by row, from its file. */
import { expect, test } from '@jest/globals'
import { decideWithin, rolesAsked } from '../../src/domain/rollout/judge-stage.ts'
import { type Clients, lookAt, type Series } from './table-world.ts'

const HOSTS: Series = { requests: 10_000, host_memory_used_ratio: 0.6 }
const CLIENTS: Clients = { users: 1000, crashedUsers: 3, errors: 2 }
const look = (clients: Partial<Clients>, hosts: Series = {}) =>
  lookAt('alert-table', { ...HOSTS, ...hosts }, HOSTS, { ...CLIENTS, ...clients })

test('an application that is well passes, and nobody is told', async () => {
  const { verdict, breach, told, evidence } = await look({})
  expect(verdict).toMatchObject({ verdict: 'pass', reason: 'all 1 passed' })
  expect([breach, told]).toEqual(['none', []])
  const day = evidence.map((e) => e.look?.window).slice(0, 2)
  expect(day).toEqual([86_400_000, 86_400_000])
})

test('[A16] crash rate > 2 % of active clients: on-call is asked and has an hour', async () => {
  expect((await look({ crashedUsers: 10 })).breach).toBe('none')
  const { breach, verdict, plan } = await look({ crashedUsers: 21 })
  expect(breach).toBe('page')
  expect(rolesAsked(verdict, plan)).toEqual(['on-call'])
  expect(decideWithin(verdict, plan)).toBe(3_600_000)
})

test.each<[row: string, errors: number, told: readonly string[]]>([
  ['10 times in 24 h', 10, []],
  ['> 10 in 24 h', 11, ['tob-parse-errors']],
])('[A16] TOB_PARSE_ERROR %s: QA is told, and the release goes on', async (_row, errors, names) => {
  const { told, verdict, breach, plan } = await look({ errors })
  expect([told, verdict.verdict, breach]).toEqual([names, 'pass', 'none'])
  expect(plan.objectives.find(({ name }) => name === 'tob-parse-errors')?.who).toBe('qa')
})

test.each<[row: string, memory: number, told: readonly string[]]>([
  ['at 89.9 %', 0.899, []],
  ['at 90 %', 0.9, ['host-memory']],
])(
  '[A16] memory %s of a host: support is told, and the release goes on',
  async (_row, memory, names) => {
    const { told, verdict, breach, plan } = await look({}, { host_memory_used_ratio: memory })
    expect([told, verdict.verdict, breach]).toEqual([names, 'pass', 'none'])
    expect(plan.objectives.find(({ name }) => name === 'host-memory')?.who).toBe('support')
  },
)

test('an alert without data holds nothing; a crash rate of too few clients does', async () => {
  const quiet = await lookAt('alert-table', { requests: 10_000 }, HOSTS, CLIENTS)
  expect(quiet.verdict.verdict).toBe('pass')
  for (const few of [{ users: 10, crashedUsers: 0 }, { crashedUsers: 19 }]) {
    const { verdict, breach } = await look(few)
    expect([verdict.verdict, breach]).toEqual(['inconclusive', 'rollback'])
  }
})
