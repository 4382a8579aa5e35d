import { formatDuration } from '../config/duration.ts'
import { formatValue, isWithin, type Objective, type Observation, worstIn } from './objective.ts'

/** Why a look decides nothing. */
export interface Doubt {
  /** Follows the value, for people. */
  readonly text: string
  /** What would let it decide. */
  readonly remedy: string
}

/** A share that two sums of the same series give may lie so far beyond 1. */
const ROUNDING = 1e-6

/** The policies for what is no proper value, in their order; undefined where there is nothing to doubt. */
export function doubtOf(objective: Objective, seen: Observation): Doubt | undefined {
  return (
    otherUnit(objective, seen) ??
    tooFew(objective, seen) ??
    noNumber(objective, seen) ??
    noShare(objective, seen) ??
    stale(objective, seen) ??
    partial(objective, seen) ??
    noBaseline(objective, seen) ??
    unsure(objective, seen)
  )
}

function otherUnit({ unit }: Objective, seen: Observation): Doubt | undefined {
  if (seen.unit === undefined || seen.unit === unit) return undefined
  return {
    text: `, in ${seen.unit} where ${unit} is meant`,
    remedy: `an answer in ${unit}`,
  }
}

function tooFew({ minSamples, must }: Objective, { samples }: Observation): Doubt | undefined {
  if (samples >= minSamples || must === 'grow') return undefined
  const missing = Number.isFinite(samples) ? minSamples - samples : minSamples
  return {
    text: ` from ${samples} of ${minSamples} samples`,
    remedy: missing === 1 ? '1 more sample' : `${missing} more samples`,
  }
}

/** An endless value is beyond every limit, but neither growth nor comparable with another one. */
function noNumber({ must, versus }: Objective, { value }: Observation): Doubt | undefined {
  const isLimit = must === undefined && versus === undefined
  if (Number.isFinite(value) || (isLimit && !Number.isNaN(value))) return undefined
  return { text: '', remedy: 'a value that is a number' }
}

/** What lies outside of 0..1 may be percent, or no ratio at all. */
function noShare({ unit }: Objective, { value }: Observation): Doubt | undefined {
  if (unit === 'count' || !Number.isFinite(value)) return undefined
  if (value >= 0 && (unit === 'milliseconds' || value <= 1 + ROUNDING)) return undefined
  return unit === 'ratio'
    ? { text: ', outside of 0 % to 100 %', remedy: 'a ratio from 0 to 1, not percent' }
    : { text: ', less than no time', remedy: 'milliseconds from 0 on' }
}

function stale({ maxAge }: Objective, { age }: Observation): Doubt | undefined {
  if (maxAge === undefined || (age !== undefined && age <= maxAge)) return undefined
  const remedy = `a sample of the last ${formatDuration(maxAge)}`
  if (age === undefined) return { text: ', and the source does not say how old it is', remedy }
  return { text: `, newest sample ${formatDuration(age)} old`, remedy }
}

/** Only a window of its own has to be whole: that of a stage begins with it. */
function partial({ window }: Objective, { covered }: Observation): Doubt | undefined {
  if (window === undefined || covered === undefined || covered >= window) return undefined
  return {
    text: `, over ${formatDuration(covered)} of ${formatDuration(window)}`,
    remedy: `a source that remembers ${formatDuration(window)}`,
  }
}

function noBaseline(objective: Objective, { baseline }: Observation): Doubt | undefined {
  if (objective.versus === undefined) return undefined
  const { minSamples, unit } = objective
  const { value, samples } = baseline ?? { samples: 0 }
  const remedy = `a baseline with ${minSamples} samples`
  if (samples < minSamples)
    return { text: `, baseline with ${samples} of ${minSamples} samples`, remedy }
  if (value !== undefined && Number.isFinite(value)) return undefined
  return { text: `, baseline with ${formatValue(Number.NaN, unit)}`, remedy }
}

/**
 * The value keeps its limit, and the samples leave open whether the true one does. A value beyond the limit is never unsure: that is what was seen.
 */
function unsure(objective: Objective, { value, interval }: Observation): Doubt | undefined {
  if (interval === undefined || objective.must !== undefined || objective.versus !== undefined)
    return undefined
  const { direction, limit } = objective
  const mayBreak =
    isWithin(value, direction, limit) && !isWithin(worstIn(interval, objective), direction, limit)
  return mayBreak ? { text: '', remedy: 'more samples' } : undefined
}
