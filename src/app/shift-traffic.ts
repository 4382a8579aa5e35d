import { Failure } from '../domain/failure.ts'
import { canonical } from '../domain/ledger/canonical.ts'
import type { Draft, Entry, ReleaseKey } from '../domain/ledger/entry.ts'
import type { Audience } from '../domain/rollout/audience.ts'
import { type Rollout, rolloutOf } from '../domain/rollout/state.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Held, Traffic, Weights } from '../ports/traffic.ts'
import { heldBy, heldText, routingText, weightsText } from './held.ts'
import type { Append, Ledger } from './ledger.ts'
import type { Slots } from './rollback-target.ts'

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
export const IN_FLIGHT_MS = 30_000
const LOOK_MS = 5000
/** How long a router may take to hold what it was given. */
const CONVERGE_MS = 45_000
const CONVERGING_MS = 2000

/**
 * Write what happened, whatever others wrote meanwhile.
 * @throws Failure `overtaken` when the release was planned anew: what happened belongs to no other plan.
 */
export async function record(
  { release, rollout }: Hand,
  draft: Draft,
  { ledger }: ShiftPorts,
  close: readonly string[] = [],
): Promise<readonly Entry[]> {
  return ledger.append(release, (entries) => {
    assertSamePlan(entries, rollout)
    return { draft, planHash: rollout.planHash, close }
  })
}

/** @throws Failure `overtaken` when another plan holds by now, or the same one anew. */
export function assertSamePlan(entries: readonly Entry[], { plan, planSeq }: Rollout): void {
  if (rolloutOf(entries)?.planSeq === planSeq) return
  throw new Failure(
    'overtaken',
    `${plan.product} ${plan.version} was planned anew meanwhile`,
    'Run the job again where the new plan is meant',
  )
}

/** What goes with a decision. */
interface Along {
  /** Asked again when anybody was faster; throws when the step may not be taken any more. */
  readonly stillAllowed?: () => Promise<void>
  /** Stored in the same commit. */
  readonly files?: NonNullable<Append['files']>
}

/**
 * Write what was decided, but only while the release still stands where it was decided.
 * @throws Failure `overtaken` when another run has moved it.
 */
export async function recordDecision(
  { release, rollout }: Hand,
  draft: Draft,
  { ledger }: ShiftPorts,
  { stillAllowed = async () => undefined, files = [] }: Along = {},
): Promise<void> {
  let isFirst = true
  await ledger.append(release, async (entries) => {
    if (!isFirst) await stillAllowed()
    isFirst = false
    if (stands(rollout, entries, draft.kind === 'verdict'))
      return { draft, planHash: rollout.planHash, files }
    throw overtaken(release)
  })
}

function overtaken({ product, version }: ReleaseKey): Failure {
  return new Failure(
    'overtaken',
    `another run has moved ${product} ${version} meanwhile`,
    'Let it end, then run this job again',
  )
}

/**
 * The release is where it was. What lags behind may know nothing of it yet.
 * @param evenIfHeld Whether a person has paused it meanwhile does not matter: what was seen was seen.
 */
function stands(rollout: Rollout, entries: readonly Entry[], evenIfHeld = false): boolean {
  const now = rolloutOf(entries)
  if (now === undefined) return false
  const { held } = evenIfHeld ? rollout : now
  // What is met stays met, whatever people add to it.
  return canonical({ ...now, held, met: rollout.met }) === canonical(rollout)
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
  const before = await heldBy(ports.traffic)
  const from = before.weights
  await assertHeld(from, hand, ports)
  const reason = `stage ${stage + 1}`
  const whom = audienceOf(hand.rollout, stage)
  const asked = ports.clock.now().getTime()
  await recordDecision(
    hand,
    { kind: 'intent', payload: { effect: 'shift', stage, reason, from, to, ...whom } },
    ports,
    { stillAllowed },
  )
  if (ports.clock.now().getTime() - asked > PROMPT_MS)
    throw new Failure('too-slow', 'the ledger was slow: no traffic was moved', 'Run the job again')
  await shiftUntilHeld(to, whom.audience, ports)
  const outcome = { effect: 'shift', stage, weights: to } as const
  try {
    await record(hand, { kind: 'outcome', payload: outcome }, ports)
  } catch (error) {
    // Later another run may have settled this step, and judge it.
    if (ports.clock.now().getTime() - asked < IN_FLIGHT_MS)
      await undo(before, { weights: to, audience: whom.audience }, ports)
    throw error
  }
  return routingText(to, whom.audience)
}

/** To whom a stage shows the new version, as part of an intent: without the key where it is everybody. */
function audienceOf({ plan }: Rollout, stage: number): { audience?: Audience } {
  const audience = plan.stages[stage]?.audience
  return audience === undefined ? {} : { audience }
}

/**
 * What a person has set at the router is not overwritten unseen. What another run has set there it has announced before:
 * then the release does not stand any more where the step was decided.
 */
async function assertHeld(from: Weights, hand: Hand, { ledger }: ShiftPorts): Promise<void> {
  const { release, rollout } = hand
  const { weights = from } = rollout
  if (weightsText(from) === weightsText(weights)) return
  ledger.refresh()
  if (!stands(rollout, await ledger.entries(release))) throw overtaken(release)
  throw new Failure(
    'moved',
    `the router has ${weightsText(from)}, the record ${weightsText(weights)}: no traffic was moved`,
    'Run the job again: it judges what stands, and takes it back where it is not what was recorded',
  )
}

/**
 * A weight that nobody is going to judge is taken away again; the next run finds the step not done. Has somebody else
 * moved the traffic meanwhile, it is theirs.
 */
async function undo(before: Held, set: Held, { traffic, log }: ShiftPorts): Promise<void> {
  try {
    if (await hasLeft(set.weights, { traffic }, set.audience)) return
    await traffic.shift(before.weights, before.audience)
    const now = routingText(before.weights, before.audience)
    log.info(`the step could not be recorded: ${now} again`)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    log.warning(`the step could not be recorded, and the traffic stays: ${error.message}`)
  }
}

/** Whether the router has other weights than these, or has them for others. */
export async function hasLeft(
  to: Weights,
  { traffic }: Pick<ShiftPorts, 'traffic'>,
  audience?: Audience,
): Promise<boolean> {
  return (await heldText(traffic)) !== routingText(to, audience)
}

/** A router may take a while until it holds what it was given: a stage begins when it does. */
async function shiftUntilHeld(
  to: Weights,
  audience: Audience | undefined,
  { traffic, clock, log }: ShiftPorts,
): Promise<void> {
  try {
    await traffic.shift(to, audience)
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'not-held')) throw error
    log.info(`${error.message}: waiting`)
    for (let waited = 0; await hasLeft(to, { traffic }, audience); waited += CONVERGING_MS) {
      if (waited >= CONVERGE_MS) throw error
      await clock.sleep(CONVERGING_MS)
    }
  }
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
