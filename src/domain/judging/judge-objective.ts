import { againstBaseline } from './against-baseline.ts'
import { doubtOf } from './doubt.ts'
import { hintOf, intervalOf, limitText, sureText } from './explain.ts'
import { formatValue, isWithin, type Objective, type Observation } from './objective.ts'
import type { Evidence, VerdictKind } from './verdict.ts'

/**
 * Hold one look against its objective. A value beyond the limit fails as soon as there are enough samples, or enough
 * looks in a row; what raises a doubt decides nothing.
 */
export function judgeObjective(objective: Objective, seen: Observation): Evidence {
  const { value, samples, question, ...facts } = seen
  const doubt = doubtOf(objective, seen)
  const found = doubt === undefined ? against(objective, seen) : 'inconclusive'
  const streak = found === 'fail' ? streakOf(objective, seen) : undefined
  const hint = hintOf(objective, seen, doubt, found)
  const interval = intervalOf(objective, seen)
  return {
    name: objective.name,
    verdict: streak === undefined ? found : 'inconclusive',
    question,
    answer: `${formatValue(value, objective.unit)}${sureText(objective, seen)}${doubt?.text ?? streak ?? ''}`,
    limit: limitText(objective, seen),
    samples,
    // JSON has no other number.
    ...(Number.isFinite(value) ? { value } : {}),
    ...(Object.keys(facts).length === 0 ? {} : { look: facts }),
    ...(interval === undefined ? {} : { interval }),
    ...(hint === undefined ? {} : { hint }),
  }
}

/** What is said of a breach that has not lasted yet; undefined where it has. */
function streakOf({ consecutive = 1 }: Objective, { breaches = 1 }: Observation) {
  return breaches < consecutive ? `, breach ${breaches} of ${consecutive} in a row` : undefined
}

function against(objective: Objective, seen: Observation): VerdictKind {
  const { direction, limit, must, versus } = objective
  const otherwise = seen.early ? 'inconclusive' : 'fail'
  if (must === 'grow') return seen.value > 0 ? 'pass' : otherwise
  if (versus === 'baseline') return againstBaseline(objective, seen)
  const within = isWithin(seen.value, direction, limit)
  // Beyond every limit is a failure; an infinite value within one was never measured.
  if (within && !Number.isFinite(seen.value)) return 'inconclusive'
  return within ? 'pass' : otherwise
}
