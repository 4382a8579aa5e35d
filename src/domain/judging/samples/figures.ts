import { medianDeviationOfSorted } from '../../statistics/describe.ts'
import { shiftOfSorted } from '../../statistics/hodgeslehmann.ts'
import { intervalOfSorted } from '../../statistics/hodgeslehmann-interval.ts'
import type { Interval } from '../../statistics/interval.ts'
import { medianOfSorted } from '../../statistics/median.ts'
import { sum } from '../../statistics/moments.ts'
import { poissonRatioInterval } from '../../statistics/poisson-rates.ts'
import { wilsonInterval } from '../../statistics/wilson.ts'
import { forecastOf } from './history.ts'
import type { Events, EventsMetric, Readings, SampleMetric, ValuesMetric } from './metric.ts'
import { scaleOf } from './pair.ts'
import { isSparse } from './sparse.ts'

/** One side in figures, in the unit of the metric. */
export interface SideFigures {
  /** Values, or trials. */
  readonly n: number
  /** The median; of events their share of the trials. */
  readonly level: number
  /** Median distance from the median; of events the half width of the share's interval. */
  readonly spread: number
  /** Readings that are no finite number; of events 0. */
  readonly lost: number
}

/** How far the canary lies from what it is held against. */
export interface Effect {
  /** `ratio`: canary over baseline. `difference`: canary less baseline, or less the earlier versions, in the unit of the metric. */
  readonly kind: 'ratio' | 'difference'
  readonly value: number
  /** Where it lies with a confidence of 1 − 2 alpha: at each end alpha is beyond. Infinite where nothing bounds it. */
  readonly interval: Interval
  /** What is tolerated at each end; infinite at an end where nothing is worse. */
  readonly allowed: Interval
}

export function sideOf(side: Readings | Events): SideFigures {
  if ('trials' in side) {
    const { events, trials } = side
    const { lower, upper } = wilsonInterval({ hits: events, trials }, 0.95)
    return { n: trials, level: events / trials, spread: (upper - lower) / 2, lost: 0 }
  }
  const { values, lost, infinite } = side
  const [level, spread] = [medianOfSorted(values), medianDeviationOfSorted(values)]
  return { n: values.length, level, spread, lost: lost + infinite }
}

/** Of a metric that can be judged; null where it has nothing but a limit. */
export function effectOf(metric: SampleMetric, alpha: number): Effect | null {
  const confidence = 1 - 2 * alpha
  if (metric.kind === 'events') return ofEvents(metric, confidence)
  const canary = metric.canary.values
  if (metric.baseline !== null) return ofValues(canary, metric.baseline.values, metric, confidence)
  if (metric.history.length === 0) return null
  const versions = metric.history.map(({ values }) => values)
  const { difference, allowed } = forecastOf(canary, versions, metric.tolerance)
  return {
    kind: 'difference',
    value: difference,
    interval: { lower: Number.NaN, upper: Number.NaN },
    allowed: boundsOf(metric, 0, allowed),
  }
}

function ofEvents(metric: EventsMetric, confidence: number): Effect | null {
  if (metric.baseline === null) return null
  const rate = ({ events, trials }: Events) => ({ events, exposure: trials })
  return ratioOf(rate(metric.canary), rate(metric.baseline), metric, confidence)
}

function ofValues(
  canary: Float64Array,
  baseline: Float64Array,
  metric: ValuesMetric,
  confidence: number,
): Effect {
  const { relative, absolute } = metric.tolerance
  const total = (values: Float64Array) => ({ events: sum(values), exposure: values.length })
  if (absolute === 0 && isSparse(canary, baseline))
    return ratioOf(total(canary), total(baseline), metric, confidence)
  const scale = scaleOf(canary, baseline)
  // Of values below 0 a ratio says nothing to people.
  const isAbove = (baseline[0] ?? 0) > 0
  if (scale.isRatio && isAbove && absolute <= relative * scale.size) {
    const [x, y] = [canary.map(Math.log), baseline.map(Math.log)]
    const { lower, upper } = intervalOfSorted(x, y, confidence)
    return {
      kind: 'ratio',
      value: Math.exp(shiftOfSorted(x, y)),
      interval: { lower: Math.exp(lower), upper: Math.exp(upper) },
      allowed: boundsOf(metric, 1, relative),
    }
  }
  return {
    kind: 'difference',
    value: shiftOfSorted(canary, baseline),
    interval: intervalOfSorted(canary, baseline, confidence),
    allowed: boundsOf(metric, 0, Math.max(relative * scale.size, absolute)),
  }
}

interface Exposed {
  readonly events: number
  readonly exposure: number
}

function ratioOf(
  canary: Exposed,
  baseline: Exposed,
  metric: SampleMetric,
  confidence: number,
): Effect {
  const isWhole = [canary, baseline].every(({ events }) => Number.isSafeInteger(events))
  const ratio = canary.events / canary.exposure / (baseline.events / baseline.exposure)
  // None against none is no difference.
  const value = Number.isNaN(ratio) ? 1 : ratio
  const unknown = { lower: 0, upper: Number.POSITIVE_INFINITY }
  const interval = isWhole ? poissonRatioInterval(canary, baseline, confidence) : unknown
  return { kind: 'ratio', value, interval, allowed: boundsOf(metric, 1, metric.tolerance.relative) }
}

function boundsOf({ worse }: SampleMetric, middle: number, by: number): Interval {
  return {
    lower: worse === 'increase' ? Number.NEGATIVE_INFINITY : middle - by,
    upper: worse === 'decrease' ? Number.POSITIVE_INFINITY : middle + by,
  }
}
