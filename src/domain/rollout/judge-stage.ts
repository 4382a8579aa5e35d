import type { Objective } from '../judging/objective.ts'
import type { Verdict } from '../judging/verdict.ts'
import { COMPARISON } from './compared-stage.ts'
import type { Plan } from './plan.ts'
import { breached } from './weigh.ts'

/** What a verdict can lead to, from the mildest on. */
export const BREACHES = ['none', 'page', 'pause', 'stop', 'rollback'] as const
export type Breach = (typeof BREACHES)[number]

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

/** The hardest of what is said of what is broken; anything else that is no pass takes the traffic back. */
export function breachOf({ verdict, evidence }: Omit<Verdict, 'reason'>, plan: Plan): Breach {
  if (verdict === 'pass') return 'none'
  const said = breached(evidence, plan).map((e) => onBreachOf(e.name, plan) ?? 'rollback')
  return BREACHES.findLast((breach) => said.some((one) => one === breach)) ?? 'rollback'
}

/** Milliseconds in which people have to decide about a breach that pages: the shortest of those that page. */
export function decideWithin({ evidence }: Pick<Verdict, 'evidence'>, plan: Plan): number {
  return Math.min(...pages(evidence, plan).map((o) => o.decideWithin ?? Number.POSITIVE_INFINITY))
}

/** The roles that are asked about a breach that pages; empty where the objectives name none. */
export function rolesAsked({ evidence }: Pick<Verdict, 'evidence'>, plan: Plan): readonly string[] {
  return [...new Set(pages(evidence, plan).flatMap((o) => o.who ?? []))]
}

function pages(evidence: Verdict['evidence'], plan: Plan): readonly Objective[] {
  const names = breached(evidence, plan).map(({ name }) => name)
  return plan.objectives.filter((o) => o.onBreach === 'page' && names.includes(o.name))
}
