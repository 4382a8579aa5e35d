import type { VerdictKind } from '../verdict.ts'
import type { Question } from './answer.ts'
import type { Effect } from './figures.ts'
import type { SampleMetric } from './metric.ts'
import type { Judged } from './verdict.ts'

/** Why, and what would change it: one line each. */
export interface Explanation {
  readonly reason: string
  readonly change: string
}

interface Known {
  readonly verdict: VerdictKind
  readonly lacks: readonly string[]
  readonly answers: readonly Judged[]
  readonly effect: Effect | null
}

const MEANING: Readonly<Record<Question, string>> = {
  level: 'the level is worse than tolerated',
  events: 'there are more events than tolerated',
  'events rate': 'the rate is worse than tolerated',
  spread: 'the values spread otherwise than tolerated',
  shape: 'a part of the values is worse than tolerated',
  tail: 'the far end is worse than tolerated',
  history: 'it is worse than the versions before it',
  limit: 'the limit is exceeded',
}

export function explain(metric: SampleMetric, known: Known): Explanation {
  const { verdict, lacks, answers, effect } = known
  if (lacks.length > 0) return { reason: lacks.join('; '), change: 'those values' }
  const figures = [effect === null ? '' : effectText(metric, effect), limitText(metric)]
  const at = figures.filter((text) => text !== '').join('; ')
  if (verdict === 'fail') {
    const meanings = answers.filter((one) => one.verdict === 'fail').map(meaningOf)
    return { reason: `${meanings.join(', ')}: ${at}`, change: 'to pass it has to be within that' }
  }
  if (verdict === 'pass')
    return { reason: `within: ${at}`, change: 'values that are surely beyond that would fail' }
  const open = answers.filter((one) => one.verdict === 'inconclusive')
  const names = open.map(({ question }) => question).join(', ')
  const change = effect === null ? 'more values' : neededText(metric, effect)
  return { reason: `not certain (${names}): ${at}`, change }
}

function meaningOf({ question, adjusted }: Judged): string {
  return `${MEANING[question]} (p ${rounded(adjusted)})`
}

function effectText(metric: SampleMetric, { kind, value, interval, allowed }: Effect): string {
  const unit = kind === 'ratio' || metric.unit === '' ? '' : ` ${metric.unit}`
  const of = metric.baseline === null ? 'the earlier versions' : 'the baseline'
  const what =
    kind === 'ratio' ? `${rounded(value)} times ${of}` : `${signed(value)}${unit} against ${of}`
  const range = Number.isNaN(interval.lower)
    ? ''
    : ` (${rounded(interval.lower)} to ${rounded(interval.upper)})`
  const ends = [
    ...(Number.isFinite(allowed.lower) ? [`at least ${rounded(allowed.lower)}`] : []),
    ...(Number.isFinite(allowed.upper) ? [`at most ${rounded(allowed.upper)}`] : []),
  ]
  return `${what}${range}, tolerated ${ends.join(', ')}${unit}`
}

function limitText({ limit, unit, worse, kind }: SampleMetric): string {
  if (limit === undefined) return ''
  const word = worse === 'increase' ? 'at most' : 'at least'
  const of = kind === 'events' ? 'of all' : `at quantile ${limit.quantile}`
  return `limit ${word} ${rounded(limit.value)}${unit === '' ? '' : ` ${unit}`} ${of}`
}

/** Intervals shrink with the square root of the number of values. */
function neededText(metric: SampleMetric, { kind, value, interval, allowed }: Effect): string {
  const on = (one: number) => (kind === 'ratio' ? Math.log(one) : one)
  const gaps = [allowed.lower, allowed.upper].map((end) => Math.abs(on(value) - on(end)))
  const gap = Math.min(...gaps.filter(Number.isFinite))
  const half = (on(interval.upper) - on(interval.lower)) / 2
  const n = metric.kind === 'events' ? metric.canary.trials : metric.canary.values.length
  const needed = Math.ceil(n * Math.max(1, (half / gap) ** 2))
  const what = metric.kind === 'events' ? 'trials' : 'values'
  return Number.isFinite(needed) && needed < 1e6
    ? `about ${Math.max(needed, n + 1)} ${what} a side, if nothing else changes`
    : `many more ${what}: so far it lies where the tolerance ends`
}

const rounded = (value: number) => String(Number(value.toPrecision(3)))
const signed = (value: number) => `${value > 0 ? '+' : ''}${rounded(value)}`
