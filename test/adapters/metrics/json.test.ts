import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Objective } from '../../../src/domain/judging/objective.ts'
import { type Answer, json, serve } from '../../actions/server.ts'
import { connect, look, NOW, objectiveOf, WINDOW } from './rig.ts'

const KPIS = '/analytics/api/v1/kpis/realtime?metric=error_rate,p95_latency,consumer_lag'

/** The source of an ERP suite, as its process asks it. */
const erp = (url: string) => ({
  ...{ provider: 'http-json', url, token: 'ERP_TOKEN' },
  values: {
    errors: {
      path: KPIS,
      value: '/error_rate',
      unit: 'percent',
      samples: '/requests',
      time: '/at',
    },
    p95: { path: KPIS, value: '/p95_latency', unit: 'milliseconds', samples: '/requests' },
    lag: { path: KPIS, value: '/consumer_lag', unit: 'count' },
    after: {
      path: '/analytics/api/v1/reports/release-comparison?before=1h&after=now',
      ...{ value: '/after/p95_latency', unit: 'seconds', samples: '/after/requests' },
    },
    integrity: {
      path: '/audit/api/v1/integrity/check?from={release-start}',
      ...{ value: '/status', unit: 'yes-no', yes: ['ok'], no: ['violated'] },
    },
  },
})

interface Suite {
  readonly errorRate: number
  readonly lag: number
  readonly p95After: number
  readonly status: string
}

const HEALTHY: Suite = { errorRate: 0.4, lag: 12, p95After: 0.21, status: 'ok' }

/** The suite's services; anything else is 404, and nobody gets in without the token. */
function services({ errorRate, lag, p95After, status }: Suite): Answer {
  const at = NOW.toISOString()
  const known: Readonly<Record<string, unknown>> = {
    [KPIS]: { error_rate: errorRate, p95_latency: 180, consumer_lag: lag, requests: 4000, at },
    '/analytics/api/v1/reports/release-comparison?before=1h&after=now': {
      before: { p95_latency: 0.2, requests: 900 },
      after: { p95_latency: p95After, requests: 950 },
    },
    '/audit/api/v1/integrity/check?from=2026-01-05T10%3A30%3A00.000Z': { status },
  }
  return ({ url, headers }, response) => {
    if (headers.authorization === undefined) return json(response, {}, 401)
    const found = known[url]
    return json(response, found ?? {}, found === undefined ? 404 : 200)
  }
}

const table: readonly (readonly [string, Partial<Objective>])[] = [
  ['errors', { unit: 'ratio', limit: 0.01 }],
  ['p95', { unit: 'milliseconds', limit: 500 }],
  ['lag', { limit: 1000 }],
  ['after', { unit: 'milliseconds', limit: 500 }],
  ['integrity', { limit: 1, direction: 'at-least' }],
]

async function judge(
  suite: Suite,
  releasedAt: Date | undefined = new Date('2026-01-05T10:30:00Z'),
) {
  await using server = await serve(services(suite))
  const connected = connect(erp(server.url), { origins: [server.url] })
  const verdicts: Record<string, unknown> = {}
  for (const [query, objective] of table) {
    const window = { ...WINDOW, releasedAt }
    const { verdict, value } = await look(connected, objectiveOf({ query, ...objective }), window)
    verdicts[query] = value === undefined ? verdict : [verdict, value]
  }
  return verdicts
}

describe('an ERP suite is judged by the JSON of its own services', () => {
  test('key figures, comparison of the release and integrity since its start', async () => {
    expect(await judge(HEALTHY)).toEqual({
      ...{ errors: ['pass', 0.004], p95: ['pass', 180], lag: ['pass', 12] },
      ...{ after: ['pass', 210], integrity: ['pass', 1] },
    })
  })

  test('each of them breaks its own limit', async () => {
    const broken = { errorRate: 1.2, lag: 1001, p95After: 0.6, status: 'violated' }
    expect(await judge(broken)).toEqual({
      ...{ errors: ['fail', 0.012], p95: ['pass', 180], lag: ['fail', 1001] },
      ...{ after: ['fail', 600], integrity: ['fail', 0] },
    })
    expect(await judge({ ...HEALTHY, status: 'unknown' })).toMatchObject({
      integrity: 'inconclusive',
    })
  })

  test('where nobody knows when the release began, its integrity is not known', async () => {
    await using server = await serve(services(HEALTHY))
    const connected = connect(erp(server.url), { origins: [server.url] })
    const evidence = await look(connected, objectiveOf({ query: 'integrity' }))
    expect(evidence.verdict).toBe('inconclusive')
    expect(evidence.answer).toContain('nobody knows here when the release began')
    expect(server.seen).toEqual([])
  })
})

