import { Failure } from '../domain/failure.ts'
import { type Evidence, inconclusive, type Verdict } from '../domain/judging/verdict.ts'
import type { Draft, ReleaseKey } from '../domain/ledger/entry.ts'
import { decide, type Step } from '../domain/rollout/decide.ts'
import { breachOf } from '../domain/rollout/judge-stage.ts'
import { BACK, type Rollout } from '../domain/rollout/state.ts'
import { type FreezePorts, readFreeze } from './freeze-state.ts'
import { safeFirst } from './make-safe.ts'
import { CANCELLED, observeStage, type StagePorts, WEIGHTS, weightsText } from './observe-stage.ts'
import { plannedRollout } from './planned-rollout.ts'
import { rollBack, slotsOf } from './roll-back.ts'
import { findSlots } from './rollback-target.ts'
import { type Hand, outlast, recordDecision, shiftForward } from './shift-traffic.ts'

export interface AdvancePorts extends StagePorts, FreezePorts {
  /** Starts the version in a slot without weight. */
  readonly start: (version: string, slot: string) => Promise<void>
}

export interface AdvanceRequest {
  readonly release: ReleaseKey
  /** The plan that the caller was given; another one is refused. */
  readonly planHash: string
  /** `one` ends after the next verdict, `all` after the last. */
  readonly stages: 'one' | 'all'
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
  { release, planHash, stages }: AdvanceRequest,
  ports: AdvancePorts,
): Promise<Advanced> {
  const steps: string[] = []
  let verdict: Verdict = inconclusive('nothing was judged')
  for (;;) {
    const rollout = plannedRollout(await ports.ledger.entries(release), release, planHash)
    const step = decide(rollout)
    if (step.kind === 'complete') return { rollout, verdict: completed(verdict, rollout), steps }
    if (step.kind === 'ended' || step.kind === 'paused')
      return { rollout, verdict: notPassed(verdict, step.reason), steps }
    if (stages === 'one' && verdict.verdict === 'pass') return { rollout, verdict, steps }
    const done = await take(step, { release, rollout }, ports)
    steps.push(done.line)
    ports.log.info(done.line)
    verdict = done.verdict ?? verdict
  }
}

interface Done {
  readonly line: string
  readonly verdict?: Verdict
}

async function take(step: Step, hand: Hand, ports: AdvancePorts): Promise<Done> {
  if (step.kind === 'settle') return settle(hand, ports)
  if (step.kind === 'shift')
    return ports.signal.aborted ? halt(hand, ports) : forward(step, hand, ports)
  if (step.kind === 'analyse') return analyse(step.stage, hand, ports)
  if (step.kind === 'roll-back') return { line: await rollBack(step.reason, hand, ports) }
  throw new Failure('unexpected', `nothing to do for ${step.kind}`)
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
  const weights = await ports.traffic.weights()
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
  hand: Hand,
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
  const weights = await shiftForward(hand, step, slots, ports, unlessFrozen)
  return { line: `stage ${step.stage + 1}/${plan.stages.length}: ${weights}` }
}

/** Between two stages it stopped answering, and users reach it: nothing to start, only to take back. */
async function gone(hand: Hand, ports: AdvancePorts): Promise<Done> {
  const reason = `${hand.rollout.plan.version} does not answer any more`
  const line = await rollBack(reason, hand, ports)
  return { line, verdict: { verdict: 'fail', reason, evidence: [] } }
}

async function analyse(index: number, hand: Hand, ports: AdvancePorts): Promise<Done> {
  const { plan, weights } = hand.rollout
  const { candidate } = await slotsOf(hand, ports)
  const verdict = await observeStage({ plan, index, candidate, weights: weights ?? {} }, ports)
  const payload = {
    gate: 'stage' as const,
    stage: index,
    verdict: verdict.verdict,
    reason: verdict.reason.toWellFormed(),
    evidence: verdict.evidence.map(wellFormed),
    breach: breachOf(verdict, plan),
  }
  const draft = { kind: 'verdict', payload } as const
  await (payload.breach === 'rollback' && !isMovedByAnother(verdict)
    ? recordWayBack(draft, payload.reason, hand, ports)
    : recordDecision(hand, draft, ports))
  return {
    line: `stage ${index + 1}/${plan.stages.length}: ${verdict.verdict}: ${verdict.reason}`,
    verdict,
  }
}

/** All that is wrong are the weights: another run may have passed this stage, which the record tells. */
function isMovedByAnother({ verdict, evidence }: Verdict): boolean {
  const failed = evidence.filter((e) => e.verdict === 'fail')
  return verdict === 'fail' && failed.every((e) => e.name === WEIGHTS)
}

/** The traffic is back before the verdict is written. Where another run was faster the way back itself is recorded. */
async function recordWayBack(
  draft: Draft,
  reason: string,
  hand: Hand,
  ports: AdvancePorts,
): Promise<void> {
  await safeFirst(reason, hand, ports, async () => {
    try {
      await recordDecision(hand, draft, ports)
    } catch (error) {
      if (!(error instanceof Failure && error.code === 'overtaken')) throw error
      await rollBack(reason, hand, ports)
    }
  })
}

/** Half a character from outside has no canonical form: the verdict could never be written. */
function wellFormed(evidence: Evidence): Evidence {
  const { question, answer, limit } = evidence
  return {
    ...evidence,
    question: question.toWellFormed(),
    answer: answer.toWellFormed(),
    limit: limit.toWellFormed(),
  }
}

function completed(verdict: Verdict, { plan }: Rollout): Verdict {
  const reason = `all ${plan.stages.length} stages passed`
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
