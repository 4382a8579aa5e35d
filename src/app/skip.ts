import { Failure } from '../domain/failure.ts'
import type { Draft, ReleaseKey } from '../domain/ledger/entry.ts'
import { decide } from '../domain/rollout/decide.ts'
import type { Rollout } from '../domain/rollout/state.ts'
import { type PersonPorts, personFor } from './pause.ts'
import { plannedRollout } from './planned-rollout.ts'
import { needed } from './say.ts'
import { type Hand, recordDecision, type ShiftPorts } from './shift-traffic.ts'

export type SkipPorts = ShiftPorts & PersonPorts

/**
 * A person answers for the stage in hand, and the next one follows. The last stage is always judged.
 * @throws Failure `refused`, `bad-input`, `overtaken`.
 */
export async function skip(given: string | undefined, hand: Hand, ports: SkipPorts): Promise<void> {
  const reason = needed(given, 'reason', 'say in one line why the stage is skipped')
  const person = await personFor('skip', ports)
  const { rollout } = hand
  assertForward(rollout)
  const step = decide(rollout)
  if (step.kind === 'ended') throw refused(step.reason)
  const { stages } = rollout.plan
  if (rollout.stage === stages.length) throw refused('all its stages have passed')
  if (rollout.stage === stages.length - 1)
    throw refused(`stage ${stages.length} of ${stages.length} is the last, which is always judged`)
  await recordDecision(hand, passOf(rollout.stage, `skipped by ${person}: ${reason}`), ports)
}

const refused = (why: string) => new Failure('refused', `nothing can be skipped: ${why}`)

/** Recorded as a verdict of a person, stage by stage; the last stage is still judged. */
export async function skipAll(
  rollout: Rollout,
  release: ReleaseKey,
  ports: SkipPorts,
): Promise<void> {
  const person = await personFor('promote', ports)
  if (rollout.result !== 'rolled-back') assertForward(rollout)
  if (decide(rollout).kind === 'ended') return
  const { planHash, plan } = rollout
  for (let at = rollout; at.stage < plan.stages.length - 1; ) {
    await recordDecision({ release, rollout: at }, passOf(at.stage, `skipped by ${person}`), ports)
    at = plannedRollout(await ports.ledger.entries(release), release, planHash)
    // Another person may have begun to take it back meanwhile.
    assertForward(at)
  }
}

function passOf(stage: number, reason: string): Draft {
  const pass = { verdict: 'pass', evidence: [], breach: 'none' } as const
  return { kind: 'verdict', payload: { gate: 'operator', stage, reason, ...pass, evidence: [] } }
}

/** @throws Failure `refused` for what is on its way back: a pass turns nothing around any more. */
function assertForward({ breach }: Rollout): void {
  if (breach === 'rollback')
    throw new Failure('refused', 'the release is on its way back', 'Let that end, then plan anew')
  if (breach === 'stop')
    throw new Failure('refused', 'the release is stopped', 'Roll it back, or plan anew')
}
