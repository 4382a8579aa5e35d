import { Failure } from '../domain/failure.ts'
import { passed, type Verdict } from '../domain/judging/verdict.ts'
import type { Rollout } from '../domain/rollout/state.ts'
import { weightsText } from './held.ts'
import { rollBack } from './roll-back.ts'
import { findSlots } from './rollback-target.ts'
import type { Hand, ShiftPorts } from './shift-traffic.ts'

/**
 * All traffic of a release back to the old version; one that went back before is only looked at.
 * @throws Failure `ended` for one that has completed, or whose traffic has been moved since.
 */
export async function takeBack(reason: string, hand: Hand, ports: ShiftPorts): Promise<Verdict> {
  const { rollout } = hand
  if (rollout.result === 'rolled-back') return stillBack(rollout, ports)
  if (rollout.result === 'completed')
    throw new Failure(
      'ended',
      'the release has completed',
      'Use release-rollback for a completed release',
    )
  return passed(await rollBack(reason, hand, ports))
}

/** Taken back before: nothing is written again, but the router is asked. */
async function stillBack({ plan }: Rollout, { traffic }: ShiftPorts): Promise<Verdict> {
  const weights = await traffic.weights()
  const { stable } = await findSlots(plan.baseline, traffic)
  if (weights[stable] === 100) return passed(`was rolled back before: ${weightsText(weights)}`)
  throw new Failure(
    'ended',
    `the release has rolled back, but the router has ${weightsText(weights)}`,
    `Use release-rollback to ${plan.baseline}`,
  )
}
