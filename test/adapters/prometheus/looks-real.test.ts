import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, jest, test } from '@jest/globals'
import { findPrometheus } from '../../../sandbox/world/real/programs.ts'
import { startPrometheus } from '../../../sandbox/world/real/prometheus.ts'
import { nodeHttp } from '../../../src/adapters/http/node-http.ts'
import { prometheus } from '../../../src/adapters/prometheus/prometheus.ts'

// A real server is started, on a machine that others use too.
jest.setTimeout(60_000)

const root = mkdtempSync(join(tmpdir(), 'looks-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Whole seconds: an hour ago the stage began. */
const FROM = Math.floor(Date.now() / 1000) - 3600
/** Scrapes every 15 s, 5 s after the quarter of the minute, from two minutes before the stage to its fourth look. */
const SCRAPES = Array.from({ length: 24 }, (_, i) => i - 8)

type At = (scrape: number) => number | undefined

function series(name: string, labels: string, at: At): string[] {
  return SCRAPES.flatMap((k) => {
    const value = at(k)
    return value === undefined ? [] : [`${name}{${labels}} ${value} ${FROM + 15 * k + 5}`]
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
].flat()

test('a real Prometheus: looks are whole requests that add up, whatever was restarted, new, or not scraped for a while', async () => {
  const program = findPrometheus()
  if (program === undefined) return
  const file = join(root, 'samples')
  writeFileSync(file, `${SAMPLES.join('\n')}\n# EOF\n`)
  const made = spawnSync('promtool', [
    ...['tsdb', 'create-blocks-from', 'openmetrics', file, join(root, 'data')],
  ])
  expect([made.status, made.stderr.toString()]).toEqual([0, ''])
  const server = await startPrometheus(program, { slots: {}, directory: root })
  try {
    const config = {
      ...({ provider: 'prometheus', url: server.url } as const),
      'requests-metric': 'http_requests_total',
      'duration-metric': 'http_request_duration_seconds',
    }
    const http = nodeHttp({ timeoutMs: 5000, maxBytes: 100_000 }, () => {})
    const metrics = [
      { name: 'errors', kind: 'errors', query: null },
      { name: 'latency', kind: 'latency', query: null },
      { name: 'lag', kind: 'lag', query: 'max(lag{version="{version}"})' },
    ] as const
    const looks = await prometheus(config, http).comparable?.looks(metrics, {
      ...{ baseline: '1.0.0', canary: '1.1.0', look: 60_000, looks: 4 },
      ...{ from: new Date(FROM * 1000), to: new Date() },
    })
    const of = (i: number) => looks?.map((look) => look.metrics[i]?.canary)
    expect(of(0)).toEqual([
      { bad: 0, total: 40 + 40 + 20 },
      { bad: 3, total: 40 + 40 + 37 + 3 },
      { bad: 0, total: 40 + 30 + 100 + 40 },
      { bad: 0, total: 40 + 40 + 40 + 40 },
    ])
    expect(of(1)).toEqual(Array(4).fill({ buckets: [24, 12, 4] }))
    expect(of(2)).toEqual([11, 15, 19, 23].map((lag) => ({ values: [lag] })))
    expect(looks?.flatMap((look) => look.metrics.map(({ baseline }) => baseline))).toEqual(
      Array(12).fill(null),
    )
  } finally {
    await server.close()
  }
})
