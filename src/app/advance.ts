import { Failure } from '../domain/failure.ts'
import { inconclusive, passed, type Verdict } from '../domain/judging/verdict.ts'
import type { Digest } from '../domain/ledger/canonical.ts'
import type { ReleaseKey } from '../domain/ledger/entry.ts'
import { decide, type Step } from '../domain/rollout/decide.ts'
import type { GateNeed } from '../domain/rollout/gate-pass.ts'
import { BACK, type Rollout, rolloutOf } from '../domain/rollout/state.ts'
import { isOut, waiting } from '../domain/rollout/waiting.ts'
import { type FreezePorts, readFreeze } from './freeze-state.ts'
import { weightsText } from './held.ts'
import { again, analyse, type Done } from './judge-stage.ts'
import { safeFirst } from './make-safe.ts'
import type { Mirror } from './mirror-stage.ts'
import { CANCELLED, type StagePorts } from './observe-stage.ts'
import { plannedRollout } from './planned-rollout.ts'
import { proveGate } from './prove-gate.ts'
import { rollBack } from './roll-back.ts'
import { findSlots } from './rollback-target.ts'
import {
  assertSamePlan,
  type Hand,
  outlast,
  recordDecision,
  shiftForward,
} from './shift-traffic.ts'
import { stopRelease } from './stop-release.ts'

export interface AdvancePorts extends StagePorts, FreezePorts {
  /** Starts the version in a slot without weight. */
  readonly start: (version: string, slot: string) => Promise<void>
  readonly mirror: Mirror
  readonly digest: Digest
}

export interface AdvanceRequest {
  readonly release: ReleaseKey
  /** The plan that the caller was given; another one is refused. */
  readonly planHash: string
  /** `one` ends after the next verdict, `all` after the last. */
  readonly stages: 'one' | 'all'
  /** Gate that must have passed before the first weight; undefined: none. */
  readonly need?: GateNeed | undefined
}

export interface Advanced {
  readonly rollout: Rollout
  readonly verdict: Verdict
  /** What was done, in order, for people. */
  readonly steps: readonly string[]
}

/**
 * Move a release along its plan: each turn asks the record what is next, does that one thing, and records it. A killed
 * run is continued by the next one. Ends at the last stage, at a pause, or with all traffic back on the old version.
 */
export async function advance(
  { release, planHash, stages, need }: AdvanceRequest,
  ports: AdvancePorts,
): Promise<Advanced> {
  const steps: string[] = []
  let verdict: Verdict = inconclusive('nothing was judged')
  // The stage that this run has judged last, and so a moment ago.
  let judged: number | undefined
  for (;;) {
    const entries = await ports.ledger.entries(release)
    const rollout = plannedRollout(entries, release, planHash)
    const now = ports.clock.now().getTime()
    const step = decide(rollout, now)
    await ports.mirror.show(entries)
    const end = ending(step, rollout, verdict)
    if (end !== undefined) return { rollout, verdict: end, steps }
    if (stages === 'one' && verdict.verdict === 'pass') return { rollout, verdict, steps }
    proveGate(step, rollout, { entries, need, now })
    // What it judged bad a person may skip at once: it is looked at again, as by every other run.
    const isJudged =
      step.kind === 'shift' && step.stage - 1 === judged && verdict.verdict === 'pass'
    const done = await take(step, { release, rollout, isJudged }, ports)
    if (step.kind === 'analyse') judged = step.stage
    steps.push(done.line)
    ports.log.info(done.line)
    verdict = done.verdict ?? verdict
  }
}

/** With what a run ends that has nothing more to do; undefined while there is. */
function ending(step: Step, rollout: Rollout, verdict: Verdict): Verdict | undefined {
  if (step.kind === 'complete') return completed(verdict, '', rollout)
  if (step.kind === 'await') return awaiting(step.reason, rollout, verdict)
  // What a clock or a person moves on is no business of this run any more, and no failure.
  const isPaused = step.kind === 'paused' && rollout.breach === undefined
  const isClocked = step.kind === 'analyse' && rollout.plan.clock !== undefined
  if (isPaused || isClocked) return passed(`handed over: ${waiting(rollout)}`)
  return step.kind === 'ended' || step.kind === 'paused'
    ? notPassed(verdict, step.reason)
    : undefined
}

/** Who meets the condition goes on; that this run came to it is recorded before. */
function awaiting(reason: string, rollout: Rollout, verdict: Verdict): Verdict | undefined {
  if (isOut(rollout)) return completed(verdict, `; ${reason}`, rollout)
  return rollout.met.handedOver === undefined ? undefined : passed(`handed over: ${reason}`)
}

/** `isJudged`: this run has judged the stage before a moment ago, and it was good. */
export type Turn = Hand & { readonly isJudged: boolean }

