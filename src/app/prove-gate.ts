import { Failure } from '../domain/failure.ts'
import type { Entry } from '../domain/ledger/entry.ts'
import type { Step } from '../domain/rollout/decide.ts'
import { type GateNeed, unopened } from '../domain/rollout/gate-pass.ts'
import type { Rollout } from '../domain/rollout/state.ts'

/**
 * Before the first weight, and before it is left to others, the gate must have passed in this very attempt. What has
 * traffic already is judged by its stages.
 * @param need Undefined: no gate is asked for.
 * @param now Milliseconds since 1970.
 * @throws Failure `stale`.
 */
export function proveGate(
  step: Step,
  { begun, planSeq }: Rollout,
  {
    entries,
    need,
    now,
  }: {
    readonly entries: readonly Entry[]
    readonly need: GateNeed | undefined
    readonly now: number
  },
): void {
  if (need === undefined || begun !== undefined) return
  if (step.kind !== 'shift' && step.kind !== 'await') return
  const why = unopened(entries, planSeq, need, now)
  if (why === undefined) return
  throw new Failure('stale', `no traffic was moved: ${why}`, 'Run all jobs of the run again')
}
