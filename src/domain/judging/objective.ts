import { parseDuration } from '../config/duration.ts'
import { formatRatio, parseRatio } from '../config/ratio.ts'
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

/**
 * Hold one reading against its objective. A value beyond the limit fails as soon as there are enough samples; a value
 * that is no number, or too few samples, decides nothing.
 */
export function judgeObjective(
  objective: Objective,
  reading: { readonly value: number; readonly samples: number; readonly question: string },
): Evidence {
  const word = objective.direction === 'at-most' ? 'at most' : 'at least'
  const enough = reading.samples >= objective.minSamples
  const answer = formatValue(reading.value, objective.unit)
  return {
    name: objective.name,
    verdict: enough ? against(objective, reading.value) : 'inconclusive',
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
