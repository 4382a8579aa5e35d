import { Failure } from '../domain/failure.ts'
import type { Entry } from '../domain/ledger/entry.ts'
import type { Rollout } from '../domain/rollout/state.ts'

/**
 * What the jobs of a run have found out is of the plan that they were run under. Was the release planned anew since, be
 * it with the same plan, then a job of that run which is run again says nothing of it.
 * @param run Id of the run that acts.
 * @throws Failure `overtaken` where the run has written before that plan, and nothing since.
 */
export function proveNotLeftBehind(
  entries: readonly Entry[],
  { plan, planSeq }: Rollout,
  run: number,
): void {
  const last = entries.findLast((e) => e.run.id === run)
  if (last === undefined || last.seq >= planSeq) return
  const planner = entries.find(({ seq }) => seq === planSeq)?.run.id
  throw new Failure(
    'overtaken',
    `run ${planner} has planned ${plan.product} ${plan.version} anew, and what run ${run} knows is older`,
    'Run all jobs of the run again, or leave the release to the other one',
  )
}
