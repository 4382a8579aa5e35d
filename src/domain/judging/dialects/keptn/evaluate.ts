import type { VerdictKind } from '../../verdict.ts'
import { type Criterion, satisfies, targetOf } from './criterion.ts'
import { type Comparison, type Earlier, earlierValue, type Status } from './earlier.ts'

/** Criteria of which all have to hold. */
export type CriteriaSet = readonly Criterion[]

/** One objective of an SLO file. One set of its criteria is enough. */
export interface Objective {
  readonly sli: string
  readonly key: boolean
  readonly weight: number
  readonly pass: readonly CriteriaSet[]
  readonly warning: readonly CriteriaSet[]
}

/** An SLO file as far as it is judged by. */
export interface Slo {
  readonly objectives: readonly Objective[]
  readonly comparison: Comparison
  /** Percent of the score. `warning` null: there is no warning. */
  readonly total: { readonly pass: number; readonly warning: number | null }
}

/** What became of one objective. */
export interface ObjectiveResult {
  readonly sli: string
  /** Null where its provider had none. */
  readonly value: number | null
  /** What it was compared with; null where there was nothing. */
  readonly earlier: number | null
  readonly status: Status
  readonly score: number
}

export interface Evaluation {
  /** Pass, warning and fail in our words. */
  readonly verdict: VerdictKind
  readonly result: 'pass' | 'warning' | 'fail'
  /** 0…100. */
  readonly score: number
  readonly objectives: readonly ObjectiveResult[]
}

const VERDICTS = { pass: 'pass', warning: 'inconclusive', fail: 'fail' } as const

/** Evaluates as Keptn's lighthouse does. Where nothing is known or asked for it passes. */
export function evaluate(
  slo: Slo,
  values: Readonly<Record<string, number | null>>,
  evaluations: readonly Earlier[],
): Evaluation {
  const objectives = slo.objectives.map((objective) =>
    resultFor(objective, values, earlierValue(objective.sli, evaluations, slo.comparison)),
  )
  const most = slo.objectives.reduce((sum, one) => sum + (one.pass.length > 0 ? one.weight : 0), 0)
  // An indicator that nobody answered for costs its points, but is no failed key.
  const keyFailed = slo.objectives.some(
    ({ key, sli }, i) => key && objectives[i]?.status === 'fail' && Object.hasOwn(values, sli),
  )
  const sum = objectives.reduce((all, { score }) => all + score, 0)
  const score = most === 0 ? 100 : 100 * (sum / most)
  const result = most === 0 ? 'pass' : resultOf(score, keyFailed, slo.total)
  return { verdict: VERDICTS[result], result, score, objectives }
}

function resultFor(
  objective: Objective,
  values: Readonly<Record<string, number | null>>,
  earlier: number | undefined,
): ObjectiveResult {
  const { sli, weight } = objective
  const known = Object.hasOwn(values, sli)
  const value = known ? (values[sli] ?? null) : null
  const status = known ? statusOf(objective, value, earlier) : 'fail'
  return { sli, value, earlier: earlier ?? null, status, score: weight * PART[status] }
}

/** Of its weight. */
const PART: Readonly<Record<Status, number>> = { pass: 1, warning: 0.5, fail: 0, info: 0 }

function resultOf(score: number, keyFailed: boolean, { pass, warning }: Slo['total']) {
  if (keyFailed) return 'fail'
  if (score >= pass) return 'pass'
  return warning !== null && score >= warning ? 'warning' : 'fail'
}

function statusOf(
  { pass, warning }: Objective,
  value: number | null,
  earlier: number | undefined,
): Status {
  const holds = (sets: readonly CriteriaSet[]) =>
    sets.some((set) => set.every((criterion) => isMet(criterion, value, earlier)))
  if (pass.length === 0) return 'info'
  if (holds(pass)) return 'pass'
  return holds(warning) ? 'warning' : 'fail'
}

function isMet(criterion: Criterion, value: number | null, earlier: number | undefined): boolean {
  if (value === null) return false
  if (!criterion.comparison) return satisfies(value, criterion.operator, criterion.value)
  return earlier === undefined || satisfies(value, criterion.operator, targetOf(criterion, earlier))
}
