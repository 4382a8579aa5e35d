import type { LokiSource } from '../../domain/config/sources.ts'
import { Failure } from '../../domain/failure.ts'
import type { Http } from '../../ports/http.ts'
import type { Metrics } from '../../ports/metrics.ts'
import { readSamples } from '../prometheus/answer.ts'
import { oneSeries } from '../prometheus/one-series.ts'
import { atTime, customQuery, promDuration, type Scope } from '../prometheus/promql.ts'

/** The shortest window that is asked for, milliseconds. */
const SHORTEST_MS = 1000

/** Log lines of a version, counted by Loki: instant queries at the end of the window. */
export function loki(
  config: LokiSource,
  http: Http,
  headers: Readonly<Record<string, string>>,
): Metrics {
  const tenant = config.tenant === undefined ? {} : { 'x-scope-orgid': config.tenant }
  const ask = async (query: string, at: Date) => {
    const url = `${config.url.replace(/\/$/, '')}/loki/api/v1/query?${atTime(query, at)}`
    const answer = await http.send({ method: 'GET', url, headers: { ...headers, ...tenant } })
    return oneSeries(readSamples(answer, at, 'Loki'), 'Loki')
  }
  return {
    async read({ query, metric }, { version, from, to }) {
      const windowMs = Math.max(SHORTEST_MS, to.getTime() - from.getTime())
      const scope = { version, windowMs }
      const lines = countOf(await ask(linesQuery(config.lines, scope), to))
      if (query !== null) {
        const question = customQuery(query, scope)
        const value = (await ask(question, to)) ?? Number.NaN
        return { value: finite(value), samples: Number.isNaN(value) ? 0 : lines, question }
      }
      if (metric !== 'error-rate')
        throw new Failure('bad-config', `Loki needs a query for the metric ${metric}`)
      const question = linesQuery(`${config.lines} ${config.errors}`, scope)
      // No series of error lines beside lines that were seen is a service that logs no errors.
      const errors = countOf(await ask(question, to))
      return { value: finite(errors / lines), samples: lines, question: `${question} / all lines` }
    },
  }
}

function linesQuery(selection: string, scope: Scope): string {
  return `sum(count_over_time(${customQuery(selection, scope)} [${promDuration(scope.windowMs)}]))`
}

/** @throws Failure `bad-answer` for what is no number of lines: a rate of it would keep every limit. */
function countOf(value: number | undefined): number {
  if (value === undefined) return 0
  if (Number.isFinite(value) && value >= 0) return Math.round(value)
  throw new Failure('bad-answer', 'Loki answered a number of lines that is none')
}

/** A value that is no finite number decides nothing, whatever the direction of the limit. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN
}