test.each([
  ['/v/{version}?w={window}', '/v/1.2.0%2Fx%23%3F?w=7200s'],
  [
    '/v?from={from}&to={to}',
    '/v?from=2026-01-05T10%3A00%3A00.000Z&to=2026-01-05T12%3A00%3A00.000Z',
  ],
  ['/v/{unknown}', '/v/%7Bunknown%7D'],
])('the path %s is filled with text that stays text', async (path, sent) => {
  await using server = await serve((_, response) => json(response, { v: 1 }))
  const values = { it: { path, value: '/v', unit: 'count' } }
  const config = { provider: 'http-json', url: `${server.url}/base/`, values }
  const connected = connect(config, { origins: [server.url] })
  const window = { ...WINDOW, version: '1.2.0/x#?' }
  expect(await look(connected, objectiveOf({ query: 'it' }), window)).toMatchObject({ value: 1 })
  expect(server.seen.map(({ url }) => url)).toEqual([`/base${sent}`])
})

test('a path does not lead out of the address', async () => {
  await using server = await serve((_, response) => json(response, { v: 1 }))
  for (const path of ['/../secret', '/%2e%2e/secret', '/a/../../secret']) {
    const values = { it: { path, value: '/v', unit: 'count' } }
    const config = { provider: 'http-json', url: `${server.url}/base`, values }
    const evidence = await look(
      connect(config, { origins: [server.url] }),
      objectiveOf({ query: 'it' }),
    )
    expect(evidence).toMatchObject({ verdict: 'inconclusive' })
    expect(evidence.answer).toContain('leads out of the url')
  }
  expect(server.seen).toEqual([])
})

describe('a JSON file of the workspace', () => {
  const objective = objectiveOf({ query: 'leaks', limit: 10 })
  const at = NOW.toISOString()

  async function read(prepare: (folder: string) => void, file = 'out/{version}.json') {
    const folder = mkdtempSync(join(tmpdir(), 'json-file-'))
    const workspace = join(folder, 'workspace')
    mkdirSync(join(workspace, 'out'), { recursive: true })
    try {
      prepare(workspace)
      const value = { value: '/leaks', unit: 'count', samples: '/runs', time: '/at' }
      const config = { provider: 'file', values: { leaks: { file, ...value } } }
      return await look(connect(config, { origins: [], workspace }), objective)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  const written = (text: string) => (folder: string) =>
    writeFileSync(join(folder, 'out/1.2.0.json'), text)
  const document = (value: object) => written(JSON.stringify(value))

  test('gives its value, samples and time', async () => {
    const evidence = await read(document({ leaks: 7, runs: 100, at }))
    expect(evidence).toMatchObject({ verdict: 'pass', value: 7, samples: 100 })
    expect(evidence.question).toBe('out/1.2.0.json at /leaks')
    expect(await read(document({ leaks: 11, runs: 100, at }))).toMatchObject({ verdict: 'fail' })
  })

  test.each<[string, (folder: string) => void, RegExp]>([
    ['empty', written(''), /no JSON/],
    ['cut', written('{"leaks": 7,'), /no JSON/],
    ['null', document({ leaks: null, runs: 1, at }), /no value/],
    ['another document', document({}), /nothing at/],
    ['of another time', document({ leaks: 7, runs: 1, at: '2025-01-05T12:00:00Z' }), /older than/],
    ['ten mebibytes', written(' '.repeat(10 * 1024 * 1024)), /larger than/],
    ['not there', () => {}, /does not exist/],
    ['a folder', (folder) => mkdirSync(join(folder, 'out/1.2.0.json')), /no file inside/],
    [
      'a link out of the workspace',
      (folder) => symlinkSync('/etc/hostname', join(folder, 'out/1.2.0.json')),
      /no file inside/,
    ],
    [
      'a pipe',
      (folder) => execFileSync('mkfifo', [join(folder, 'out/1.2.0.json')]),
      /no file inside|cannot be read/,
    ],
  ])('that is %s decides nothing', async (_name, prepare, words) => {
    const evidence = await read(prepare)
    expect(evidence.verdict).toBe('inconclusive')
    expect(evidence.answer).toMatch(words)
  })

  test.each(['../secret.json', '/etc/hostname', 'out/../../secret.json'])(
    '[C-15] %s is not read',
    async (file) => {
      const outside = (folder: string) =>
        writeFileSync(join(folder, '../secret.json'), JSON.stringify({ leaks: 1, runs: 1, at }))
      expect(await read(outside, file)).toMatchObject({
        verdict: 'inconclusive',
        answer: expect.stringContaining('is no file inside the workspace'),
      })
    },
  )
})
