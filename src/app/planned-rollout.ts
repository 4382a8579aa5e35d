import { Failure } from '../domain/failure.ts'
import type { Entry, ReleaseKey } from '../domain/ledger/entry.ts'
import { type Rollout, rolloutOf } from '../domain/rollout/state.ts'

/**
 * Where a planned release stands.
 * @param planHash The plan that the caller was given; undefined where the ledger's is the one that holds.
 * @throws Failure `no-plan`, `other-plan`.
 */
export function plannedRollout(
  entries: readonly Entry[],
  release: ReleaseKey,
  planHash: string | undefined,
): Rollout {
  const rollout = rolloutOf(entries)
  if (rollout === undefined)
    throw new Failure(
      'no-plan',
      `there is no plan for ${release.product} ${release.version}`,
      'Run the action plan first',
    )
  if (planHash !== undefined && rollout.planHash !== planHash)
    throw new Failure(
      'other-plan',
      `the ledger holds the plan ${rollout.planHash}, not ${planHash}`,
      'Start the pipeline again',
    )
  return rollout
}
