import { expect, test } from '@jest/globals'
import { loadConfig } from '../../../src/domain/config/load.ts'
import { neededSecrets } from '../../../src/domain/config/needed-secrets.ts'
import { toObjective } from '../../../src/domain/config/objective.ts'

const SOURCES = `sources:
  kpis:
    provider: http-json
    url: https://erp.example
    token: KPI_TOKEN
    values: { lag: { path: /kpis, value: /lag, unit: count } }
  crashes: { provider: sentry-health, organization: acme, projects: [web] }
  logs: { provider: loki, url: https://loki.example, lines: '{version="{version}"}' }
  repo: { provider: github, values: { open: { kind: open-issues, labels: [incident] } } }
`
const objective = (text: string) =>
  `objectives: [{name: it, metric: custom, unit: count, limit: '1', ${text}}]\n`
const load = (sources: string, objectives: string, profile = '') =>
  loadConfig(`product: shop\n${sources}${objectives}`, profile)

test('an objective names its source, and the plan holds the name', () => {
  const { objectives } = load(SOURCES, objective('source: kpis, query: lag'))
  const [first] = objectives === 'none' ? [] : objectives
  expect(first && toObjective(first)).toMatchObject({ source: 'kpis', query: 'lag' })
  const plain = load(SOURCES, objective('query: up')).objectives
  const [without] = plain === 'none' ? [] : plain
  expect(without && Object.keys(toObjective(without))).not.toContain('source')
})

test.each([
  ['source: nobody, query: lag', 'objectives.0.source: is no source of the config'],
  [
    'source: kpis, query: other',
    'objectives.0.query: must name one of the values of the source: lag',
  ],
  ['source: repo, query: constructor', 'must name one of the values'],
  ['source: crashes, query: crashes', 'objectives.0.query: must be crash-free-sessions'],
  ['source: crashes, query: crashed-users', 'objectives.0.unit: must be ratio for crashed-users'],
])('an objective with %s is refused', (text, problem) => {
  expect(() => load(SOURCES, objective(text))).toThrow(problem)
})

test('the prober does not know what throughput users make', () => {
  const probe = SOURCES.replace('sources:', 'sources:\n  probe: { provider: prober }')
  const of = (metric: string, unit: string, limit: string) =>
    `objectives: [{name: it, metric: ${metric}, unit: ${unit}, limit: ${limit}, source: probe}]\n`
  expect(load(probe, of('error-rate', 'ratio', '1%')).sources).toHaveProperty('probe')
  expect(() => load(probe, of('throughput', 'count', "'5'"))).toThrow(
    'objectives.0.metric: is known to Prometheus',
  )
})

test('Loki needs a query, but for its error rate', () => {
  const of = (metric: string) =>
    `objectives: [{name: it, metric: ${metric}, unit: ratio, limit: 1%, source: logs}]\n`
  expect(load(SOURCES, of('error-rate')).sources).toBeDefined()
  expect(() => load(SOURCES, of('latency-p95'))).toThrow('Loki knows the metric error-rate only')
})

const source = (text: string) => `sources: { it: { provider: ${text} } }\n`
const NONE = 'objectives: none\n'
const VALUES = 'values: { a: { path: /a, value: /a, unit: count } }'

test.each([
  [`http-json, url: 'https://u:p@a.example', ${VALUES}`, 'without credentials'],
  [`http-json, url: https://a.example, token: hush, ${VALUES}`, 'must be the name of a secret'],
  [
    `http-json, url: https://a.example, headers: { Authorization: hush }, ${VALUES}`,
    'secret-headers',
  ],
  [
    `http-json, url: https://a.example, headers: { x-auth-token: hush }, ${VALUES}`,
    'secret-headers',
  ],
  [`http-json, url: https://a.example, headers: { a: "b\\r\\nc" }, ${VALUES}`, 'one line'],
  [
    `http-json, url: https://a.example, token: A, username: b, password: C, ${VALUES}`,
    'one way in',
  ],
  [`http-json, url: https://a.example, username: b, ${VALUES}`, 'one way in'],
  ['http-json, url: https://a.example, values: {}', 'must name one value at least'],
  [
    'http-json, url: https://a.example, values: { a: { path: //b, value: /a, unit: count } }',
    'one slash',
  ],
  [
    'http-json, url: https://a.example, values: { a: { path: /b, value: a, unit: count } }',
    'JSON pointer',
  ],
  ['http-json, url: https://a.example, values: { a: { path: /b, value: /a } }', 'unit'],
  ['loki, url: https://a.example', 'lines'],
  ['cloudwatch, region: nowhere, values: {}', 'must be a region'],
  ['github, repository: a, values: {}', 'must be owner/name'],
  ['graphite, url: https://a.example', 'provider'],
])('the source {provider: %s} is refused', (text, problem) => {
  expect(() => load(source(text), NONE)).toThrow(problem)
})

test('the secrets of the sources are needed under one name, the job token under none', () => {
  const needed = (text: string) => neededSecrets(load(text, NONE)).gates
  expect(needed(SOURCES)).toEqual(['METRIC_SECRETS'])
  const open = source('github, values: { a: { kind: open-issues, labels: [a] } }')
  expect(needed(open)).toEqual([])
  expect(needed(source('prometheus'))).toEqual(['PROMETHEUS_URL'])
  expect(needed('metrics: { provider: prometheus, url: https://a.example, token: T }\n')).toEqual([
    'METRIC_SECRETS',
  ])
})

test('a profile changes one source, and leaves the others', () => {
  const profiles =
    'profiles: { staging: { sources: { kpis: { url: https://staging.example } } } }\n'
  const { sources } = load(SOURCES, `${profiles}${NONE}`, 'staging')
  expect(sources?.kpis).toMatchObject({ url: 'https://staging.example', token: 'KPI_TOKEN' })
  expect(sources?.crashes).toMatchObject({ provider: 'sentry-health' })
})
