import type {
  CloudWatchMetric,
  CloudWatchSource,
  CloudWatchValue,
} from '../../domain/config/cloudwatch-source.ts'
import { Failure } from '../../domain/failure.ts'
import { inUnit } from '../../domain/metrics/units.ts'
import { fill } from '../../domain/release/template.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Http } from '../../ports/http.ts'
import type { Metrics, Window } from '../../ports/metrics.ts'
import { valueNamed } from '../sources/value-named.ts'
import { type Page, readPage } from './answer.ts'
import { type Series, seriesOf, windowValue } from './series.ts'
import { type Credentials, signedCall } from './signed.ts'

/** Pages of one answer that are read. */
const PAGES = 20

/** CloudWatch counts by the minute. */
const MINUTE_S = 60

/** Metrics of CloudWatch: one period that covers the window, by the minute. */
export function cloudWatch(
  config: CloudWatchSource,
  credentials: Credentials,
  { http, clock }: { readonly http: Http; readonly clock: Clock },
): Metrics {
  const { region, url = `https://monitoring.${region}.amazonaws.com/` } = config
  const call = { url: new URL(url).href, region, operation: 'GetMetricData' }
  const page = async (input: unknown) =>
    readPage(await http.send(signedCall(call, input, credentials, clock.now())))
  return {
    async read(objective, window) {
      const value = valueNamed(config.values, objective)
      const span = wholeMinutes(window)
      const series = seriesOf(await allPages(page, inputOf(value, window.version, span)))
      const { number, samples } = outcome(value, series, span)
      return {
        value: inUnit(number, value.unit, objective.unit),
        samples,
        question: questionOf(value, window.version),
      }
    },
  }
}

interface Span {
  /** Seconds since 1970. */
  readonly from: number
  readonly to: number
}

/** @throws Failure `too-short`: what began before the window is not part of it, nor is a minute that has not ended. */
function wholeMinutes({ from, to }: Window): Span {
  const start = Math.ceil(from.getTime() / 1000 / MINUTE_S) * MINUTE_S
  const end = Math.floor(to.getTime() / 1000 / MINUTE_S) * MINUTE_S
  if (end > start) return { from: start, to: end }
  throw new Failure(
    'too-short',
    'CloudWatch counts by the minute, and the window holds no whole one',
    'Give it a window of two minutes or more',
  )
}

/** Ids of the queries: what is asked for, what it is divided by, and how many samples it has. */
const [VALUE, PER, COUNT] = ['value', 'per', 'samples']

function inputOf({ metric, per }: CloudWatchValue, version: string, span: Span) {
  const query = (Id: string, from: CloudWatchMetric) => ({
    Id,
    ReturnData: true,
    MetricStat: {
      Metric: {
        Namespace: from.namespace,
        MetricName: from.name,
        Dimensions: dimensionsOf(from, version).map(([Name, Value]) => ({ Name, Value })),
      },
      Period: span.to - span.from,
      Stat: from.statistic,
    },
  })
  const other =
    per === undefined ? query(COUNT, { ...metric, statistic: 'SampleCount' }) : query(PER, per)
  return {
    MetricDataQueries: [query(VALUE, metric), other],
    StartTime: span.from,
    EndTime: span.to,
    ScanBy: 'TimestampAscending',
  }
}

const dimensionsOf = ({ dimensions = {} }: CloudWatchMetric, version: string) =>
  Object.entries(dimensions).map(([name, value]) => [name, fill(value, { version })] as const)

async function allPages(
  load: (input: unknown) => Promise<Page>,
  input: object,
): Promise<readonly Page[]> {
  const pages: Page[] = []
  let next: string | null | undefined
  do {
    const page = await load(next ? { ...input, NextToken: next } : input)
    pages.push(page)
    next = page.NextToken
  } while (next && pages.length < PAGES)
  if (next) throw new Failure('too-many', `CloudWatch answered more than ${PAGES} pages`)
  return pages
}

function outcome(
  { metric, per }: CloudWatchValue,
  series: ReadonlyMap<string, Series>,
  span: Span,
): { readonly number: number; readonly samples: number } {
  const value = windowValue(series.get(VALUE), metric.statistic, span)
  if (per === undefined) {
    const samples = windowValue(series.get(COUNT), 'SampleCount', span) ?? 0
    return { number: value ?? Number.NaN, samples: value === undefined ? 0 : samples }
  }
  const whole = windowValue(series.get(PER), per.statistic, span) ?? 0
  // A sum of nothing is not published: no errors beside requests that were seen.
  const part = value ?? (metric.statistic === 'Sum' ? 0 : Number.NaN)
  return { number: part / whole, samples: Math.floor(Math.max(0, whole)) }
}

function questionOf({ metric, per }: CloudWatchValue, version: string): string {
  return [metric, ...(per === undefined ? [] : [per])]
    .map((each) => {
      const where = dimensionsOf(each, version).map(([name, value]) => `${name}=${value}`)
      return `${each.statistic} of ${each.namespace}/${each.name}{${where.join(',')}}`
    })
    .join(' / ')
}
