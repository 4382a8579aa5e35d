import { openReleasePath } from '../domain/ledger/path.ts'
import { decide } from '../domain/rollout/decide.ts'
import { rolloutOf } from '../domain/rollout/state.ts'
import { weightsText } from './held.ts'
import { assertSamePlan, type Hand, type ShiftPorts } from './shift-traffic.ts'

/**
 * The end of a release that stops where it stands, in the record: no traffic moves.
 * @throws Failure `overtaken` when it was planned anew.
 */
export async function stopRelease(
  reason: string,
  hand: Hand,
  { ledger }: Pick<ShiftPorts, 'ledger'>,
): Promise<string> {
  const { planHash, weights = {} } = hand.rollout
  const payload = { effect: 'release', result: 'failed', reason: `stopped: ${reason}` } as const
  await ledger.append(hand.release, (entries) => {
    assertSamePlan(entries, hand.rollout)
    const now = rolloutOf(entries)
    // Another run was faster, or a person takes it back.
    if (now === undefined || decide(now).kind !== 'stop') return undefined
    return {
      draft: { kind: 'outcome', payload },
      planHash,
      close: [openReleasePath(hand.release)],
    }
  })
  return `stopped, the traffic stays at ${weightsText(weights)}: ${reason}`
}