/** Do one step, and say what was done. */
export async function take(step: Step, hand: Turn, ports: AdvancePorts): Promise<Done> {
  if (step.kind === 'settle') return settle(hand, ports)
  if (step.kind === 'shift')
    return ports.signal.aborted ? halt(hand, ports) : forward(step, hand, ports)
  if (step.kind === 'analyse') return analyse(step.stage, hand, ports)
  if (step.kind === 'stop') return { line: await stopRelease(step.reason, hand, ports) }
  if (step.kind === 'roll-back') return { line: await rollBack(step.reason, hand, ports) }
  if (step.kind === 'await') return handOver(step.reason, hand, ports)
  throw new Failure('unexpected', `nothing to do for ${step.kind}`)
}

/** The gates before the first weight have spoken, and it waits for a condition: who meets it may go on. */
async function handOver(reason: string, hand: Hand, { ledger }: AdvancePorts): Promise<Done> {
  const { planHash } = hand.rollout
  await ledger.append(hand.release, (entries) => {
    assertSamePlan(entries, hand.rollout)
    const now = rolloutOf(entries)
    if (now === undefined || now.met.handedOver !== undefined) return undefined
    if (decide(now).kind !== 'await') return undefined
    return { draft: { kind: 'handover', payload: { reason } }, planHash }
  })
  return { line: `handed over: ${reason}` }
}

/** Cancelled between two stages: nothing moves forward any more. */
async function halt(hand: Hand, ports: AdvancePorts): Promise<Done> {
  if (hand.rollout.weights === undefined) throw new Failure('cancelled', CANCELLED)
  const line = await safeFirst(CANCELLED, hand, ports, () => rollBack(CANCELLED, hand, ports))
  return { line, verdict: inconclusive(CANCELLED) }
}

/** The world says what an interrupted shift did; a way back that was interrupted is gone to its end. */
async function settle(hand: Hand, ports: AdvancePorts): Promise<Done> {
  const { pending: intent } = hand.rollout
  if (intent?.stage === BACK) return { line: await rollBack(intent.reason, hand, ports) }
  if (await outlast(hand, ports)) return { line: 'another run has ended its step' }
  // A cancelled job has not waited: whoever began the step ends it, or the next run does.
  if (ports.signal.aborted && intent?.run !== ports.ledger.run)
    throw new Failure('cancelled', CANCELLED)
  const weights = await ports.traffic.weights()
  // For whom they are is seen by the look that follows.
  const done = intent !== undefined && weightsText(weights) === weightsText(intent.to)
  // A stage of no plan: the shift did not happen, so the same stage is decided again.
  const stage = done ? intent.stage : BACK - 1
  await recordDecision(
    hand,
    { kind: 'outcome', payload: { effect: 'shift', stage, weights } },
    ports,
  )
  return { line: `settled an interrupted step: the router has ${weightsText(weights)}` }
}

async function forward(
  step: { readonly stage: number; readonly weight: number },
  hand: Turn,
  ports: AdvancePorts,
): Promise<Done> {
  const { plan } = hand.rollout
  ports.ledger.refresh()
  const unlessFrozen = async () => {
    const freeze = await readFreeze(hand.release, ports)
    if (freeze.frozen) throw new Failure('frozen', freeze.reason)
  }
  await unlessFrozen()
  const slots = await findSlots(plan.baseline, ports.traffic)
  if ((await ports.traffic.versionIn(slots.candidate)) !== plan.version) {
    if ((hand.rollout.weights?.[slots.candidate] ?? 0) > 0) return gone(hand, ports)
    await ports.start(plan.version, slots.candidate)
  }
  const stays = hand.isJudged ? undefined : await again(step.stage, slots.candidate, hand, ports)
  if (stays !== undefined) return stays
  const weights = await shiftForward(hand, step, slots, ports, unlessFrozen)
  return { line: `stage ${step.stage + 1}/${plan.stages.length}: ${weights}` }
}

/** Between two stages it stopped answering, and users reach it: nothing to start, only to take back. */
async function gone(hand: Hand, ports: AdvancePorts): Promise<Done> {
  const reason = `${hand.rollout.plan.version} does not answer any more`
  const line = await rollBack(reason, hand, ports)
  return { line, verdict: { verdict: 'fail', reason, evidence: [] } }
}

function completed(verdict: Verdict, wait: string, { plan }: Rollout): Verdict {
  const reason = `all ${plan.stages.length} stages passed${wait}`
  return { verdict: 'pass', reason, evidence: verdict.evidence }
}

function notPassed(verdict: Verdict, reason: string): Verdict {
  const kind = verdict.verdict === 'pass' ? 'inconclusive' : verdict.verdict
  return {
    verdict: kind,
    reason: `${reason}${verdict.verdict === 'pass' ? '' : `: ${verdict.reason}`}`,
    evidence: verdict.evidence,
  }
}
