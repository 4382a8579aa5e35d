import { formatRatio } from '../config/ratio.ts'
import type { Interval } from '../statistics/interval.ts'
import { wilsonInterval } from '../statistics/wilson.ts'
import { allowedBeside, evidenceAgainst, isCounted } from './against-baseline.ts'
import type { Doubt } from './doubt.ts'
import {
  type Direction,
  formatValue,
  isUpperLimit,
  type Objective,
  type Observation,
  worstIn,
} from './objective.ts'
import type { VerdictKind } from './verdict.ts'

/** How sure an interval is. */
const CONFIDENCE = 0.95

const WORDS: Readonly<Record<Direction, string>> = {
  'at-most': 'at most',
  'at-least': 'at least',
  below: 'below',
  above: 'above',
}

/** The limit of an objective for people; with the baseline's value where it was seen. */
export function limitText(objective: Objective, seen?: Observation): string {
  const { must, versus, direction, limit, unit } = objective
  if (must === 'grow') return 'growth'
  if (versus === undefined) return `${WORDS[direction]} ${formatValue(limit, unit)}`
  const side = isUpperLimit(objective) ? '+' : '-'
  const bound = `the baseline ${side} ${formatRatio(limit)}`
  const allowed = seen === undefined ? Number.NaN : allowedBeside(objective, seen)
  if (!Number.isFinite(allowed)) return `${WORDS[direction]} ${bound}`
  return `${WORDS[direction]} ${formatValue(allowed, unit)}, ${bound}`
}

/** What the source is sure of, for people; empty where it does not say. */
export function sureText(objective: Objective, { interval }: Observation): string {
  if (interval === undefined) return ''
  const word = isUpperLimit(objective) ? 'at most' : 'at least'
  return `, surely ${word} ${formatValue(worstIn(interval, objective), objective.unit)}`
}

/** Where the true value lies: as the source says, else with 95 % by Wilson; undefined where nothing was counted. */
export function intervalOf(objective: Objective, { value, samples, interval }: Observation) {
  if (interval !== undefined) return interval
  const isShare = value >= 0 && value <= 1 && samples > 0 && Number.isFinite(samples)
  if (!isCounted(objective) || !isShare) return undefined
  const { lower, upper }: Interval = wilsonInterval(
    { hits: value * samples, trials: samples },
    CONFIDENCE,
  )
  return { lower, upper: Math.min(1, upper) }
}

/** What would change the verdict, for people; undefined where that is nobody's to say. */
export function hintOf(
  objective: Objective,
  seen: Observation,
  doubt: Doubt | undefined,
  found: VerdictKind,
): string | undefined {
  if (doubt !== undefined) return `decides with ${doubt.remedy}`
  if (objective.must === 'grow')
    return found === 'pass' ? 'fails without growth' : 'passes as soon as it grows'
  if (found === 'inconclusive') return undefined
  const verb = found === 'pass' ? 'fails' : 'passes'
  if (objective.versus !== undefined && isCounted(objective))
    return `${verb} where the evidence that it is worse ${found === 'pass' ? 'reaches' : 'is below'} 100 to 1, now ${ratioText(evidenceAgainst(objective, seen))}`
  return `${verb} ${turningPoint(objective, seen, found)}`
}

/** How a bound is spoken of where crossing it turns a pass or a failure into the other one. */
const TURNS: Readonly<Record<Direction, Readonly<Record<'pass' | 'fail', string>>>> = {
  'at-most': { pass: 'above', fail: 'up to' },
  'at-least': { pass: 'below', fail: 'from' },
  below: { pass: 'from', fail: 'below' },
  above: { pass: 'down to', fail: 'above' },
}

function turningPoint(objective: Objective, seen: Observation, found: 'pass' | 'fail'): string {
  const { direction, limit, unit, versus } = objective
  const bound = versus === undefined ? limit : allowedBeside(objective, seen)
  const text = `${TURNS[direction][found]} ${formatValue(bound, unit)}`
  if (!isCounted(objective) || !Number.isFinite(seen.value)) return text
  return `${text}; ${Math.round(seen.value * seen.samples)} of ${seen.samples} were counted`
}

function ratioText(evidence: number): string {
  return evidence >= 1000 ? 'more than 1000 to 1' : `${Number(evidence.toPrecision(2))} to 1`
}
