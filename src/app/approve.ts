import { Failure } from '../domain/failure.ts'
import type { Verdict } from '../domain/judging/verdict.ts'
import type { Entry } from '../domain/ledger/entry.ts'
import { noKey } from '../domain/ledger/trust.ts'
import type { Rollout } from '../domain/rollout/state.ts'
import { personFor } from './pause.ts'
import { assertBefore, needed, notAsked, type Said, type SayPorts, said, say } from './say.ts'
import type { Hand } from './shift-traffic.ts'

/** What a person consents to. */
type Consent = 'approve' | 'accept'

const REMEDY = 'name the plan that you have read; it stands in the tracking issue'

/**
 * A person consents to this very plan: to its rollout, or to what is new in it. Planned anew it is another one.
 * @throws Failure `refused`, `bad-input`, `unsigned` where the plan asks for a signature and this run has no key.
 */
export async function consent(
  decision: Consent,
  { reason = '', 'plan-hash': planHash }: Said,
  hand: Hand,
  ports: SayPorts,
): Promise<Verdict> {
  needed(planHash, 'plan-hash', REMEDY)
  const by = await personFor(decision, ports)
  const { ledger, context } = ports
  const state = await say(
    hand,
    (now, entries) => {
      assertAsked(decision, now)
      if (decision === 'approve') assertMayApprove(now, entries, context.actor, ledger.canSign)
      const before = decision === 'approve' ? now.met.approved : now.met.accepted
      if (before !== undefined) return undefined
      assertBefore(decision, now)
      return { kind: 'approval', payload: { decision, by, reason } }
    },
    ports,
  )
  const { approved, accepted } = state.met
  const what =
    decision === 'approve' ? `plan approved by ${approved}` : `features accepted by ${accepted}`
  return said(what, state, ports)
}

function assertAsked(decision: Consent, { plan: { conditions } }: Rollout): void {
  if (decision === 'approve' && conditions?.approval === undefined) throw notAsked('approval')
  if (decision === 'accept' && conditions?.acceptance === undefined) throw notAsked('acceptance')
}

function assertMayApprove(
  { plan: { conditions }, planSeq }: Rollout,
  entries: readonly Entry[],
  actor: string,
  canSign: boolean,
): void {
  if (conditions?.approval === 'signed' && !canSign)
    throw noKey('the plan asks for a signed approval')
  const planner = entries.find(({ seq }) => seq === planSeq)?.actor ?? ''
  if (conditions?.fourEyes === undefined || planner.toLowerCase() !== actor.toLowerCase()) return
  throw new Failure(
    'refused',
    `${actor} has planned this release and may not approve it: conditions.four-eyes is true`,
    'Ask somebody else who may approve',
  )
}
