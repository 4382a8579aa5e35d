import type * as z from 'zod'
import { Failure } from '../../domain/failure.ts'
import type {
  Limit,
  Readings,
  SampleMetric,
  Tolerance,
} from '../../domain/judging/samples/metric.ts'
import type { SamplesPolicy } from '../../domain/judging/samples/verdict.ts'
import { ascending } from '../../domain/statistics/pairs.ts'
import { SamplesDocument } from './document.ts'

/** What is to be judged, and by what. */
export interface SamplesInput {
  readonly policy: SamplesPolicy
  readonly metrics: readonly SampleMetric[]
}

/** Unless the document says otherwise. */
const LEAST = { values: 5, events: 100 }
const TOLERANCE = {
  values: { relative: 0.1, absolute: 0 },
  events: { relative: 1, absolute: 0.005 },
}

/** @throws Failure `bad-input` that names the first field which is not as docs/judging.md says, or a name that is there twice. */
export function readSamples(text: string): SamplesInput {
  const { alpha, score, metrics } = checked(SamplesDocument, text, 'samples')
  const seen = new Set<string>()
  for (const { name } of metrics) {
    if (seen.has(name)) throw badInput('samples', 'two metrics have one name')
    seen.add(name)
  }
  return { policy: { alpha, ...(score && { score }) }, metrics: metrics.map(metricOf) }
}

/**
 * A JSON text as a schema says.
 * @param what The document's kind, for the message.
 * @throws Failure `bad-input` that names the first field which is not.
 */
export function checked<T>(schema: z.ZodType<T>, text: string, what: string): T {
  return fitted(schema, jsonOf(text, what), what)
}

/** The same of a document that is parsed already. @throws Failure `bad-input` */
export function fitted<T>(schema: z.ZodType<T>, document: unknown, what: string): T {
  const parsed = schema.safeParse(document)
  if (parsed.success) return parsed.data
  const { path, message } = deepest(parsed.error.issues[0])
  throw badInput(what, `${path.join('.') || 'the whole'}: ${message}`)
}

/** A union says only that none fits: the alternative that got furthest says why. */
function deepest(issue: z.core.$ZodIssue | undefined, above: readonly PropertyKey[] = []): Problem {
  const path = [...above, ...(issue?.path ?? [])]
  const inner = issue?.code === 'invalid_union' ? issue.errors : []
  const found = inner.flatMap((issues) => issues.slice(0, 1).map((one) => deepest(one, path)))
  const [furthest] = found.toReversed().toSorted((a, b) => b.path.length - a.path.length)
  return furthest ?? { path, message: issue?.message ?? 'is not valid' }
}

interface Problem {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

function jsonOf(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badInput(what, 'it is no JSON')
  }
}

function badInput(what: string, problem: string): Failure {
  return new Failure('bad-input', `${what}: ${problem}`, 'See docs/judging.md for the document')
}

type Metric = SamplesDocument['metrics'][number]

function metricOf(metric: Metric): SampleMetric {
  const { name, unit, direction: worse, critical, weight } = metric
  const kind = Array.isArray(metric.canary) ? 'values' : 'events'
  const common = {
    ...{ name, unit, worse, critical, weight },
    minSamples: metric.minSamples ?? LEAST[kind],
    tolerance: toleranceOf(metric.tolerance, TOLERANCE[kind]),
  }
  const limit = limitOf(metric.limit)
  if (!('history' in metric)) {
    const events = ({ count, total }: typeof metric.canary) => ({ events: count, trials: total })
    const baseline = metric.baseline && events(metric.baseline)
    return { ...common, kind: 'events', limit, baseline, canary: events(metric.canary) }
  }
  return {
    ...common,
    kind: 'values',
    limit,
    baseline: metric.baseline && readingsOf(metric.baseline),
    canary: readingsOf(metric.canary),
    history: metric.history.map(readingsOf),
  }
}

/** What is named replaces all that holds otherwise. */
function toleranceOf(named: Metric['tolerance'], otherwise: Tolerance): Tolerance {
  if (named?.relative === undefined && named?.absolute === undefined) return otherwise
  return { relative: named.relative ?? 0, absolute: named.absolute ?? 0 }
}

function limitOf(limit: Metric['limit']): Limit | undefined {
  return typeof limit === 'number' ? { value: limit, quantile: 0.5 } : limit
}

function readingsOf(readings: readonly (number | string | null)[]): Readings {
  const values = ascending(readings.filter((reading) => typeof reading === 'number'))
  const lost = readings.filter((reading) => reading === null || reading === 'NaN').length
  return { values, lost, infinite: readings.length - values.length - lost }
}
