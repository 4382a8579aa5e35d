import { parseDuration } from '../config/duration.ts'
import { formatRatio, parseRatio } from '../config/ratio.ts'
import { isUndecided } from '../metrics/undecided.ts'
import type { Interval } from '../statistics/interval.ts'
import type { Evidence, VerdictKind } from './verdict.ts'

/** `ratio`: 0..1, shown as percent; `milliseconds`; `count`: events or items, no unit. */
export type Unit = 'ratio' | 'milliseconds' | 'count'

/** An SLO as a plan holds it. */
export interface Objective {
  readonly name: string
  /** `error-rate` and `latency-p95` are known to every provider; anything else needs a query. */
  readonly metric: string
  /** Template with `{version}` and `{window}`; null for the metrics that the provider knows. */
  readonly query: string | null
  /** Name of the source that is asked; absent: the one that the config has under `metrics`. */
  readonly source?: string | undefined
  readonly unit: Unit
  /** In the unit. */
  readonly limit: number
  readonly direction: 'at-most' | 'at-least'
  readonly onBreach: 'pause' | 'rollback'
  /** Fewer observations than this decide nothing. */
  readonly minSamples: number
}

/** The limit of a config text in its unit: `1%`, `250ms`, `1000`. Undefined when the text does not fit the unit. */
export function parseLimit(text: string, unit: Unit): number | undefined {
  if (unit === 'ratio') return parseRatio(text)
  if (unit === 'milliseconds') return parseDuration(text)
  return /^\d{1,15}(?:\.\d{1,6})?$/.test(text) ? Number(text) : undefined
}

/** A value with its unit, for people. */
export function formatValue(value: number, unit: Unit): string {
  if (!Number.isFinite(value)) return 'no value'
  if (unit === 'ratio') return formatRatio(value)
  const rounded = Number(value.toPrecision(4))
  return unit === 'milliseconds' ? `${rounded} ms` : String(rounded)
}

/** What a source saw of one objective, in its unit. */
interface Seen {
  readonly value: number
  readonly samples: number
  readonly question: string
  readonly interval?: Interval | undefined
}

/**
 * Hold one reading against its objective. A value beyond the limit fails as soon as there are enough samples; a value
 * that is no number, too few samples, or a value within a limit that its interval reaches beyond, decides nothing.
 */
export function judgeObjective(objective: Objective, reading: Seen): Evidence {
  const word = objective.direction === 'at-most' ? 'at most' : 'at least'
  const { interval } = reading
  const unsure = interval !== undefined && isUndecided(objective, reading.value, interval)
  const enough = reading.samples >= objective.minSamples
  const bound = interval && (objective.direction === 'at-most' ? interval.upper : interval.lower)
  const sure = bound === undefined ? '' : `, surely ${word} ${formatValue(bound, objective.unit)}`
  const answer = formatValue(reading.value, objective.unit) + sure
  return {
    name: objective.name,
    verdict: enough && !unsure ? against(objective, reading.value) : 'inconclusive',
    question: reading.question,
    answer: enough
      ? answer
      : `${answer} from ${reading.samples} of ${objective.minSamples} samples`,
    limit: `${word} ${formatValue(objective.limit, objective.unit)}`,
    samples: reading.samples,
    // JSON has no other number.
    ...(Number.isFinite(reading.value) ? { value: reading.value } : {}),
  }
}

function against({ direction, limit }: Objective, value: number): VerdictKind {
  if (Number.isNaN(value)) return 'inconclusive'
  const within = direction === 'at-most' ? value <= limit : value >= limit
  // Beyond every limit is a failure; an infinite value within one was never measured.
  if (within && !Number.isFinite(value)) return 'inconclusive'
  return within ? 'pass' : 'fail'
}
