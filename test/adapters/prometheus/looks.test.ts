import { expect, test } from '@jest/globals'
import type { ComparedMetric } from '../../../src/domain/rollout/planned-comparison.ts'
import { html, json } from '../../actions/server.ts'
import { matrix, type Reply, type Row, read, rowsOf, type Values } from './read-looks.ts'

const LATENCY: ComparedMetric = { name: 'latency', kind: 'latency', query: null }
const ERRORS: ComparedMetric = { name: 'errors', kind: 'errors', query: null }
const LAG: ComparedMetric = { name: 'lag', kind: 'lag', query: 'max(lag{v="{version}"}[{window}])' }
const GAUGE: ComparedMetric = { ...LAG, name: 'load', kind: 'gauge' }
const RESTARTS: ComparedMetric = {
  ...{ name: 'restarts', kind: 'restarts', query: 'restarts_total{version="{version}"}' },
}

test('requests by their code, counted between the scrapes before the ends of a look', async () => {
  const reply = rowsOf(
    [
      [{ code: '200' }, ['90', '80']],
      [{ code: '503' }, [null, '20']],
    ],
    [[{ code: '200' }, ['900', '0']]],
  )
  const { looks, asked } = await read(ERRORS, reply)
  expect(looks).toEqual([
    {
      minute: 1,
      metrics: [
        {
          ...{ name: 'errors', kind: 'errors' },
          ...{ canary: { bad: 0, total: 90 }, baseline: { bad: 0, total: 900 } },
        },
      ],
    },
    {
      minute: 2,
      metrics: [
        { name: 'errors', kind: 'errors', canary: { bad: 20, total: 100 }, baseline: null },
      ],
    },
  ])
  expect(Object.fromEntries(asked[0] ?? [])).toMatchObject({
    ...{ start: '1060.000', end: '1120.000', step: '60.000', nocache: '1' },
  })
  const selector = 'requests_total{version="1.0.0",code=~"[1-5].."}[1h]'
  const [now, before] = [`last_over_time(${selector})`, `last_over_time(${selector} offset 60s)`]
  expect(asked[0]?.get('query')).toBe(`sum by (code) (${now} - ${before} >= 0 or ${now})`)
})

test('buckets that both have, in milliseconds; one that dips has nothing', async () => {
  const reply = rowsOf(
    [
      [{ le: '0.1' }, ['5', '5']],
      [{ le: '0.25' }, ['8', '4']],
      [{ le: '1.0' }, ['10', '10']],
      [{ le: '+Inf' }, ['12', '12']],
    ],
    [
      [{ le: '0.1' }, ['50', null]],
      [{ le: '1' }, ['90', null]],
      [{ le: '5' }, ['99', null]],
      [{ le: '+Inf' }, ['100', null]],
    ],
  )
  const { looks } = await read(LATENCY, reply)
  expect(looks.map(({ metrics }) => metrics[0])).toEqual([
    {
      ...{ name: 'latency', kind: 'latency', bounds: [100, 1000] },
      ...{ canary: { buckets: [5, 5, 2] }, baseline: { buckets: [50, 40, 10] } },
    },
    {
      ...{ name: 'latency', kind: 'latency', bounds: [100, 1000] },
      ...{ canary: { buckets: [5, 5, 2] }, baseline: null },
    },
  ])
})

test('a histogram of many buckets is made coarser, and loses no request', async () => {
  const bounds = Array.from({ length: 120 }, (_, i) => (i + 1) / 100)
  const rows = [
    ...bounds.map((le, i): Row => [{ le: String(le) }, [String(i + 1)]]),
    [{ le: '+Inf' }, ['121']] as const,
  ]
  const { looks } = await read(LATENCY, rowsOf(rows, rows), { after: 66 })
  const [metric] = looks[0]?.metrics ?? []
  const buckets = metric?.kind === 'latency' ? (metric.canary?.buckets ?? []) : []
  expect(buckets.length).toBeLessThanOrEqual(41)
  expect(buckets.reduce((sum, n) => sum + n, 0)).toBe(121)
})

