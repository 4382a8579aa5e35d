import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, jest, test } from '@jest/globals'
import { findPrometheus, findVictoriaMetrics } from '../../../sandbox/world/real/programs.ts'
import { startPrometheus } from '../../../sandbox/world/real/prometheus.ts'
import {
  startVictoriaMetrics,
  type VictoriaMetricsOptions,
} from '../../../sandbox/world/real/victoria-metrics.ts'
import { nodeHttp } from '../../../src/adapters/http/node-http.ts'
import { prometheus } from '../../../src/adapters/prometheus/prometheus.ts'
import type { ComparedMetric } from '../../../src/domain/rollout/planned-comparison.ts'
import type { Groups } from '../../../src/ports/comparable.ts'

// A real server is started, on a machine that others use too.
jest.setTimeout(60_000)

const root = mkdtempSync(join(tmpdir(), 'looks-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Whole seconds, and no whole minute, to which a server might move the steps: two hours ago the stage began. */
const FROM = Math.floor(Date.now() / 60_000) * 60 + 17 - 7200
/** Scrapes every 15 s, 5 s after the quarter of the minute, from two minutes before the stage to its fourth look. */
const SCRAPES = Array.from({ length: 24 }, (_, i) => i - 8)

type At = (scrape: number) => number | undefined

/** One line for each scrape; its time is that of the second in which it was made. */
type Line = readonly [sample: string, seconds: number]

function series(name: string, labels: string, at: At, after = 5): Line[] {
  return SCRAPES.flatMap((k) => {
    const value = at(k)
    return value === undefined ? [] : [[`${name}{${labels}} ${value}`, FROM + 15 * k + after]]
  })
}

const requests = (instance: string, code: string, at: At) =>
  series('http_requests_total', `version="1.1.0",instance="${instance}",code="${code}"`, at)
const buckets = (le: string, each: number) =>
  series(
    'http_request_duration_seconds_bucket',
    `version="1.1.0",le="${le}"`,
    (k) => each * (k + 8),
  )

const SAMPLES = [
  requests('steady', '200', (k) => 1000 + 10 * (k + 8)),
  // Started anew in the third look: what it had counted since the last scrape before is lost.
  requests('restarted', '200', (k) => (k > 8 ? 10 * (k - 8) : 5000 + 10 * (k + 8))),
  // Not scraped for two minutes: nothing is lost, and its history is no growth.
  requests('unseen', '200', (k) => (k > 1 && k < 10 ? undefined : 900 + 10 * (k + 8))),
  requests('new', '200', (k) => (k < 5 ? undefined : 17 + 10 * (k - 5))),
  // The first errors of a version make the series that counts them.
  requests('steady', '503', (k) => (k < 6 ? undefined : 3)),
  ...[buckets('0.1', 6), buckets('1', 9), buckets('+Inf', 10)],
  series('lag', 'version="1.1.0"', (k) => k + 8),
  series('unread', 'version="1.1.0"', (k) => (k > 5 ? undefined : k + 8)),
  // Scraped in the very second in which a look ends.
  series('sessions_total', 'version="1.1.0"', (k) => 10 * (k + 8), 0),
  series('crashes_total', 'version="1.1.0"', (k) => (k < 6 ? 0 : 5)),
  // Two instances: one restarts twice in the second look, one is not scraped any more from the third look on.
  series('restarts_total', 'version="1.1.0",pod="a"', (k) => (k < 6 ? 1 : 3)),
  series('restarts_total', 'version="1.1.0",pod="b"', (k) => (k > 7 ? undefined : 0)),
].flat()

interface Backend {
  readonly url: string
  close(): Promise<void>
}

async function realPrometheus(lines: readonly Line[]): Promise<Backend | undefined> {
  const program = findPrometheus()
  if (program === undefined) return undefined
  const directory = mkdtempSync(join(root, 'prometheus-'))
  const file = join(directory, 'samples')
  writeFileSync(file, [...lines.map((line) => line.join(' ')), '# EOF', ''].join('\n'))
  const made = spawnSync('promtool', [
    ...['tsdb', 'create-blocks-from', 'openmetrics', file, join(directory, 'data')],
  ])
  expect([made.status, made.stderr.toString()]).toEqual([0, ''])
  return startPrometheus(program, { slots: {}, directory })
}

/** As it is installed, which keeps the newest samples back. */
async function realVictoriaMetrics(
  lines: readonly Line[],
  options: Partial<VictoriaMetricsOptions> = { latencyOffset: '30s' },
): Promise<Backend | undefined> {
  const program = findVictoriaMetrics()
  if (program === undefined) return undefined
  const directory = mkdtempSync(join(root, 'victoria-'))
  const server = await startVictoriaMetrics(program, { directory, ...options })
  const body = lines.map(([sample, seconds]) => `${sample} ${seconds * 1000}\n`).join('')
  await fetch(`${server.url}/api/v1/import/prometheus`, { method: 'POST', body })
  await fetch(`${server.url}/internal/force_flush`)
  return server
}

function read({ url }: Backend, metrics: readonly ComparedMetric[], more: Partial<Groups> = {}) {
  const config = {
    ...({ provider: 'prometheus', url } as const),
    'requests-metric': 'http_requests_total',
    'duration-metric': 'http_request_duration_seconds',
  }
  const http = nodeHttp({ timeoutMs: 5000, maxBytes: 100_000 }, () => {})
  return prometheus(config, http).comparable?.looks(metrics, {
    ...{ baseline: '1.0.0', canary: '1.1.0', look: 60_000, looks: 4 },
    ...{ from: new Date(FROM * 1000), to: new Date(), ...more },
  })
}

test.each([
  ['Prometheus', realPrometheus],
  ['VictoriaMetrics', realVictoriaMetrics],
] as const)(
  'a real %s: looks are whole numbers that add up, whatever was restarted, new, or not scraped for a while',
  async (_name, start) => {
    const server = await start(SAMPLES)
    if (server === undefined) return
    try {
      const metrics: readonly ComparedMetric[] = [
        { name: 'errors', kind: 'errors', query: null },
        { name: 'latency', kind: 'latency', query: null },
        { name: 'lag', kind: 'lag', query: 'max(lag{version="{version}"})' },
        {
          name: 'last',
          kind: 'lag',
          query: 'max(last_over_time(unread{version="{version}"}[{window}]))',
        },
        { name: 'restarts', kind: 'restarts', query: 'restarts_total{version="{version}"}' },
        { name: 'edge', kind: 'restarts', query: 'sessions_total{version="{version}"}' },
        {
          ...{ name: 'crashes', kind: 'sessions', query: 'crashes_total{version="{version}"}' },
          total: 'sessions_total{version="{version}"}',
        },
      ]
      const looks = await read(server, metrics)
      const of = (i: number) => looks?.map((look) => look.metrics[i]?.canary)
      expect(of(0)).toEqual([
        { bad: 0, total: 40 + 40 + 20 },
        { bad: 3, total: 40 + 40 + 37 + 3 },
        { bad: 0, total: 40 + 30 + 100 + 40 },
        { bad: 0, total: 40 + 40 + 40 + 40 },
      ])
      expect(of(1)).toEqual(Array(4).fill({ buckets: [24, 12, 4] }))
      expect(of(2)).toEqual([11, 15, 19, 23].map((lag) => ({ values: [lag] })))
      expect(of(3)).toEqual([{ values: [8 + 3] }, { values: [8 + 5] }, null, null])
      expect(of(4)).toEqual([
        { bad: 0, total: 2 },
        { bad: 2, total: 2 },
        { bad: 0, total: 2 },
        { bad: 0, total: 1 },
      ])
      expect(of(5)).toEqual([40, 40, 40, 30].map((bad) => ({ bad, total: 1 })))
      expect(of(6)).toEqual([
        ...[
          { bad: 0, total: 40 },
          { bad: 5, total: 40 },
        ],
        ...[
          { bad: 0, total: 40 },
          { bad: 0, total: 30 },
        ],
      ])
      expect(looks?.flatMap((look) => look.metrics.map(({ baseline }) => baseline))).toEqual(
        Array(28).fill(null),
      )
      // Asked alone, and among so many that a server would rather move the steps, each look is the same.
      expect(await read(server, metrics, { looks: 1 })).toEqual(looks?.slice(0, 1))
      const many = await read(server, metrics, { looks: 100 })
      expect(many).toHaveLength(100)
      expect(many?.slice(0, 4)).toEqual(looks)
    } finally {
      await server.close()
    }
  },
)

test.each([
  ['Prometheus', realPrometheus],
  ['VictoriaMetrics that shows samples after 30 s', realVictoriaMetrics],
  [
    'VictoriaMetrics that shows them at once',
    (lines: readonly Line[]) => realVictoriaMetrics(lines, {}),
  ],
] as const)(
  'a real %s: short looks that have only just ended are right, or not there yet',
  async (_name, start) => {
    const now = Math.floor(Date.now() / 1000)
    const from = now - 90
    // So many more requests in each look that none is like the one before.
    const lines = Array.from({ length: 121 }, (_, i): Line => {
      const count = i < 30 ? 0 : (i - 30) ** 2
      return [`http_requests_total{version="1.1.0",code="200"} ${count}`, from - 30 + i]
    })
    const server = await start(lines)
    if (server === undefined) return
    try {
      const looks = await read(server, [{ name: 'errors', kind: 'errors', query: null }], {
        ...{ from: new Date(from * 1000), to: new Date(now * 1000), look: 10_000, looks: 60 },
      })
      const right = Array.from({ length: 8 }, (_, i) => 100 * ((i + 1) ** 2 - i ** 2))
      const totals = looks?.map(({ metrics: [one] }) => one?.kind === 'errors' && one.canary?.total)
      expect(totals?.length).toBeGreaterThanOrEqual(5)
      expect(totals).toEqual(right.slice(0, totals?.length))
    } finally {
      await server.close()
    }
  },
)
