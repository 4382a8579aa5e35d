/** The objectives of an example's config, looked at as a stage does, with a Prometheus whose series the test names. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startSentry } from '../../sandbox/world/sentry/sentry.ts'
import { nodeHttp } from '../../src/adapters/http/node-http.ts'
import { sourceOf } from '../../src/adapters/metrics.ts'
import { prometheus } from '../../src/adapters/prometheus/prometheus.ts'
import { bySource } from '../../src/adapters/sources/by-source.ts'
import { observe } from '../../src/app/observe.ts'
import { loadConfig } from '../../src/domain/config/load.ts'
import { toObjective } from '../../src/domain/config/objective.ts'
import { breachOf } from '../../src/domain/rollout/judge-stage.ts'
import type { Plan } from '../../src/domain/rollout/plan.ts'
import { toBeTold, weigh } from '../../src/domain/rollout/weigh.ts'
import type { Metrics } from '../../src/ports/metrics.ts'
import { json, serve } from '../actions/server.ts'

const NOW = 1_800_000_000_000

/** What one version has in the window: a value by the metric that a query names. */
export type Series = Readonly<Record<string, number>>

const configOf = (example: string) => {
  const path = join(import.meta.dirname, '../../examples', example, '.github/release-actions.yml')
  return loadConfig(readFileSync(path, 'utf8'), '')
}

/** The plan of an example's canary, as far as judging goes by it. */
export function planOf(example: string): Plan {
  const { objectives } = configOf(example)
  return {
    ...{ schema: 1, product: 'shop', channel: 'stable', version: '1.1.0', baseline: '1.0.0' },
    ...{ commit: 'c'.repeat(40), strategy: 'canary', profile: '', interval: 30_000 },
    stages: [{ weight: 10, bake: 900_000, minRequests: 0 }],
    objectives: objectives === 'none' ? [] : objectives.map(toObjective),
    ...{ artefacts: [], desktopRolloutPercentage: 100 },
  }
}

/** Clients of the new version, as Sentry has them. */
export interface Clients {
  readonly users: number
  readonly crashedUsers: number
  /** Events `TOB_PARSE_ERROR`. */
  readonly errors: number
}

/** One look at the end of a stage, and what it leads to. @param clients Asked where the example has a Sentry. */
export async function lookAt(
  example: string,
  candidate: Series,
  baseline: Series,
  clients?: Clients,
) {
  const plan = planOf(example)
  await using server = await serve(({ url }, response) => {
    const query = new URLSearchParams(url.split('?')[1]).get('query') ?? ''
    const series = query.includes('version="1.0.0"') ? baseline : candidate
    json(response, { status: 'success', data: answer(query, series) })
  })
  const { metrics } = configOf(example)
  if (metrics?.provider !== 'prometheus') throw new Error(`${example} has no Prometheus`)
  const http = nodeHttp({ timeoutMs: 2000, maxBytes: 100_000 }, () => {})
  const hosts = prometheus({ ...metrics, url: server.url }, http)
  await using crashes = await sentryOf(example, clients)
  const look = { from: new Date(NOW - 900_000), to: new Date(NOW), version: plan.version }
  const evidence = await observe(
    plan.objectives,
    { ...look, baseline: plan.baseline, step: plan.interval, length: 900_000 },
    bySource(hosts, crashes.named),
  )
  const verdict = weigh(evidence, plan)
  const told = toBeTold(evidence, plan).map(({ name }) => name)
  return { plan, evidence, verdict, breach: breachOf(verdict, plan), told }
}

/** The sources of an example that is a Sentry, with these clients. */
async function sentryOf(example: string, clients: Clients | undefined) {
  const { sources = {}, product } = configOf(example)
  const sentry = await startSentry({ projects: [product], now: () => new Date(NOW) })
  const release = `${product}@1.1.0`
  if (clients !== undefined) {
    const { users, crashedUsers, errors } = clients
    sentry.setSessions(release, { total: users, crashed: crashedUsers, users, crashedUsers })
    sentry.addEvents({ release, message: 'TOB_PARSE_ERROR in a.wzp', count: errors })
  }
  const clock = { now: () => new Date(NOW), sleep: async () => undefined }
  const ports = {
    ...{ http: nodeHttp({ timeoutMs: 2000, maxBytes: 1_000_000 }, () => {}), clock, product },
    secrets: { SENTRY_AUTH_TOKEN: sentry.token },
    slotOf: async () => undefined,
    files: { read: () => Promise.reject(new Error('no file is read')) },
    github: () => Promise.reject(new Error('GitHub is not asked')),
  }
  const named: Record<string, Metrics> = {}
  for (const [name, source] of Object.entries(sources))
    if (source.provider === 'sentry-health')
      named[name] = sourceOf(name, { ...source, url: sentry.url }, ports)
  return { named, [Symbol.asyncDispose]: () => sentry.close() }
}

function answer(query: string, series: Series) {
  const point = (value: number, metric = {}) => ({ metric, value: [NOW / 1000, String(value)] })
  const { requests = 0, slow = 0 } = series
  if (query.includes('by (le)')) {
    // All but `slow` of 1 are below 100 ms, the rest is spread up to ten seconds.
    const fast = requests * (1 - slow)
    const result = [point(fast, { le: '0.1' }), point(requests, { le: '10' })]
    return { resultType: 'vector', result: [...result, point(requests, { le: '+Inf' })] }
  }
  const value = valueOfQuery(query, series)
  return { resultType: 'vector', result: value === undefined ? [] : [point(value)] }
}

function valueOfQuery(query: string, series: Series): number | undefined {
  if (query.includes('timestamp(')) return NOW / 1000 - 15
  if (query.includes('code=~"5..')) return series.errors
  if (query.includes('code=~')) return series.requests
  const names = Object.keys(series).filter((name) => query.includes(name))
  const [first = '', second] = names.sort((a, b) => query.indexOf(a) - query.indexOf(b))
  if (second === undefined) return series[first]
  return (series[first] ?? 0) / (series[second] ?? 0)
}
