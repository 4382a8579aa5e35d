import type { ServerResponse } from 'node:http'
import { expect, test } from '@jest/globals'
import { nodeHttp } from '../../../src/adapters/http/node-http.ts'
import { prometheus } from '../../../src/adapters/prometheus/prometheus.ts'
import type { Objective } from '../../../src/domain/judging/objective.ts'
import { html, json, serve } from '../../actions/server.ts'

const base: Objective = {
  name: 'errors',
  metric: 'error-rate',
  query: null,
  unit: 'ratio',
  limit: 0.01,
  direction: 'at-most',
  onBreach: 'rollback',
  minSamples: 1,
}
const latency: Objective = { ...base, metric: 'latency-p95', unit: 'milliseconds', limit: 250 }
const custom: Objective = {
  ...base,
  metric: 'custom',
  query: 'max(lag{v="{version}"}[{window}])',
  unit: 'count',
}

type Point = readonly [labels: Readonly<Record<string, string>>, value: unknown]
type Reply = (query: string, response: ServerResponse) => void

/** Answers by the kind of query: failed requests, buckets, all requests, anything else. */
function points(by: {
  failed?: readonly Point[]
  all?: readonly Point[]
  buckets?: readonly Point[]
  custom?: readonly Point[]
}): Reply {
  return (query, response) => {
    const kind = query.includes('by (le)')
      ? by.buckets
      : query.includes('"5..')
        ? by.failed
        : query.includes('[1-5]')
          ? by.all
          : by.custom
    const result = (kind ?? []).map(([metric, value]) => ({ metric, value: [1000, value] }))
    json(response, { status: 'success', data: { resultType: 'vector', result } })
  }
}

async function read(objective: Objective, reply: Reply, windowMs = 60_000, version = '1.2.0') {
  const queries: string[] = []
  await using server = await serve(({ url }, response) => {
    const parameters = new URLSearchParams(url.split('?')[1])
    queries.push(parameters.get('query') ?? '')
    expect(parameters.get('time')).toBe('1000.000')
    reply(queries.at(-1) ?? '', response)
  })
  const config = {
    provider: 'prometheus',
    url: `${server.url}/`,
    'requests-metric': 'requests_total',
    'duration-metric': 'duration_seconds',
  } as const
  const source = prometheus(
    config,
    nodeHttp({ timeoutMs: 2000, maxBytes: 10_000 }, () => {}),
  )
  const to = new Date(1_000_000)
  const window = { version, from: new Date(to.getTime() - windowMs), to }
  return { ...(await source.read(objective, window)), queries }
}

test('the error rate is failed over all requests', async () => {
  const reading = await read(base, points({ failed: [[{}, '3']], all: [[{}, '120.4']] }))
  expect(reading).toMatchObject({ value: 3 / 120.4, samples: 120 })
  const selector = 'requests_total{version="1.2.0",code=~"5.."}'
  expect(reading.queries[0]).toBe(
    `sum((${selector} unless ${selector} offset 60s) or increase(${selector}[60s]))`,
  )
  expect(reading.question).toBe(reading.queries.join(' / '))
})

test('the success rate is the rest', async () => {
  const success: Objective = { ...base, metric: 'success-rate', direction: 'at-least' }
  const reading = await read(success, points({ failed: [[{}, '5']], all: [[{}, '100']] }))
  expect(reading.value).toBe(0.95)
})

test('no failed series beside requests is no failure; no requests is no value', async () => {
  expect(await read(base, points({ all: [[{}, '100']] }))).toMatchObject({ value: 0, samples: 100 })
  expect(await read(base, points({}))).toMatchObject({ value: Number.NaN, samples: 0 })
  expect(await read(base, points({ all: [[{}, '0']] }))).toMatchObject({
    value: Number.NaN,
    samples: 0,
  })
})

test('the latency is interpolated from the buckets, in milliseconds', async () => {
  const buckets: Point[] = [
    [{ le: '0.1' }, '90'],
    [{ le: '+Inf' }, '100'],
    [{ le: '0.2' }, '100'],
  ]
  const reading = await read(latency, points({ buckets }))
  expect(reading.value).toBeCloseTo(150, 9)
  expect(reading.samples).toBe(100)
})

test('the throughput is requests a second; of a version that nobody has seen there is none', async () => {
  const throughput: Objective = { ...base, metric: 'throughput', unit: 'count', limit: 1 }
  const reading = await read(throughput, points({ all: [[{}, '120.6']] }))
  expect(reading).toMatchObject({ value: 120.6 / 60, samples: 121 })
  expect(reading.question).toBe(`(${reading.queries[0]}) / 60`)
  expect(await read(throughput, points({ all: [[{}, '0']] }))).toMatchObject({ value: 0 })
  expect(await read(throughput, points({}))).toMatchObject({ value: Number.NaN, samples: 0 })
})

