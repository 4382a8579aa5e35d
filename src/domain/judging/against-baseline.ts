import { sequentialRates } from '../statistics/sequential-rates.ts'
import { isUpperLimit, isWithin, type Objective, type Observation } from './objective.ts'

/** A false stop has this probability at most, over all looks at one stage. */
const ALPHA = 0.01
/** How many times worse than allowed a bad version may be: tried equally. */
const SUSPECTED = [1.5, 2, 4, 8, 32] as const

/** Whether a value is a share of the samples, so that what lies behind it can be counted. */
export function isCounted({ unit, query }: Pick<Objective, 'unit' | 'query'>): boolean {
  return unit === 'ratio' && query === null
}

/** The last value that is not worse than the baseline by more than the bound; NaN where the baseline has none. */
export function allowedBeside(objective: Objective, { baseline }: Observation): number {
  const value = baseline?.value ?? Number.NaN
  // Of a value below zero the same share is allowed, in the same direction.
  const room = objective.limit * Math.abs(value)
  return isUpperLimit(objective) ? value + room : value - room
}

/**
 * Not worse than the baseline by more than the bound. A share of requests is worse when the evidence for it reaches
 * 100 to 1, however often it is looked at; of any other value only the two numbers are known.
 */
export function againstBaseline(objective: Objective, seen: Observation): 'pass' | 'fail' {
  if (isCounted(objective)) return evidenceAgainst(objective, seen) < 1 / ALPHA ? 'pass' : 'fail'
  const { value } = seen
  return isWithin(value, objective.direction, allowedBeside(objective, seen)) ? 'pass' : 'fail'
}

/**
 * How many times likelier what was counted is where the new version is worse than allowed. Over windows that grow from one
 * start, with the traffic split as it is, this is the evidence of all looks so far.
 */
export function evidenceAgainst(objective: Objective, seen: Observation): number {
  const mine = rateOf(seen)
  const theirs = rateOf(seen.baseline ?? { samples: 0 })
  if (mine.exposure === 0 || theirs.exposure === 0) return 1
  const isWorseAbove = isUpperLimit(objective)
  const [first, second] = isWorseAbove ? [mine, theirs] : [theirs, mine]
  const allowed = isWorseAbove ? 1 + objective.limit : 1 / (1 - objective.limit)
  // A share may fall by all that it is: nothing is worse than that.
  if (!Number.isFinite(allowed)) return 0
  const suspected = SUSPECTED.map((times) => times * allowed)
  return Math.exp(sequentialRates([{ first, second }], { allowed, suspected }))
}

const rateOf = ({
  value = 0,
  samples,
}: {
  readonly value?: number | undefined
  samples: number
}) => ({
  events: Math.round(value * samples),
  exposure: samples,
})
