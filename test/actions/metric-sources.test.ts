import { expect, test } from '@jest/globals'
import { fakeGitHub } from './fake-github.ts'
import { runAction } from './run-action.ts'
import { type Answer, json, type Server, serve } from './server.ts'

const TOKEN = 'the-token-of-the-kpis'

const config = (service: Server) => `product: checkout
sources:
  kpis:
    provider: http-json
    url: ${service.url}
    token: KPI_TOKEN
    values:
      lag: {path: /kpis, value: /lag, unit: count}
      cause: {path: /cause, value: /lag, unit: count}
  crashes: {provider: sentry-health, url: '${service.url}', organization: acme, projects: [web]}
objectives:
  - {name: lag, metric: custom, source: kpis, query: lag, unit: count, limit: '1000', min-samples: 1}
  - {name: crashes, metric: custom, source: crashes, query: crashed-users, unit: ratio, limit: 2%}
allow-private: ['${service.url}']
`

/** Key figures, and a Sentry in which nobody crashed. */
const service =
  (lag: number, freeUsers = 1): Answer =>
  ({ url, headers }, response) => {
    const [path = '', query] = url.split('?')
    const isKpi = path === '/kpis'
    const right = isKpi ? TOKEN : 'a-token-of-sentry'
    if (headers.authorization !== `Bearer ${right}`) return json(response, { got: headers }, 401)
    if (isKpi) return json(response, { lag })
    if (path.includes('/projects/')) return json(response, { id: '7', slug: 'web' })
    const totals = {
      'sum(session)': 900,
      'count_unique(user)': 800,
      'crash_free_rate(session)': 1,
      'crash_free_rate(user)': freeUsers,
    }
    const start = new URLSearchParams(query).get('start')
    const group = { by: { release: 'checkout@1.2.0' }, totals, series: { 'sum(session)': [900] } }
    return json(response, { start, intervals: [start], groups: [group] })
  }

const inputs = {
  version: '1.2.0',
  subject: 'new',
  window: '2h',
  'sentry-auth-token': 'a-token-of-sentry',
  'metric-secrets': `KPI_TOKEN=${TOKEN}\n`,
}

async function gate(answer: Answer, more: Readonly<Record<string, string>> = {}) {
  await using server = await serve(answer)
  await using github = await fakeGitHub(config(server))
  const run = await runAction('observability-gate', {
    github: github.url,
    inputs: { ...inputs, ...more },
  })
  return { ...run, seen: [...server.seen] }
}

test('objectives are read from the sources that they name, with the secrets by their names', async () => {
  const good = await gate(service(12))
  expect([good.exit, good.outputs.verdict]).toEqual([0, 'pass'])
  const evidence = JSON.parse(good.outputs.evidence ?? '[]')
  expect(evidence).toMatchObject([
    { name: 'lag', verdict: 'pass', value: 12 },
    { name: 'crashes', verdict: 'pass', value: 0, samples: 800 },
  ])
  const lagging = await gate(service(1001))
  expect([lagging.exit, lagging.outputs.verdict]).toEqual([1, 'fail'])
  expect(lagging.outputs.reason).toContain('lag: 1001, wanted at most 1000')
  const crashing = await gate(service(12, 0.97))
  expect(crashing.outputs.reason).toContain('crashes: 3 %')
})

test('the value of a secret is hidden, and what a server says back does not hold it', async () => {
  const refused = await gate(service(12), { 'metric-secrets': 'KPI_TOKEN=another-token-of-kpis' })
  expect(refused.outputs.verdict).toBe('inconclusive')
  expect(refused.outputs.reason).toMatch(/lag: 127.0.0.1:\d+ answered 401/)
  const told = JSON.stringify([refused.outputs, refused.summary])
  expect(told).not.toContain('another-token-of-kpis')
  const lines = refused.log.split('\n').filter((line) => line.includes('another-token-of-kpis'))
  expect(lines.every((line) => line.startsWith('::add-mask::'))).toBe(true)
  expect(lines.length).toBeGreaterThan(0)
})

test('without its secret a source is not asked, and the others are', async () => {
  const { outputs, seen } = await gate(service(12), { 'metric-secrets': '' })
  expect(outputs.verdict).toBe('inconclusive')
  expect(outputs.reason).toContain(
    'the source kpis needs the secret KPI_TOKEN, and METRIC_SECRETS has none of that name',
  )
  expect(JSON.parse(outputs.evidence ?? '[]')).toMatchObject([{}, { verdict: 'pass' }])
  expect(seen.some(({ url }) => url === '/kpis')).toBe(false)
})

test('what is no list of secrets is refused without a word of it', async () => {
  const run = await gate(service(12), { 'metric-secrets': 'hush-hush-hush' })
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(run.outputs.reason).toContain('input metric-secrets: line 1 must be NAME=value')
  expect(JSON.stringify([run.outputs, run.log])).not.toContain('hush')
  expect(run.seen).toEqual([])
})
