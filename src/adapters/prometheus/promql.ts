import { Failure } from '../../domain/failure.ts'
import { fill } from '../../domain/release/template.ts'

/** What every query of one look has in common. */
export interface Scope {
  readonly version: string
  readonly windowMs: number
}

/** A window in PromQL's grammar: whole seconds where it is whole, else milliseconds. */
export function promDuration(ms: number): string {
  const whole = Math.max(1, Math.round(ms))
  return whole % 1000 === 0 ? `${whole / 1000}s` : `${whole}ms`
}

/** The parameters of an instant query. */
export function atTime(query: string, at: Date): URLSearchParams {
  return new URLSearchParams({ query, time: (at.getTime() / 1000).toFixed(3) })
}

/** Text inside the quotes of a label matcher: it ends neither double nor single ones, nor backticks. */
export function labelText(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll("'", '\\x27')
    .replaceAll('`', '\\x60')
}

/**
 * How much the counters grew in the window. A series that did not exist before the window counts with its whole value:
 * `increase` drops what a series was born with, and the first errors of a release are exactly that.
 */
function growth(selector: string, windowMs: number): string {
  const window = promDuration(windowMs)
  return `(${selector} unless ${selector} offset ${window}) or increase(${selector}[${window}])`
}

/**
 * Requests of a version whose `code` matches. The default asks for any status code, so that a counter without that
 * label is no data instead of a service without errors.
 */
export function requestCount(metric: string, scope: Scope, code = '[1-5]..'): string {
  const selector = `${metric}{version="${labelText(scope.version)}",code=~"${code}"}`
  return `sum(${growth(selector, scope.windowMs)})`
}

/** Observations of a version by bucket of a histogram. */
export function bucketCounts(metric: string, scope: Scope): string {
  const selector = `${metric}_bucket{version="${labelText(scope.version)}"}`
  return `sum by (le) (${growth(selector, scope.windowMs)})`
}

/** Series that were not scraped for so long count as new ones when they come back. */
const REMEMBERED = '1h'

/** Selects the requests of a version, whatever status code they had. */
export function requestsOf(metric: string, version: string): string {
  return `${metric}{version="${labelText(version)}",code=~"[1-5].."}`
}

/** Selects the buckets of a version's histogram. */
export function bucketsOf(metric: string, version: string): string {
  return `${metric}_bucket{version="${labelText(version)}"}`
}

/**
 * How much the selected counters grew in each step of a range query, by a label or all together: between the last scrapes before its ends, so that the
 * steps are whole numbers that add up to what happened, where `increase` would extrapolate. A counter that fell was set back to 0.
 */
export function growthPerStep(selector: string, stepMs: number, label = ''): string {
  const now = `last_over_time(${selector}[${REMEMBERED}])`
  const before = `last_over_time(${selector}[${REMEMBERED}] offset ${promDuration(stepMs)})`
  return `sum by (${label}) (${now} - ${before} >= 0 or ${now})`
}

/** One lost scrape a minute is no instance that has gone, milliseconds. */
const SHORTEST_SIGHT_MS = 120_000

/**
 * How many of the selected series were scraped in the step before each time of a range query, or in 2 minutes where it is shorter. A selector alone looks back
 * as long as the server likes: Prometheus 5 minutes, VictoriaMetrics about two scrapes.
 */
export function instancesSeen(selector: string, stepMs: number): string {
  return `count(last_over_time(${selector}[${promDuration(Math.max(SHORTEST_SIGHT_MS, stepMs))}]))`
}

/**
 * When the newest sample of a version was scraped, seconds since 1970, to a twentieth of the age that is allowed; nothing
 * where it is more than twice as old as that.
 */
export function newestSample(metric: string, version: string, maxAge: number): string {
  const selector = `${metric}{version="${labelText(version)}"}`
  const step = promDuration(Math.max(1000, maxAge / 20))
  return `max(max_over_time(timestamp(${selector})[${promDuration(2 * maxAge)}:${step}]))`
}

/** A query of the config with `{version}` and `{window}` filled in. */
export function customQuery(template: string, scope: Scope): string {
  return fill(template, {
    version: labelText(scope.version),
    window: promDuration(scope.windowMs),
  })
}

/** @throws Failure `bad-config`: a metric name with anything else in it would be another query. */
export function assertMetricName(name: string): void {
  if (!/^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name))
    throw new Failure(
      'bad-config',
      'metrics: requests-metric and duration-metric must be names of metrics',
      'Give a name such as http_requests_total, or a custom objective with a query',
    )
}