test('beyond the largest bucket a limit can be broken but not kept', async () => {
  const buckets: Point[] = [
    [{ le: '0.3' }, '10'],
    [{ le: '+Inf' }, '100'],
  ]
  expect((await read(latency, points({ buckets }))).value).toBe(300)
  expect((await read({ ...latency, limit: 400 }, points({ buckets }))).value).toBeNaN()
})

test('a query of the config gets version and window as text of its own grammar', async () => {
  const reply = points({ custom: [[{}, '7']], all: [[{}, '50']] })
  const reading = await read(custom, reply, 90_500, 'x"\\')
  expect(reading).toMatchObject({ value: 7, samples: 50 })
  expect(reading.queries[0]).toBe('max(lag{v="x\\"\\\\"}[90500ms])')
})

test('the window is never shorter than two scrapes', async () => {
  const reading = await read(custom, points({ custom: [[{}, '7']] }), 10)
  expect(reading.queries[0]).toContain('[2s]')
})

test.each(['NaN', '+Inf', '-Inf', 'Inf'])('%s is no value', async (text) => {
  const reading = await read(custom, points({ custom: [[{}, text]], all: [[{}, '50']] }))
  expect(reading.value).toBeNaN()
})

test.each<[string, Reply, string]>([
  [
    'several series',
    points({
      custom: [
        [{ a: '1' }, '1'],
        [{ a: '2' }, '2'],
      ],
    }),
    'bad-answer',
  ],
  [
    'a matrix',
    (_, r) => json(r, { status: 'success', data: { resultType: 'matrix', result: [] } }),
    'bad-answer',
  ],
  [
    'a scalar',
    (_, r) =>
      json(r, { status: 'success', data: { resultType: 'scalar', result: [1000, '5e-1'] } }),
    'bad-answer',
  ],
  ['a value that is a number', points({ custom: [[{}, 7]] }), 'bad-answer'],
  ['a value that is hex', points({ custom: [[{}, '0x10']] }), 'bad-answer'],
  ['an empty value', points({ custom: [[{}, '']] }), 'bad-answer'],
  ['null', (_, r) => json(r, null), 'bad-answer'],
  [
    'a warning',
    (_, r) =>
      json(r, {
        status: 'success',
        data: { resultType: 'vector', result: [] },
        warnings: ['a store is down'],
      }),
    'partial',
  ],
  ['status error under 200', (_, r) => json(r, { status: 'error', error: 'x' }), 'bad-answer'],
  [
    '400',
    (_, r) => json(r, { status: 'error', errorType: 'bad_data', error: 'parse error' }, 400),
    'refused',
  ],
  ['403', (_, r) => html(r, 'no', 403), 'unauthorised'],
  ['502', (_, r) => html(r, 'no', 502), 'server-error'],
  ['too much', (_, r) => html(r, ' '.repeat(20_000)), 'too-large'],
])('%s is a failure', async (_name, reply, code) => {
  await expect(read(custom, reply)).rejects.toMatchObject({ name: 'Failure', code })
})

test('a bucket without a bound, or with NaN, is a failure', async () => {
  for (const bucket of [
    [{}, '1'],
    [{ le: 'x' }, '1'],
    [{ le: '1' }, 'NaN'],
  ] as const)
    await expect(read(latency, points({ buckets: [bucket] }))).rejects.toMatchObject({
      code: 'bad-answer',
    })
})

test('a metric that needs a query says so', async () => {
  const lag: Objective = { ...base, metric: 'lag' }
  await expect(read(lag, points({}))).rejects.toMatchObject({ code: 'bad-config' })
})

test.each([
  ['the error rate', base, 'requests_total'],
  ['a query', custom, 'requests_total'],
  ['the latency', latency, 'duration_seconds_bucket'],
] as const)('how old %s is is asked where it matters', async (_name, objective, metric) => {
  const known = {
    all: [[{}, '5']],
    buckets: [[{ le: '+Inf' }, '5']],
    custom: [[{}, '940.5']],
  } as const
  const unasked = await read(objective, points(known))
  const reading = await read({ ...objective, maxAge: 120_000 }, points(known))
  expect(reading.queries).toHaveLength(unasked.queries.length + 1)
  expect(reading.queries.at(-1)).toBe(
    `max(max_over_time(timestamp(${metric}{version="1.2.0"})[240s:6s]))`,
  )
  expect([unasked.at, reading.at]).toEqual([undefined, 940_500])
  const never = await read({ ...objective, maxAge: 120_000 }, points({ ...known, custom: [] }))
  expect(never.at).toBeUndefined()
})