test('levels are one value a look; no number, and a gauge that is not above 0, are none', async () => {
  const valuesOf = (values: Values) => rowsOf([[{}, values]], [[{}, ['2', '2', '2']]])
  const side = async (metric: ComparedMetric, values: Values) => {
    const { looks, asked } = await read(metric, valuesOf(values), { after: 186 })
    expect(asked[1]?.get('query')).toBe('max(lag{v="1.1.0"}[60s])')
    return looks.map(({ metrics }) => metrics[0]?.canary)
  }
  expect(await side(LAG, ['0', 'NaN', '-1'])).toEqual([{ values: [0] }, null, null])
  expect(await side(GAUGE, ['0.4', '0', '+Inf'])).toEqual([{ values: [0.4] }, null, null])
})

test('restarts are of the instances that there are', async () => {
  const reply: Reply = (query, response) =>
    matrix(response, [[{}, query.startsWith('count(') ? ['4', '4'] : ['0', '3']]])
  const { looks, asked } = await read(RESTARTS, reply)
  expect(looks.map(({ metrics }) => metrics[0]?.canary)).toEqual([
    { bad: 0, total: 4 },
    { bad: 3, total: 4 },
  ])
  expect(asked[0]?.get('query')).toContain('restarts_total{version="1.0.0"}[1h] offset 60s')
})

test('only looks that are over, and no more than were asked for', async () => {
  const none = rowsOf([], [])
  expect((await read(ERRORS, none, { after: 64 })).looks).toEqual([])
  expect((await read(ERRORS, none, { after: 65 })).looks).toHaveLength(1)
  expect((await read(ERRORS, none, { after: 99_999, looks: 7 })).looks).toHaveLength(7)
})

test('a version of which nothing is known has nothing in any look', async () => {
  const buckets: Row[] = [
    [{ le: '1' }, ['1', '1']],
    [{ le: '2' }, ['2', '2']],
    [{ le: '+Inf' }, ['2', '2']],
  ]
  for (const [metric, rows] of [
    [LATENCY, buckets],
    [ERRORS, [[{ code: '200' }, ['5', '5']]] as const],
    [LAG, [[{}, ['5', '5']]] as const],
  ] as const) {
    const { looks } = await read(metric, rowsOf(rows, []))
    expect(looks.map(({ metrics }) => metrics[0]?.baseline)).toEqual([null, null])
    expect(looks.every(({ metrics }) => metrics[0]?.canary !== null)).toBe(true)
  }
  expect((await read(LATENCY, rowsOf([], []))).looks).toHaveLength(2)
})

test.each<[string, ComparedMetric, Reply, string]>([
  [
    'a vector',
    ERRORS,
    (_, r) => json(r, { status: 'success', data: { resultType: 'vector', result: [] } }),
    'bad-answer',
  ],
  ['no JSON', ERRORS, (_, r) => html(r, '<p>'), 'bad-answer'],
  ['a cut answer', ERRORS, (_, r) => html(r, '{"status":"success","data":{"resu'), 'bad-answer'],
  ['too much', ERRORS, (_, r) => html(r, ' '.repeat(20_000)), 'too-large'],
  [
    'a warning that results are cut',
    ERRORS,
    (_, r) => matrix(r, [], { warnings: ['results truncated'] }),
    'partial',
  ],
  ['other times', ERRORS, (_, r) => matrix(r, [[{ code: '200' }, ['1', '1']]], {}, -7), 'stale'],
  ['later times', ERRORS, (_, r) => matrix(r, [[{ code: '200' }, ['1', '1', '1']]]), 'stale'],
  ['401', ERRORS, (_, r) => html(r, 'no', 401), 'unauthorised'],
  ['422', LAG, (_, r) => json(r, { status: 'error', error: 'parse error' }, 422), 'refused'],
  ['503', ERRORS, (_, r) => html(r, 'no', 503), 'server-error'],
  ['a bucket without a bound', LATENCY, (_, r) => matrix(r, [[{}, ['1', '1']]]), 'bad-answer'],
  [
    'buckets that differ',
    LATENCY,
    rowsOf([[{ le: '1' }, ['1', '1']]], [[{ le: '2' }, ['1', '1']]]),
    'bad-answer',
  ],
  [
    'several values of a level',
    LAG,
    (_, r) =>
      matrix(r, [
        [{ a: '1' }, ['1', '1']],
        [{ a: '2' }, ['1', '1']],
      ]),
    'bad-answer',
  ],
])('%s is a failure', async (_name, metric, reply, code) => {
  await expect(read(metric, reply)).rejects.toMatchObject({ name: 'Failure', code })
})
