import type { Verdict } from '../domain/judging/verdict.ts'
import type { Entry } from '../domain/ledger/entry.ts'
import { isOut } from '../domain/rollout/waiting.ts'
import { rollBack, slotsOf } from './roll-back.ts'
import type { Hand, ShiftPorts } from './shift-traffic.ts'

/** Users may reach the new version, as the record says. */
export async function holdsTraffic(hand: Hand, ports: ShiftPorts): Promise<boolean> {
  const { pending, weights } = hand.rollout
  if (pending !== undefined) return true
  if (weights === undefined) return false
  const { candidate } = await slotsOf(hand, ports)
  return (weights[candidate] ?? 0) > 0
}

/** This run has planned the release: it is its own, whoever started it. */
export function isOwn(
  { rollout }: Hand,
  entries: readonly Entry[],
  { ledger }: ShiftPorts,
): boolean {
  return entries.find(({ seq }) => seq === rollout.planSeq)?.run.id === ledger.run
}

/**
 * The release of this run was recorded as failed in the middle of its stages, and still has a share that nobody looks
 * at, because an attempt was lost or could not take it back: it goes back. One that was stopped stands where its plan
 * wants it. Undefined: nothing is left.
 */
export async function takeLeftOver(
  hand: Hand,
  entries: readonly Entry[],
  ports: ShiftPorts,
): Promise<Verdict | undefined> {
  const { result, breach } = hand.rollout
  const isLost = result === 'failed' && breach !== 'stop' && !isOut(hand.rollout)
  if (!isLost || !isOwn(hand, entries, ports) || !(await holdsTraffic(hand, ports)))
    return undefined
  const why = 'the release has failed, and nobody looked at the share that it still had'
  return { verdict: 'fail', reason: await rollBack(why, hand, ports), evidence: [] }
}
