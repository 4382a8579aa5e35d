import { superiority } from '../../../statistics/effect-size.ts'
import { type Shift, shiftOf } from './interval.ts'
import { noisy } from './noise.ts'
import type { NanStrategy } from './transform.ts'

/** Kayenta's words for a metric. `Error` is what becomes of an exception. */
export type Label = 'Pass' | 'High' | 'Low' | 'Nodata' | 'NodataFailMetric' | 'Error'

/** How Kayenta classifies a metric. */
export interface Rules {
  readonly direction: 'increase' | 'decrease' | 'either'
  readonly nanStrategy: NanStrategy
  readonly critical: boolean
  readonly mustHaveData: boolean
  readonly measure: 'meanRatio' | 'cles'
  /** An effect below the first is too low, above the second too high. */
  readonly allowed: readonly [number, number]
  /** The same for a failure that is critical. */
  readonly criticalAt: readonly [number, number]
  /** Bounds of the interval within this share of the estimate are no difference. */
  readonly tolerance: number
  readonly confidence: number
}

export interface Classification {
  readonly label: Label
  readonly reason: string
  /** Mean of the experiment over that of the control; NaN where one is 0. */
  readonly deviation: number
  readonly critical: boolean
  /** Both sides were constant: Kayenta's own answer may differ from one run to the next. */
  readonly random: boolean
}

/** Kayenta's classification of one metric, its order of checks included. */
export function classify(
  name: string,
  experiment: readonly number[],
  control: readonly number[],
  rules: Rules,
): Classification {
  if (experiment.length === 0 || control.length === 0) return withoutData(name, rules)
  if (isSame(experiment, control)) return passed('The Canary and Baseline data are identical')
  if (new Set([...experiment, ...control]).size === 1) return passed('')
  const random = new Set(experiment).size === 1 && new Set(control).size === 1
  const [x, y] = random ? [noisy(experiment, 1), noisy(control, 2)] : [experiment, control]
  const shift = shiftOf(x, y, rules.confidence)
  const deviation = meanRatio(x, y)
  if (shift === undefined)
    return {
      label: 'Error',
      reason: 'Metric Classification Failed',
      deviation,
      critical: false,
      random,
    }
  const effect = rules.measure === 'cles' ? superiority(x, y) : deviation
  const label = labelOf(shift, effect, rules)
  const critical = rules.critical && isBeyond(label, effect, rules.criticalAt)
  return { label, reason: reasonOf(name, label, critical), deviation, critical, random }
}

function withoutData(name: string, rules: Rules): Classification {
  if (rules.nanStrategy === 'replace') return passed('')
  const fails = rules.mustHaveData && !rules.critical
  return {
    label: fails ? 'NodataFailMetric' : 'Nodata',
    reason: `Missing data for ${name}`,
    deviation: 1,
    critical: !fails && rules.critical,
    random: false,
  }
}

function passed(reason: string): Classification {
  return { label: 'Pass', reason, deviation: 1, critical: false, random: false }
}

function isSame(x: readonly number[], y: readonly number[]): boolean {
  const [a, b] = [x, y].map((values) => values.toSorted((p, q) => p - q))
  return a?.length === b?.length && (a ?? []).every((value, i) => value === b?.[i])
}

/** High is asked first. An effect that cannot be computed is no excuse. */
function labelOf(shift: Shift, effect: number, rules: Rules): Label {
  const bound = rules.tolerance * Math.abs(shift.estimate)
  const { direction, allowed } = rules
  if (direction !== 'decrease' && shift.low > bound && isBeyond('High', effect, allowed))
    return 'High'
  if (direction !== 'increase' && shift.high < -bound && isBeyond('Low', effect, allowed))
    return 'Low'
  return 'Pass'
}

function isBeyond(label: Label, effect: number, [low, high]: readonly [number, number]): boolean {
  if (label === 'High') return Number.isNaN(effect) || effect >= high
  return label === 'Low' && (Number.isNaN(effect) || effect <= low)
}

function reasonOf(name: string, label: Label, critical: boolean): string {
  if (label === 'Pass') return ''
  return critical
    ? `The metric ${name} was classified as ${label} (Critical)`
    : `${name} was classified as ${label}`
}

function meanRatio(experiment: readonly number[], control: readonly number[]): number {
  const [x, y] = [meanOf(experiment), meanOf(control)]
  return x === 0 || y === 0 ? Number.NaN : x / y
}

/** As Commons Math adds, so that a ratio on a threshold falls on the same side. */
function meanOf(values: readonly number[]): number {
  const rough = values.reduce((sum, value) => sum + value, 0) / values.length
  return rough + values.reduce((sum, value) => sum + (value - rough), 0) / values.length
}
