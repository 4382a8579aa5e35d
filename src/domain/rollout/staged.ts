import { Failure } from '../failure.ts'
import { canonical } from '../ledger/canonical.ts'
import type { Entry } from '../ledger/entry.ts'
import type { Plan } from './plan.ts'
import { type Rollout, rolloutOf } from './state.ts'

/**
 * What comes after another profile begins where that one has completed: the same version, of the same commit, with the same
 * files. Its last release there counts, and whether it was taken back since.
 * @param entries The whole chain of the version.
 * @throws Failure `not-staged` saying what is missing.
 */
export function assertStaged(plan: Plan, entries: readonly Entry[]): void {
  const { version, profile, after } = plan
  if (after === undefined) return
  const why = faultOf(plan, lastUnder(after, entries))
  if (why === undefined) return
  throw new Failure(
    'not-staged',
    `${version} ${why} under ${after}, and ${profile === '' ? 'this release' : profile} comes after it`,
    `Release it there first: environment ${after}`,
  )
}

/** The rollout of the last plan under a profile, as it ended. */
function lastUnder(profile: string, entries: readonly Entry[]): Rollout | undefined {
  const isPlan = (entry: Entry) => entry.kind === 'plan'
  const from = entries.findLastIndex(
    (entry) => entry.kind === 'plan' && entry.payload.plan.profile === profile,
  )
  if (from < 0) return undefined
  const next = entries.findIndex((entry, index) => index > from && isPlan(entry))
  return rolloutOf(entries.slice(from, next < 0 ? undefined : next))
}

function faultOf(plan: Plan, before: Rollout | undefined): string | undefined {
  if (before === undefined) return 'was not released'
  if (before.result === undefined) return 'is still open'
  if (before.result === 'rolled-back') return 'was rolled back'
  if (before.result === 'failed') return 'has failed'
  if (before.plan.commit !== plan.commit) return 'was released from another commit'
  const isSame = canonical(before.plan.artefacts) === canonical(plan.artefacts)
  return isSame ? undefined : 'was released with other files'
}
