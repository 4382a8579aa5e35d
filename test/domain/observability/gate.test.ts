import { expect, test } from '@jest/globals'
import { loadConfig } from '../../../src/domain/config/load.ts'
import { isEnforced } from '../../../src/domain/observability/enforcement.ts'
import {
  type GateRequest,
  metricsAt,
  planGate,
  unusedInputs,
} from '../../../src/domain/observability/gate.ts'

const request: GateRequest = {
  version: 'v1.2.0-beta.1',
  channel: undefined,
  enforce: undefined,
  subject: 'serving',
  baseline: undefined,
  windowMs: 1000,
  errorRate: undefined,
  responseTime: undefined,
  successRate: undefined,
  sentryOrganization: undefined,
  sentryProject: undefined,
  sentryRelease: undefined,
}

const config = (more: string) => loadConfig(`product: shop\n${more}`, '')
const OBJECTIVES = `objectives:
  - {name: errors, metric: error-rate, unit: ratio, limit: 1%}
  - {name: lag, metric: custom, query: 'lag{version="{version}"}', unit: count, limit: '1000'}
`

test('stable is enforced unless the config says otherwise; given channels beat both', () => {
  const off = { 'enforce-observability': false }
  const on = { 'enforce-observability': true }
  expect([
    isEnforced('stable', {}, undefined),
    isEnforced('beta', {}, undefined),
    isEnforced('beta', { beta: on }, undefined),
    isEnforced('stable', { stable: off }, undefined),
    isEnforced('stable', { stable: on }, ['beta']),
    isEnforced('beta', {}, ['beta']),
  ]).toEqual([true, false, true, false, false, true])
})

test('the channel comes from the version unless it is given', () => {
  const plain = planGate(request, config('objectives: none\n'))
  expect(plain).toMatchObject({ version: '1.2.0-beta.1', channel: 'beta', sentry: undefined })
  expect(planGate({ ...request, channel: 'edge' }, config('objectives: none\n')).channel).toBe(
    'edge',
  )
})

test('a limit given by hand replaces those of its metric and stands alone where there is none', () => {
  const plan = planGate({ ...request, errorRate: 5, responseTime: 2000 }, config(OBJECTIVES))
  expect(plan.objectives).toMatchObject([
    { name: 'errors', limit: 0.05 },
    { name: 'lag', limit: 1000 },
    { name: 'latency-p95', metric: 'latency-p95', limit: 2000, minSamples: 50 },
  ])
})

test('a limit given by hand has a name of its own beside an objective that has its metric for a name', () => {
  const named = `objectives:
  - {name: error-rate, metric: custom, query: 'errors{version="{version}"}', unit: count, limit: '10', on-breach: notify}
`
  const { objectives } = planGate({ ...request, errorRate: 5 }, config(named))
  expect(objectives).toMatchObject([
    { name: 'error-rate', metric: 'custom', limit: 10, onBreach: 'notify' },
    { name: 'error-rate-by-input', metric: 'error-rate', limit: 0.05, onBreach: 'rollback' },
  ])
})

test('only a Sentry that the config names is asked; what it leaves open comes from the inputs', () => {
  const given = { ...request, sentryOrganization: 'acme', sentryProject: 'shop' }
  const asked = (section: string, more: Partial<GateRequest> = {}) =>
    planGate({ ...given, ...more }, config(`objectives: none\n${section}`)).sentry
  const base = { url: 'https://sentry.io', release: 'shop@1.2.0-beta.1', finalized: true }
  expect(asked('')).toBeUndefined()
  expect(asked('sentry: {}\n')).toEqual({ ...base, organization: 'acme', project: 'shop' })
  expect(asked('sentry: {organization: a, project: web}\n')).toEqual({
    ...{ ...base, organization: 'a', project: 'web' },
  })
  expect(asked('sentry: {}\n', { sentryProject: undefined })).toMatchObject({
    organization: 'acme',
    project: undefined,
  })
  const named = asked('sentry: {}\n', { sentryRelease: '{product}-{version}' })
  expect(named?.release).toBe('shop-1.2.0-beta.1')
})

test('what is measured: the release itself, the given version, or whatever serves', () => {
  const measured = (more: Partial<GateRequest>) =>
    planGate({ ...request, ...more }, config(OBJECTIVES)).measured
  expect([measured({}), measured({ baseline: '1.1.0' }), measured({ subject: 'new' })]).toEqual([
    undefined,
    '1.1.0',
    '1.2.0-beta.1',
  ])
})

test('an address from outside serves a Prometheus that the config names without one, and nothing else', () => {
  const metricsOf = (section: string) => config(`objectives: none\n${section}`).metrics
  const open = metricsOf('metrics: {provider: prometheus, requests-metric: hits}\n')
  expect(metricsAt(open, 'https://b.example')).toMatchObject({
    url: 'https://b.example',
    'requests-metric': 'hits',
  })
  expect(metricsAt(open, undefined)).toBe(open)
  for (const section of ['', 'metrics: {provider: prober}\n', AT_A]) {
    const metrics = metricsOf(section)
    expect(metricsAt(metrics, 'https://b.example')).toBe(metrics)
  }
})

const AT_A = 'metrics: {provider: prometheus, url: "https://a.example"}\n'

test('what is given for nothing is named', () => {
  const given = { 'prometheus-url': 'https://b.example', 'sentry-org': 'acme' }
  const unused = (more: string) => unusedInputs(given, config(`objectives: none\n${more}`))
  expect(unused('')).toEqual(['prometheus-url', 'sentry-org'])
  expect(unused(`${AT_A}sentry: {project: web}\n`)).toEqual(['prometheus-url'])
  expect(unused('metrics: {provider: prometheus}\nsentry: {organization: a}\n')).toEqual([
    'sentry-org',
  ])
})

test('a tag is read by the prefix of the product', () => {
  const edge = config("objectives: none\ntag-prefix: 'edge/v'\n")
  const version = (text: string) => planGate({ ...request, version: text }, edge).version
  expect([version('edge/v1.2.0'), version('v1.2.0'), version('1.2.0')]).toEqual(
    Array(3).fill('1.2.0'),
  )
  expect(() => version('cloud/v1.2.0')).toThrow('input version: must be a version such as 1.4.0')
  const measured = planGate({ ...request, baseline: 'edge/v1.1.0' }, edge).measured
  expect(measured).toBe('1.1.0')
})
