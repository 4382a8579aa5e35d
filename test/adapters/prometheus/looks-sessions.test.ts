import { expect, test } from '@jest/globals'
import type { ComparedMetric } from '../../../src/domain/rollout/planned-comparison.ts'
import { matrix, type Reply, read, type Values } from './read-looks.ts'

const SESSIONS: ComparedMetric = {
  ...{ name: 'crashes', kind: 'sessions', query: 'crashed_total{version="{version}"}' },
  total: 'started_total{version="{version}"}',
}

/** What a version answers to each of the three questions about its sessions. */
const sessionRows =
  (canary: Sessions, baseline: Sessions): Reply =>
  (query, response) => {
    const { seen, began, crashed } = query.includes('"1.1.0"') ? canary : baseline
    const about = query.includes('crashed_total') ? crashed : began
    const values = query.startsWith('count(') ? seen : about
    matrix(response, values === undefined ? [] : [[{}, values]])
  }

interface Sessions {
  readonly seen?: Values
  readonly began?: Values
  readonly crashed?: Values
}

test('sessions: a crash may be reported when none begins, and who is not scraped is missing', async () => {
  const canary = { seen: ['1', '1', null], began: ['9', '0', '0'], crashed: ['0', '2', '0'] }
  const baseline = { seen: ['2', '2', '2'], began: ['90', '80', '70'] }
  const { looks, asked } = await read(SESSIONS, sessionRows(canary, baseline), { after: 186 })
  expect(looks.map(({ metrics }) => metrics[0]?.canary)).toEqual([
    ...[{ bad: 0, total: 9 }, { bad: 2, total: 0 }, null],
  ])
  // It has none, beside one that has: the counter is there, and its first crash makes the series.
  expect(looks.map(({ metrics }) => metrics[0]?.baseline)).toEqual(
    [90, 80, 70].map((total) => ({ bad: 0, total })),
  )
  expect(asked).toHaveLength(6)
  expect(asked.at(-1)?.get('query')).toBe(
    'count(last_over_time(started_total{version="1.1.0"}[120s]))',
  )
})

test('sessions whose crashes nobody counts are no sessions without crashes', async () => {
  const one = { seen: ['1', '1'], began: ['90', '80'] }
  const { looks } = await read(SESSIONS, sessionRows(one, one))
  expect(looks.flatMap(({ metrics: [m] }) => [m?.canary, m?.baseline])).toEqual(Array(4).fill(null))
})
