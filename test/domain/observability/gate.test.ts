import { expect, test } from '@jest/globals'
import { loadConfig } from '../../../src/domain/config/load.ts'
import { isEnforced } from '../../../src/domain/observability/enforcement.ts'
import { type GateRequest, metricsAt, planGate } from '../../../src/domain/observability/gate.ts'

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

test('organisation and project may come from both sides, one alone asks nothing', () => {
  const half = { ...request, sentryOrganization: 'acme' }
  expect(planGate(half, config('objectives: none\n')).sentry).toBeUndefined()
  const named = config('objectives: none\nsentry: {organization: a, project: web}\n')
  expect(planGate({ ...half, sentryRelease: '{product}-{version}' }, named).sentry).toEqual({
    url: 'https://sentry.io',
    organization: 'acme',
    project: 'web',
    release: 'shop-1.2.0-beta.1',
  })
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

test('another address keeps the metric names, and makes any source Prometheus', () => {
  const named = config(
    'objectives: none\nmetrics: {provider: prometheus, url: "https://a.example", requests-metric: hits}\n',
  )
  expect(metricsAt(named.metrics, 'https://b.example')).toMatchObject({
    url: 'https://b.example',
    'requests-metric': 'hits',
  })
  expect(
    metricsAt(
      {
        ...named.metrics,
        provider: 'prober',
        method: 'GET',
        path: '/',
        headers: {},
        'requests-per-look': 1,
      },
      'https://b.example',
    ),
  ).toMatchObject({
    provider: 'prometheus',
    'requests-metric': 'http_requests_total',
  })
  expect(metricsAt(named.metrics, undefined)).toBe(named.metrics)
})
