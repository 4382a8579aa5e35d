import { Failure, lineOf } from '../domain/failure.ts'
import type { Look } from '../domain/judging/comparison/look.ts'
import type { Evidence } from '../domain/judging/verdict.ts'
import { comparedStage } from '../domain/rollout/compared-stage.ts'
import { comparisonEvidence, uncompared } from '../domain/rollout/comparison-evidence.ts'
import type { Plan } from '../domain/rollout/plan.ts'
import type { Metrics } from '../ports/metrics.ts'

/** What a comparison came to, and the looks that it was judged by. */
export interface Compared {
  readonly evidence: Evidence
  /** Empty where none could be read. */
  readonly looks: readonly Look[]
}

/**
 * Hold the new version against the old one over all looks since a stage began: whoever asks, and however often somebody has asked before. Undefined where
 * the plan compares nothing in this stage. Never throws: what cannot be read is inconclusive.
 */
export async function compareStage(
  { plan, index }: { readonly plan: Plan; readonly index: number },
  times: { readonly from: Date; readonly to: Date },
  { comparable }: Metrics,
): Promise<Compared | undefined> {
  const stage = comparedStage(plan, index)
  if (stage === undefined) return undefined
  try {
    if (comparable === undefined) throw incomparable()
    const { look, looks: most } = stage
    const groups = { baseline: plan.baseline, canary: plan.version, look, looks: most, ...times }
    const looks = await comparable.looks(stage.metrics, groups)
    return { evidence: comparisonEvidence(stage, plan, looks), looks }
  } catch (error) {
    return { evidence: uncompared(stage, plan, lineOf(error)), looks: [] }
  }
}

/** Why a source does not compare, and what would. */
export function incomparable(): Failure {
  return new Failure(
    'bad-config',
    'the source of the metrics cannot compare two versions',
    'Use the provider prometheus or prober, or leave out the section comparison',
  )
}
