import type { Metrics as MetricsConfig } from '../../domain/config/objective.ts'
import { Failure } from '../../domain/failure.ts'
import { isUpperLimit, type Objective, THROUGHPUT } from '../../domain/judging/objective.ts'
import { type Bucket, bucketQuantile } from '../../domain/observability/quantile.ts'
import type { Http } from '../../ports/http.ts'
import type { Metrics, Reading, Window } from '../../ports/metrics.ts'
import { readSamples, type Sample } from './answer.ts'
import { prometheusLooks } from './looks.ts'
import { oneSeries } from './one-series.ts'
import {
  assertMetricName,
  atTime,
  bucketCounts,
  customQuery,
  newestSample,
  requestCount,
  type Scope,
} from './promql.ts'

/** The section of the config, with the address that was found for it. */
export type PrometheusConfig = Extract<MetricsConfig, { provider: 'prometheus' }> & {
  readonly url: string
}

/** The shortest window that is asked for: two scrapes a second apart. Fewer points show no growth at all. */
const SHORTEST_MS = 2000

type Ask = (query: string) => Promise<readonly Sample[]>

/**
 * The objectives' values from Prometheus, or from what speaks its API: instant queries at the end of the window. Two versions are compared by range
 * queries.
 */
export function prometheus(
  config: PrometheusConfig,
  http: Http,
  headers: Readonly<Record<string, string>> = {},
): Metrics {
  return {
    comparable: {
      looks: (metrics, groups) => prometheusLooks(metrics, groups, config, { http, headers }),
    },
    async read(objective, window) {
      assertMetricName(config['requests-metric'])
      assertMetricName(config['duration-metric'])
      const scope = scopeOf(window)
      const ask: Ask = async (query) => {
        const url = queryUrl(config.url, query, window.to)
        return readSamples(await http.send({ method: 'GET', url, headers }), window.to)
      }
      const reading = await readValue(objective, scope, config, ask)
      const { maxAge } = objective
      // Only who wants to know how old it is pays for the question.
      if (maxAge === undefined) return reading
      const query = newestSample(metricOf(objective, config), window.version, maxAge)
      const newest = oneSeries(await ask(query))
      return newest === undefined ? reading : { ...reading, at: newest * 1000 }
    },
  }
}

function readValue(
  objective: Objective,
  scope: Scope,
  config: PrometheusConfig,
  ask: Ask,
): Promise<Reading> {
  const { query, metric } = objective
  if (query !== null) return custom(query, scope, config, ask)
  if (metric === 'latency-p95') return latency(objective, scope, config, ask)
  if (metric === 'error-rate' || metric === 'success-rate')
    return shareOf(metric, scope, config, ask)
  if (metric === THROUGHPUT) return throughput(scope, config, ask)
  throw new Failure('bad-config', `Prometheus needs a query for the metric ${metric}`)
}

/** Whose samples tell how old a value is: a query of its own goes by the requests, as its number of samples does. */
function metricOf({ query, metric }: Objective, config: PrometheusConfig): string {
  const isLatency = query === null && metric === 'latency-p95'
  return isLatency ? `${config['duration-metric']}_bucket` : config['requests-metric']
}

function scopeOf({ version, from, to }: Window): Scope {
  return { version, windowMs: Math.max(SHORTEST_MS, to.getTime() - from.getTime()) }
}

function queryUrl(base: string, query: string, at: Date): string {
  return `${base.replace(/\/$/, '')}/api/v1/query?${atTime(query, at)}`
}

async function shareOf(
  metric: 'error-rate' | 'success-rate',
  scope: Scope,
  config: PrometheusConfig,
  ask: Ask,
): Promise<Reading> {
  const failedQuery = requestCount(config['requests-metric'], scope, '5..')
  const allQuery = requestCount(config['requests-metric'], scope)
  const [failed, all] = [
    count(oneSeries(await ask(failedQuery))),
    count(oneSeries(await ask(allQuery))),
  ]
  const requests = all ?? 0
  // No series of failed requests beside requests that were seen is a service without failures.
  const errors = failed ?? 0
  const share = (metric === 'error-rate' ? errors : requests - errors) / requests
  return {
    value: finite(share),
    samples: countOf(requests),
    question: `${metric === 'error-rate' ? '' : '1 - '}${failedQuery} / ${allQuery}`,
  }
}

async function latency(
  { direction, limit }: Objective,
  scope: Scope,
  config: PrometheusConfig,
  ask: Ask,
): Promise<Reading> {
  const query = bucketCounts(config['duration-metric'], scope)
  const buckets = (await ask(query)).map(toBucket)
  const { value, atLeast } = bucketQuantile(0.95, buckets)
  const ms = finite(value * 1000)
  // Beyond the last bound only "more than this" is known: enough to break a limit, never to keep one.
  const decides = !atLeast || (isUpperLimit({ direction }) && ms > limit)
  const observed = buckets.find((bucket) => bucket.bound === Number.POSITIVE_INFINITY)?.count
  return {
    value: decides ? ms : Number.NaN,
    samples: countOf(observed ?? 0),
    question: `histogram_quantile(0.95, ${query})`,
  }
}

/** Requests a second; of a version that nobody has seen there is no value. */
async function throughput(scope: Scope, config: PrometheusConfig, ask: Ask): Promise<Reading> {
  const query = requestCount(config['requests-metric'], scope)
  const requests = count(oneSeries(await ask(query)))
  const seconds = scope.windowMs / 1000
  return {
    value: finite((requests ?? Number.NaN) / seconds),
    samples: countOf(requests ?? 0),
    question: `(${query}) / ${seconds}`,
  }
}

async function custom(
  template: string,
  scope: Scope,
  config: PrometheusConfig,
  ask: Ask,
): Promise<Reading> {
  const query = customQuery(template, scope)
  const value = oneSeries(await ask(query))
  const requests = oneSeries(await ask(requestCount(config['requests-metric'], scope)))
  return {
    value: finite(value ?? Number.NaN),
    samples: value === undefined ? 0 : countOf(requests ?? 0),
    question: query,
  }
}

/** As it is, unless it is no count. @throws Failure for less than none: a rate of it would keep every limit. */
function count(value: number | undefined): number | undefined {
  if (value === undefined || !(value < 0)) return value
  throw new Failure('bad-answer', 'Prometheus answered a number of requests below 0')
}

function toBucket({ labels, value }: Sample): Bucket {
  const le = labels.le ?? ''
  const bound = /^\+?Inf$/i.test(le) ? Number.POSITIVE_INFINITY : Number(le || Number.NaN)
  if (Number.isNaN(bound) || !Number.isFinite(value))
    throw new Failure('bad-answer', 'Prometheus answered a histogram bucket without its bound')
  return { bound, count: count(value) ?? 0 }
}

/** A value that is no finite number decides nothing, whatever the direction of the limit. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN
}

function countOf(value: number): number {
  return Number.isFinite(value) ? Math.max(0, Math.round(value)) : 0
}
