import type { Verdict } from '../domain/judging/verdict.ts'
import type { Entry } from '../domain/ledger/entry.ts'
import { openReleasePath } from '../domain/ledger/path.ts'
import type { Plan } from '../domain/rollout/plan.ts'
import {
  BACK,
  type Pending,
  type Result,
  type Rollout,
  rolloutOf,
} from '../domain/rollout/state.ts'
import { waiting } from '../domain/rollout/waiting.ts'
import type { Ledger } from './ledger.ts'
import { keyOf } from './plan.ts'
import { pendingForward } from './roll-back.ts'

/** Record how a release ended, where it has ended and nobody has done so. The chain as it is afterwards. */
export async function recordEnd(
  { plan, planHash }: { readonly plan: Plan; readonly planHash: string },
  judge: (entries: readonly Entry[]) => Promise<Verdict>,
  ledger: Ledger,
): Promise<readonly Entry[]> {
  const release = keyOf(plan)
  return ledger.append(release, async (entries) => {
    const rollout = rolloutOf(entries)
    if (rollout?.planHash !== planHash) return undefined
    // Another run is moving the traffic at this moment: the end is not for this one to write.
    if (rollout.pending !== undefined && rollout.pending.run !== ledger.run) return undefined
    // Its own way back has died over such a step: who goes it to its end waits for that step, and ends the release.
    const isBack = rollout.pending?.stage === BACK
    if (isBack && isOfAnother(pendingForward(entries), ledger)) return undefined
    const verdict = await judge(entries)
    const result = resultOf(rollout, verdict)
    if (result === undefined) return undefined
    const payload = { effect: 'release' as const, result, reason: verdict.reason }
    return { draft: { kind: 'outcome', payload }, planHash, close: [openReleasePath(release)] }
  })
}

function isOfAnother(step: Pending | undefined, { run }: Ledger): boolean {
  return step !== undefined && step.run !== run
}

/** The end that is to be written; undefined while there is none, and where it stands already. */
function resultOf(rollout: Rollout, { verdict }: Verdict): Result | undefined {
  // It goes on: with its clock, or when a person says so.
  if (waiting(rollout) !== undefined) return undefined
  // What nobody can tell now the next tick may.
  if (rollout.plan.clock !== undefined && verdict === 'inconclusive') return undefined
  // A job that failed and was run again may turn a failed end into a good one; nothing else is said twice.
  if (verdict === 'pass' && rollout.result === 'failed') return 'completed'
  if (rollout.result !== undefined) return undefined
  return verdict === 'pass' ? 'completed' : 'failed'
}
