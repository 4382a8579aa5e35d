import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import { findPrometheus, findVictoriaMetrics } from '../../../sandbox/world/real/programs.ts'
import { startPrometheus } from '../../../sandbox/world/real/prometheus.ts'
import { startVictoriaMetrics } from '../../../sandbox/world/real/victoria-metrics.ts'
import { json, serve } from '../../actions/server.ts'
import { connect, look, objectiveOf, SECRET } from './rig.ts'

const MINUTE = 60_000
const now = new Date(Math.floor(Date.now() / 1000) * 1000)
const window = { version: '1.2.0', from: new Date(now.getTime() - 8 * MINUTE), to: now }

interface Backend {
  readonly url: string
  close(): Promise<void>
}

/** One sample a minute of ten minutes until now: requests and errors that grow, and a lag. */
function samples(time: (ms: number) => string): string[] {
  const minutes = Array.from({ length: 11 }, (_, i) => i)
  const series = (name: string, value: (minute: number) => number) =>
    minutes.map((m) => `${name} ${value(m)} ${time(now.getTime() - (10 - m) * MINUTE)}`)
  const request = (code: number) => `http_requests_total{version="1.2.0",code="${code}"}`
  return [
    '# TYPE http_requests counter',
    ...series(request(200), (m) => 100 * m),
    ...series(request(500), (m) => 5 * m),
    '# TYPE lag gauge',
    ...series('lag{version="1.2.0"}', () => 7),
  ]
}

async function realPrometheus(directory: string): Promise<Backend> {
  const program = findPrometheus()
  if (program === undefined) return imitated(400)
  const file = join(directory, 'samples.txt')
  mkdirSync(join(directory, 'data'))
  writeFileSync(file, [...samples((ms) => String(ms / 1000)), '# EOF', ''].join('\n'))
  const blocks = ['tsdb', 'create-blocks-from', 'openmetrics', file, join(directory, 'data')]
  await promisify(execFile)(join(program.path, '../promtool'), blocks)
  return startPrometheus(program, { slots: {}, directory })
}

async function realVictoriaMetrics(directory: string): Promise<Backend> {
  const program = findVictoriaMetrics()
  if (program === undefined) return imitated(422)
  const login = { username: 'me', password: SECRET }
  const server = await startVictoriaMetrics(program, { directory, login })
  const authorization = `Basic ${Buffer.from(`me:${SECRET}`).toString('base64')}`
  const ask = (path: string, body?: string) =>
    fetch(`${server.url}${path}`, {
      headers: { authorization },
      ...(body === undefined ? {} : { method: 'POST', body }),
    })
  await ask('/api/v1/import/prometheus', `${samples(String).join('\n')}\n`)
  await ask('/internal/force_flush')
  return server
}

/** What the imitation answers, by a part of the query. */
const KNOWN: readonly (readonly [part: string, values: readonly string[]])[] = [
  ['none', []],
  ['/ 0', ['NaN']],
  ['max', ['7']],
  ['"5..', ['40']],
  ['', ['840']],
]

/** Where neither is installed: their answers to the questions below. */
async function imitated(parseError: number): Promise<Backend> {
  const right = `Basic ${Buffer.from(`me:${SECRET}`).toString('base64')}`
  const server = await serve(({ url, headers }, response) => {
    if (headers.authorization !== right) return json(response, {}, 401)
    const query = new URLSearchParams(url.split('?')[1]).get('query') ?? ''
    if (query.startsWith('sum(lag'))
      return json(response, { status: 'error', error: 'parse error' }, parseError)
    const [, values = []] = KNOWN.find(([part]) => query.includes(part)) ?? []
    const result = values.map((value) => ({ metric: {}, value: [now.getTime() / 1000, value] }))
    return json(response, { status: 'success', data: { resultType: 'vector', result } })
  })
  return { url: server.url, close: async () => server[Symbol.asyncDispose]() }
}

test.each([
  ['Prometheus', realPrometheus, 'Prometheus answered 400: '],
  ['VictoriaMetrics', realVictoriaMetrics, 'Prometheus answered 422: '],
] as const)('a real %s answers as the source takes it', async (_name, start, refusal) => {
  const directory = mkdtempSync(join(tmpdir(), 'promql-'))
  const server = await start(directory)
  try {
    const config = { provider: 'prometheus', url: server.url, username: 'me', password: 'PASSWORD' }
    const asked = (query: string | null, more: object = {}) => {
      const connected = connect(config, { origins: [server.url], now })
      return look(connected, objectiveOf({ query, ...more }), window)
    }
    const rate = await asked(null, { metric: 'error-rate', unit: 'ratio', limit: 0.1 })
    expect(rate.verdict).toBe('pass')
    expect(rate.value).toBeCloseTo(5 / 105, 3)
    expect(rate.samples).toBeGreaterThan(700)
    const throughput = await asked(null, { metric: 'throughput', direction: 'at-least', limit: 1 })
    expect(throughput.verdict).toBe('pass')
    // 105 a minute.
    expect(throughput.value).toBeGreaterThan(1.5)
    expect(throughput.value).toBeLessThan(2)
    const lag = await asked('max(max_over_time(lag{version="{version}"}[{window}]))')
    expect(lag).toMatchObject({ verdict: 'pass', value: 7 })
    expect(await asked('max(lag{version="none"})')).toMatchObject({ verdict: 'inconclusive' })
    expect(await asked('max(lag) * 0 / 0')).toMatchObject({ verdict: 'inconclusive' })
    const wrong = await asked('sum(lag{version="{version}"}')
    expect(wrong.verdict).toBe('inconclusive')
    expect(wrong.answer).toContain(refusal)
  } finally {
    await server.close()
    rmSync(directory, { recursive: true, force: true })
  }
})

test('a VictoriaMetrics that asks for a password is not one that is down', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'promql-'))
  const server = await realVictoriaMetrics(directory)
  try {
    const config = { provider: 'prometheus', url: server.url, username: 'me', password: 'PASSWORD' }
    const options = { origins: [server.url], secrets: { PASSWORD: 'wrong-password' }, now }
    const evidence = await look(
      connect(config, options),
      objectiveOf({ query: 'max(lag)' }),
      window,
    )
    expect(evidence.verdict).toBe('inconclusive')
    expect(evidence.answer).toContain('Prometheus answered 401')
    expect(evidence.answer).toContain('Check its secret')
  } finally {
    await server.close()
    rmSync(directory, { recursive: true, force: true })
  }
})
