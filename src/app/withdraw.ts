import type { Verdict } from '../domain/judging/verdict.ts'
import type { Entry } from '../domain/ledger/entry.ts'
import { authorise } from './authority.ts'
import { holdsTraffic, isOwn } from './left-over.ts'
import type { PersonPorts } from './pause.ts'
import { needed } from './say.ts'
import type { Hand, ShiftPorts } from './shift-traffic.ts'
import { takeBack } from './take-back.ts'

/**
 * What must be well before the traffic moves is not: nothing moves forward, and what an earlier attempt has given the
 * new version goes back. The run that planned the release does so for itself; for anybody else it is a roll back.
 * Never a pass.
 */
export async function withdraw(
  reason: string | undefined,
  hand: Hand,
  entries: readonly Entry[],
  ports: PersonPorts & ShiftPorts,
): Promise<Verdict> {
  const why = needed(reason, 'reason', 'say in one line what is not well')
  if (!isOwn(hand, entries, ports)) await authorise('roll-back', ports.context.actor, ports)
  if (!(await holdsTraffic(hand, ports)))
    return { verdict: 'fail', reason: `no traffic was moved: ${why}`, evidence: [] }
  const { reason: done } = await takeBack(why, hand, ports)
  return { verdict: 'fail', reason: done, evidence: [] }
}
