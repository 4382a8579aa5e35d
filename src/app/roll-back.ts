import { Failure } from '../domain/failure.ts'
import type { Entry } from '../domain/ledger/entry.ts'
import { openReleasePath } from '../domain/ledger/path.ts'
import { BACK, type Pending, rolloutOf } from '../domain/rollout/state.ts'
import type { Weights } from '../ports/traffic.ts'
import { weightsText } from './held.ts'
import { insist } from './insist.ts'
import { findSlots, type Slots } from './rollback-target.ts'
import {
  assertSamePlan,
  type Hand,
  hasLeft,
  IN_FLIGHT_MS,
  record,
  type ShiftPorts,
} from './shift-traffic.ts'

/** All traffic to the old version, and the end of the release in the record. */
export async function rollBack(reason: string, hand: Hand, ports: ShiftPorts): Promise<string> {
  const to = await insist(() => allBack(hand, ports), ports)
  const from = await ports.traffic.weights()
  const stage = BACK
  const { planHash } = hand.rollout
  const draft = { kind: 'intent', payload: { effect: 'shift', stage, reason, from, to } } as const
  const entries = await ports.ledger.append(hand.release, (chain) => {
    assertSamePlan(chain, hand.rollout)
    const result = rolloutOf(chain)?.result
    if (result === 'rolled-back') return undefined
    if (result !== 'completed') return { draft, planHash }
    throw new Failure(
      'ended',
      'the release has completed meanwhile',
      'Use release-rollback for a completed release',
    )
  })
  // A second way back would reach the router late, when the next plan is under way.
  if (rolloutOf(entries)?.result === 'rolled-back') return 'another run has rolled back'
  await setBack(from, to, ports)
  await holdBack(to, entries, ports)
  await record(hand, { kind: 'outcome', payload: { effect: 'shift', stage, weights: to } }, ports)
  await record(
    hand,
    { kind: 'outcome', payload: { effect: 'release', result: 'rolled-back', reason } },
    ports,
    [openReleasePath(hand.release)],
  )
  return `rolled back: ${weightsText(to)}: ${reason}`
}

/** What is back already, or was set and not confirmed, is looked at before it is set again. */
export async function setBack(from: Weights, to: Weights, ports: ShiftPorts): Promise<void> {
  let isOff = weightsText(from) !== weightsText(to)
  await insist(async () => {
    if (!isOff && !(await hasLeft(to, ports))) return
    isOff = false
    await ports.traffic.shift(to)
  }, ports)
}

/** A shift forward of another run that was on its way must not have the last word. */
export async function holdBack(
  to: Weights,
  entries: readonly Entry[],
  { traffic, ledger, clock, log }: ShiftPorts,
): Promise<void> {
  const other = pendingForward(entries)
  if (other === undefined || other.run === ledger.run) return
  log.info(`run ${other.run} was about to move traffic: it is held at ${weightsText(to)}`)
  await clock.sleep(IN_FLIGHT_MS)
  if (await hasLeft(to, { traffic })) await traffic.shift(to)
}

/**
 * A step forward that nobody has settled. Not what stands last in the record: a way back may have begun after it, and
 * still be waiting.
 */
export function pendingForward(entries: readonly Entry[]): Pending | undefined {
  return rolloutOf(entries.filter((e) => !isOfWayBack(e)))?.pending
}

function isOfWayBack({ kind, payload }: Entry): boolean {
  return (kind === 'intent' || kind === 'outcome') && 'stage' in payload && payload.stage === BACK
}

/** The weights that give all traffic to the old version. */
export async function allBack(
  hand: Hand,
  ports: ShiftPorts,
): Promise<Readonly<Record<string, number>>> {
  const { stable, candidate } = await slotsOf(hand, ports)
  return { [stable]: 100, [candidate]: 0 }
}

/** The slots as the record of the last shift has them, so that a dead version cannot hide where the old one is. */
export async function slotsOf(
  { rollout: { plan, weights } }: Hand,
  { traffic }: ShiftPorts,
): Promise<Slots> {
  const slots = await findSlots(plan.baseline, traffic)
  if (weights !== undefined && !(slots.stable in weights))
    throw new Failure('bad-ledger', 'the recorded weights are not those of the configured slots')
  return slots
}
