import { judgeObjective } from './judge-objective.ts'
import type { Objective } from './objective.ts'
import type { Evidence } from './verdict.ts'

/** The evidence of an objective judged again, by what was measured. Without a value it is taken as it stands, but never for a pass. */
export function judgeAgain(objective: Objective, recorded: Evidence): Evidence {
  const { value, samples = 0, question, look } = recorded
  if (value === undefined) return recorded.verdict === 'pass' ? doubtful(recorded) : recorded
  return judgeObjective(objective, { ...look, value, samples, question })
}

/** What cannot be judged again is no pass any more. */
export function doubtful(recorded: Evidence): Evidence {
  return { ...recorded, verdict: 'inconclusive' }
}
