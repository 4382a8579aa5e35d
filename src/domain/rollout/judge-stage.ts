import type { Objective } from '../judging/objective.ts'
import type { Verdict } from '../judging/verdict.ts'
import { COMPARISON } from './compared-stage.ts'
import type { Plan } from './plan.ts'

/** What a verdict leads to. */
export type Breach = 'none' | 'pause' | 'rollback'

/** The objectives that a stage is held against: it may want more requests than an objective by itself. */
export function stageObjectives({ stages, objectives }: Plan, index: number): readonly Objective[] {
  const minRequests = stages[index]?.minRequests ?? 0
  return objectives.map((o) => ({ ...o, minSamples: Math.max(o.minSamples, minRequests) }))
}

/** What the plan says of an objective, or of the comparison; undefined for a question about the world. */
function onBreachOf(name: string, { objectives, comparison }: Plan) {
  if (name === COMPARISON && comparison !== undefined) return comparison.onBreach
  return objectives.find((o) => o.name === name)?.onBreach
}

/** Only a breach of objectives that all say `pause` pauses; anything else that is no pass takes the traffic back. */
export function breachOf({ verdict, evidence }: Omit<Verdict, 'reason'>, plan: Plan): Breach {
  if (verdict === 'pass') return 'none'
  const breached = evidence.filter((e) => e.verdict === 'fail')
  const pauses = breached.every((e) => onBreachOf(e.name, plan) === 'pause')
  return breached.length > 0 && pauses ? 'pause' : 'rollback'
}
