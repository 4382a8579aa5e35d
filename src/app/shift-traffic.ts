import { Failure } from '../domain/failure.ts'
import { canonical } from '../domain/ledger/chain.ts'
import type { Draft, Entry, ReleaseKey } from '../domain/ledger/entry.ts'
import { openReleasePath } from '../domain/ledger/path.ts'
import { BACK, type Rollout, rolloutOf } from '../domain/rollout/state.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Traffic, Weights } from '../ports/traffic.ts'
import type { Ledger } from './ledger.ts'
import { weightsText } from './observe-stage.ts'
import { findSlots, type Slots } from './rollback-target.ts'

/** A release and where it stood when the step in hand was decided. */
export interface Hand {
  readonly release: ReleaseKey
  readonly rollout: Rollout
}

export interface ShiftPorts {
  readonly traffic: Traffic
  readonly ledger: Ledger
  readonly clock: Clock
  readonly log: Log
}

/** The router has no lock: a run whose intent took longer than this to be written leaves the traffic alone. */
const PROMPT_MS = 15_000
/** After this a shift that was intended has happened, or never will. */
const IN_FLIGHT_MS = 30_000
const LOOK_MS = 5000

/** Write what happened, whatever others wrote meanwhile. */
export async function record(
  { release, rollout }: Hand,
  draft: Draft,
  { ledger }: ShiftPorts,
  close: readonly string[] = [],
): Promise<readonly Entry[]> {
  return ledger.append(release, () => ({ draft, planHash: rollout.planHash, close }))
}

/**
 * Write what was decided, but only while the release still stands where it was decided.
 * @param stillAllowed Asked again when anybody was faster; throws when the step may not be taken any more.
 * @throws Failure `overtaken` when another run has moved it.
 */
export async function recordDecision(
  { release, rollout }: Hand,
  draft: Draft,
  { ledger }: ShiftPorts,
  stillAllowed: () => Promise<void> = async () => undefined,
): Promise<void> {
  let isFirst = true
  await ledger.append(release, async (entries) => {
    if (!isFirst) await stillAllowed()
    isFirst = false
    if (stands(rollout, entries)) return { draft, planHash: rollout.planHash }
    throw new Failure(
      'overtaken',
      `another run has moved ${release.product} ${release.version} meanwhile`,
      'Let it end, then run this job again',
    )
  })
}

/** The release is where it was. What lags behind may know nothing of it yet. */
function stands(rollout: Rollout, entries: readonly Entry[]): boolean {
  return canonical(rolloutOf(entries) ?? null) === canonical(rollout)
}

/** Give the new version its weight in a stage: intent, effect, outcome. */
export async function shiftForward(
  hand: Hand,
  { stage, weight }: { readonly stage: number; readonly weight: number },
  { stable, candidate }: Slots,
  ports: ShiftPorts,
  stillAllowed: () => Promise<void>,
): Promise<string> {
  const to = { [stable]: 100 - weight, [candidate]: weight }
  const from = await ports.traffic.weights()
  const reason = `stage ${stage + 1}`
  const asked = ports.clock.now().getTime()
  await recordDecision(
    hand,
    { kind: 'intent', payload: { effect: 'shift', stage, reason, from, to } },
    ports,
    stillAllowed,
  )
  if (ports.clock.now().getTime() - asked > PROMPT_MS)
    throw new Failure('too-slow', 'the ledger was slow: no traffic was moved', 'Run the job again')
  await ports.traffic.shift(to)
  await record(hand, { kind: 'outcome', payload: { effect: 'shift', stage, weights: to } }, ports)
  return weightsText(to)
}

/** All traffic to the old version, and the end of the release in the record. */
export async function rollBack(reason: string, hand: Hand, ports: ShiftPorts): Promise<string> {
  const to = await allBack(hand, ports)
  const from = await ports.traffic.weights()
  const stage = BACK
  const { planHash } = hand.rollout
  const draft = { kind: 'intent', payload: { effect: 'shift', stage, reason, from, to } } as const
  const entries = await ports.ledger.append(hand.release, (chain) => {
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
  await ports.traffic.shift(to)
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

/** A shift forward of another run that was on its way must not have the last word. */
export async function holdBack(
  to: Weights,
  entries: readonly Entry[],
  { traffic, ledger, clock, log }: ShiftPorts,
): Promise<void> {
  // Not what stands last in the record: another way back may have begun before this one, and still be waiting.
  const other = rolloutOf(entries.filter((e) => !isOfWayBack(e)))?.pending
  if (other === undefined || other.run === ledger.run) return
  log.info(`run ${other.run} was about to move traffic: it is held at ${weightsText(to)}`)
  await clock.sleep(IN_FLIGHT_MS)
  if (weightsText(await traffic.weights()) !== weightsText(to)) await traffic.shift(to)
}

function isOfWayBack({ kind, payload }: Entry): boolean {
  return (kind === 'intent' || kind === 'outcome') && 'stage' in payload && payload.stage === BACK
}

/**
 * Wait until an interrupted shift of another run can have no effect any more. True when the release has moved
 * meanwhile: then there is nothing to settle.
 */
export async function outlast(
  { release, rollout }: Hand,
  { ledger, clock, log }: ShiftPorts,
): Promise<boolean> {
  const { pending } = rollout
  if (pending === undefined || pending.run === ledger.run) return false
  log.info(`run ${pending.run} has begun a step: waiting for its end`)
  for (let waited = 0; waited < IN_FLIGHT_MS; waited += LOOK_MS) {
    await clock.sleep(LOOK_MS)
    ledger.refresh()
    if (!stands(rollout, await ledger.entries(release))) return true
  }
  return false
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
