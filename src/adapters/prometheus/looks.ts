import { Failure } from '../../domain/failure.ts'
import type {
  CountedEvents,
  CountsLook,
  Look,
  MetricLook,
} from '../../domain/judging/comparison/look.ts'
import type { ComparedMetric } from '../../domain/rollout/planned-comparison.ts'
import type { Groups } from '../../ports/comparable.ts'
import { commonBounds, cumulative, timedAt } from './buckets.ts'
import type { PrometheusConfig } from './prometheus.ts'
import {
  assertMetricName,
  bucketsOf,
  customQuery,
  growthPerStep,
  instancesSeen,
  requestsOf,
} from './promql.ts'
import { type Api, type AskRange, rangeAt, type Series, stepsAsTheyAre, sumAt } from './range.ts'
import { sessionsOf } from './sessions.ts'

/** A scrape may take so long to be seen: a look that has only just ended would be read differently later, milliseconds. */
const SETTLED_MS = 5000

/** One metric in each of the looks. */
type Column = readonly MetricLook[]

interface Question {
  readonly groups: Groups
  readonly config: PrometheusConfig
  readonly ask: AskRange
  /** How many looks. */
  readonly count: number
}

/** The looks of both versions by range queries, one for each metric and version, and one that asks what can be read already. */
export async function prometheusLooks(
  metrics: readonly ComparedMetric[],
  groups: Groups,
  config: PrometheusConfig,
  api: Api,
): Promise<readonly Look[]> {
  assertMetricName(config['requests-metric'])
  assertMetricName(config['duration-metric'])
  const { from, to, look: length, looks } = groups
  const settled = to.getTime() - from.getTime() - Math.min(SETTLED_MS, length)
  const over = Math.min(looks, Math.floor(settled / length))
  if (over < 1) return []
  const steps = { first: from.getTime() + length, length, count: over }
  const count = await stepsAsTheyAre(rangeAt(config.url, steps, api), steps)
  if (count < 1) return []
  const question = { groups, config, ask: rangeAt(config.url, { ...steps, count }, api), count }
  const columns: Column[] = []
  for (const metric of metrics) columns.push(await columnOf(metric, question))
  return Array.from({ length: count }, (_, i) => ({
    minute: i + 1,
    metrics: columns.map((column) => column[i] as MetricLook),
  }))
}

async function columnOf(metric: ComparedMetric, question: Question): Promise<Column> {
  switch (metric.kind) {
    case 'latency':
      return latency(metric.name, question)
    case 'errors':
      return counts(metric.name, 'errors', (version) => failures(version, question), question)
    case 'sessions':
      return columnOfEvents(metric.name, 'sessions', await sessionsOf(metric, question))
    case 'restarts':
      return counts(metric.name, 'restarts', (v) => restarts(metric, v, question), question)
    default:
      return readings(metric, metric.kind, question)
  }
}

async function latency(name: string, { ask, config, groups, count }: Question): Promise<Column> {
  const rowsOf = async (version: string) => {
    const selector = bucketsOf(config['duration-metric'], version)
    return cumulative(await ask(growthPerStep(selector, groups.look, 'le')))
  }
  const baseline = await rowsOf(groups.baseline)
  const canary = await rowsOf(groups.canary)
  const bounds = commonBounds(baseline, canary)
  return Array.from({ length: count }, (_, i) => ({
    ...{ name, kind: 'latency', bounds },
    ...{ baseline: timedAt(baseline, bounds, i), canary: timedAt(canary, bounds, i) },
  }))
}

type Events = readonly (CountedEvents | null)[]

async function counts(
  name: string,
  kind: 'errors' | 'restarts',
  eventsOf: (version: string) => Promise<Events>,
  { groups }: Question,
): Promise<Column> {
  const baseline = await eventsOf(groups.baseline)
  return columnOfEvents(name, kind, { baseline, canary: await eventsOf(groups.canary) })
}

function columnOfEvents(
  name: string,
  kind: CountsLook['kind'],
  { baseline, canary }: Readonly<Record<'baseline' | 'canary', Events>>,
): Column {
  return baseline.map((side, i) => ({ name, kind, baseline: side, canary: canary[i] ?? null }))
}

/** Requests and those of them that failed come from one answer: they are of the same scrapes. */
async function failures(version: string, { ask, config, groups, count }: Question) {
  const selector = requestsOf(config['requests-metric'], version)
  const series = await ask(growthPerStep(selector, groups.look, 'code'))
  const failed = series.filter(({ labels }) => labels.code?.startsWith('5') === true)
  return Array.from({ length: count }, (_, i) => events(sumAt(failed, i), sumAt(series, i)))
}

/** Of each instance that there is in a look. */
async function restarts(
  { query }: ComparedMetric,
  version: string,
  { ask, groups, count }: Question,
): Promise<Events> {
  const scope = { version, windowMs: groups.look }
  const selector = customQuery(query ?? '', scope)
  const restarted = await ask(growthPerStep(selector, groups.look))
  const instances = await ask(instancesSeen(selector, groups.look))
  return Array.from({ length: count }, (_, i) => events(sumAt(restarted, i), sumAt(instances, i)))
}

function events(bad: number, total: number): CountedEvents | null {
  return total > 0 && Number.isFinite(total + bad) ? { bad: Math.max(0, bad), total } : null
}

async function readings(
  metric: ComparedMetric,
  kind: 'gauge' | 'lag',
  { ask, groups, count }: Question,
): Promise<Column> {
  const valuesOf = async (version: string) => {
    const scope = { version, windowMs: groups.look }
    return only(await ask(customQuery(metric.query ?? '', scope)), metric.name)
  }
  const baseline = await valuesOf(groups.baseline)
  const canary = await valuesOf(groups.canary)
  // A gauge of 0 measures nothing: it has no level that could rise by a share.
  const fits = (value: number) =>
    Number.isFinite(value) && (kind === 'lag' ? value >= 0 : value > 0)
  const sideOf = (value = Number.NaN) => (fits(value) ? { values: [value] } : null)
  return Array.from({ length: count }, (_, i) => ({
    ...{ name: metric.name, kind, baseline: sideOf(baseline[i]), canary: sideOf(canary[i]) },
  }))
}

function only(series: readonly Series[], name: string): readonly number[] {
  if (series.length > 1)
    throw new Failure(
      'bad-answer',
      `Prometheus answered ${series.length} series for ${name} where one is meant`,
      'Aggregate the query, for example with sum() or max()',
    )
  return series[0]?.values ?? []
}
