import { judgeAgain } from '../judging/judge-again.ts'
import type { Objective } from '../judging/objective.ts'
import type { Evidence } from '../judging/verdict.ts'
import type { Entry } from '../ledger/entry.ts'
import { COMPARISON, comparedStage } from './compared-stage.ts'
import { breachOf, stageObjectives } from './judge-stage.ts'
import type { Plan } from './plan.ts'
import { type ReadAttachment, recompare } from './replay-comparison.ts'
import { isGate, replayGate } from './replay-gate.ts'
import { SCORE, weigh } from './weigh.ts'

type Judged = Extract<Entry, { kind: 'verdict' }>

/** One verdict of the record, judged again from its own evidence and the plan. */
export interface Replayed {
  readonly seq: number
  /** What stands in the record, as `verdict (breach)`. */
  readonly recorded: string
  /** What the evidence gives; the same where all is well. */
  readonly recomputed: string
  /** Pieces of evidence that hold no value: taken as they stand, but never for a pass. */
  readonly unmeasured: readonly string[]
  /** Files behind the evidence that are missing, others, or give other figures. */
  readonly faults: readonly string[]
}

/** Before a stage the one before it is judged. */
const GATES: readonly string[] = ['stage', 'before-stage']

/** Judge every stage of a chain again, and the gate before it. A person who skips stages gives no evidence: there is nothing to recompute. */
export function replay(entries: readonly Entry[], read: ReadAttachment): readonly Replayed[] {
  let plan: Plan | undefined
  return entries.flatMap((entry) => {
    if (entry.kind === 'plan') plan = entry.payload.plan
    if (entry.kind === 'verdict' && isGate(entry)) return [replayGate(entry, read)]
    if (entry.kind !== 'verdict' || !GATES.includes(entry.payload.gate) || plan === undefined)
      return []
    return [again(entry, plan, read)]
  })
}

function again({ seq, payload }: Judged, plan: Plan, read: ReadAttachment): Replayed {
  const { gate, stage, verdict, breach } = payload
  const index = gate === 'before-stage' ? (stage ?? 0) - 1 : (stage ?? 0)
  const objectives = stageObjectives(plan, index)
  const asked = payload.evidence.filter(({ name }) => name !== SCORE)
  const pieces = asked.map((e) =>
    e.name === COMPARISON && plan.comparison !== undefined
      ? recompare(e, plan, index, read)
      : { evidence: piece(e, objectives), fault: undefined },
  )
  const evidence = pieces.map((one) => one.evidence)
  const found = weigh(evidence, plan)
  const isCut = payload.evidence.length === 0 && verdict === 'inconclusive'
  return {
    seq,
    recorded: `${verdict} (${breach})`,
    recomputed: isCut ? 'inconclusive (rollback)' : `${found.verdict} (${breachOf(found, plan)})`,
    unmeasured: payload.evidence
      .filter(({ name, value }) => value === undefined && objectives.some((o) => o.name === name))
      .map(({ name }) => name),
    faults: [...pieces.flatMap(({ fault }) => fault ?? []), ...uncompared(payload, plan, index)],
  }
}

function piece(e: Evidence, objectives: readonly Objective[]): Evidence {
  const objective = objectives.find(({ name }) => name === e.name)
  return objective === undefined ? asWanted(e) : judgeAgain(objective, e)
}

/** What the plan compares does not pass without its comparison. */
function uncompared(
  { gate, verdict, evidence }: Judged['payload'],
  plan: Plan,
  index: number,
): string[] {
  if (gate !== 'stage' || verdict !== 'pass' || comparedStage(plan, index) === undefined) return []
  return evidence.some(({ name }) => name === COMPARISON) ? [] : ['it has no comparison']
}

/** A question about the world passes when the answer is the one that was wanted. */
function asWanted(e: Evidence): Evidence {
  if (e.verdict === 'inconclusive') return e
  return { ...e, verdict: e.answer === e.limit ? 'pass' : 'fail' }
}
