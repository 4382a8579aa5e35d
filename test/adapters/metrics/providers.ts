import { type Answer, json } from '../../actions/server.ts'
import type { Provider } from './behaviour.ts'
import { NOW, objectiveOf } from './rig.ts'

const at = (ms: number) => NOW.getTime() / 1000 + ms / 1000
const YEAR_MS = 365 * 86_400_000

type Result = readonly { readonly value: string; readonly time?: number }[]

/** An answer of Prometheus or Loki, of these values. */
function vector(result: Result): Answer {
  const all = result.map(({ value, time = at(0) }) => ({ metric: {}, value: [time, value] }))
  return (_, response) =>
    json(response, { status: 'success', data: { resultType: 'vector', result: all } })
}

const nothingIn = {
  'an empty answer': vector([]),
  NaN: vector([{ value: 'NaN' }]),
  'plus infinity': vector([{ value: '+Inf' }]),
  'several series': vector([{ value: '1' }, { value: '2' }]),
  'a warning': (_: unknown, response: Parameters<Answer>[1]) =>
    json(response, {
      ...{ status: 'success', warnings: ['a store is down'] },
      data: { resultType: 'vector', result: [] },
    }),
}

export const prometheus: Provider = {
  name: 'prometheus',
  config: (url) => ({
    ...{ provider: 'prometheus', url, username: 'me', password: 'PROM_PASSWORD' },
    headers: { 'X-Scope-OrgID': 'team-a' },
  }),
  objective: objectiveOf({ query: 'max(lag{version="{version}"})' }),
  good: vector([{ value: '7' }]),
  value: 7,
  nothing: {
    ...nothingIn,
    'isPartial of VictoriaMetrics': (_, response) =>
      json(response, {
        ...{ status: 'success', isPartial: true },
        data: { resultType: 'vector', result: [{ metric: {}, value: [at(0), '7'] }] },
      }),
  },
  skewed: vector([{ value: '7', time: at(-YEAR_MS) }]),
}

export const loki: Provider = {
  name: 'loki',
  config: (url) => ({
    ...{ provider: 'loki', url, token: 'LOKI_TOKEN', tenant: 'team-a' },
    lines: '{app="web", version="{version}"}',
  }),
  objective: objectiveOf({ query: 'sum(count_over_time({version="{version}"}[{window}]))' }),
  good: vector([{ value: '7' }]),
  value: 7,
  nothing: nothingIn,
  skewed: vector([{ value: '7', time: at(-YEAR_MS) }]),
}

const document = (value: unknown): Answer => {
  return (_, response) => json(response, value)
}

export const httpJson: Provider = {
  name: 'http-json',
  config: (url) => ({
    ...{ provider: 'http-json', url, 'secret-headers': { Authorization: 'KPI_TOKEN' } },
    values: {
      lag: {
        ...{ path: '/kpis?metric=consumer_lag', value: '/lag/0/now', unit: 'count' },
        ...{ samples: '/seen', time: '/at' },
      },
    },
  }),
  objective: objectiveOf({ query: 'lag' }),
  good: document({ lag: [{ now: 7 }], seen: 100, at: NOW.toISOString() }),
  value: 7,
  nothing: {
    null: document({ lag: [{ now: null }], seen: 100, at: NOW.toISOString() }),
    'a word': document({ lag: [{ now: 'NaN' }], seen: 100, at: NOW.toISOString() }),
    'no samples': document({ lag: [{ now: 7 }], seen: 0, at: NOW.toISOString() }),
    'less than nothing': document({ lag: [{ now: -1 }], seen: 100, at: NOW.toISOString() }),
    'an empty list': document({ lag: [], seen: 100, at: NOW.toISOString() }),
  },
  skewed: document({ lag: [{ now: 7 }], seen: 100, at: at(YEAR_MS) }),
}
