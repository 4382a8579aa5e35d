import { Failure } from '../domain/failure.ts'
import { inconclusive, type Verdict } from '../domain/judging/verdict.ts'
import type { Draft, ReleaseKey } from '../domain/ledger/entry.ts'
import { openReleasePath } from '../domain/ledger/path.ts'
import { decide, type Step } from '../domain/rollout/decide.ts'
import { BACK, type Rollout, rolloutOf } from '../domain/rollout/state.ts'
import { type FreezePorts, readFreeze } from './freeze.ts'
import { observeStage, type StagePorts, weightsText } from './observe-stage.ts'
import { findSlots, type Slots } from './rollback-target.ts'

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
export async function advance(request: AdvanceRequest, ports: AdvancePorts): Promise<Advanced> {
  const steps: string[] = []
  let verdict: Verdict = inconclusive('nothing was judged')
  for (;;) {
    const rollout = await current(request, ports)
    const step = decide(rollout)
    if (step.kind === 'complete') return { rollout, verdict: completed(verdict, rollout), steps }
    if (step.kind === 'ended' || step.kind === 'paused')
      return { rollout, verdict: notPassed(verdict, step.reason), steps }
    if (request.stages === 'one' && verdict.verdict === 'pass') return { rollout, verdict, steps }
    const done = await take(step, rollout, request.release, ports)
    steps.push(done.line)
    ports.log.info(done.line)
    verdict = done.verdict ?? verdict
  }
}

async function current(
  { release, planHash }: AdvanceRequest,
  { ledger }: AdvancePorts,
): Promise<Rollout> {
  const rollout = rolloutOf(await ledger.entries(release))
  if (rollout === undefined)
    throw new Failure(
      'no-plan',
      `there is no plan for ${release.product} ${release.version}`,
      'Run the action plan first',
    )
  if (rollout.planHash !== planHash)
    throw new Failure(
      'other-plan',
      `the ledger holds the plan ${rollout.planHash}, not ${planHash}`,
      'Start the pipeline again',
    )
  return rollout
}

interface Done {
  readonly line: string
  readonly verdict?: Verdict
}

async function take(
  step: Step,
  rollout: Rollout,
  release: ReleaseKey,
  ports: AdvancePorts,
): Promise<Done> {
  if (step.kind === 'settle') return settle(rollout, release, ports)
  if (step.kind === 'shift') return forward(step, rollout, release, ports)
  if (step.kind === 'analyse') return analyse(step.stage, rollout, release, ports)
  if (step.kind === 'roll-back') return rollBack(step.reason, rollout, release, ports)
  throw new Failure('unexpected', `nothing to do for ${step.kind}`)
}

/** The world says what an interrupted shift did. */
async function settle(rollout: Rollout, release: ReleaseKey, ports: AdvancePorts): Promise<Done> {
  const weights = await ports.traffic.weights()
  const intent = rollout.pending
  const done = intent !== undefined && weightsText(weights) === weightsText(intent.to)
  // A stage of no plan: the shift did not happen, so the same stage is decided again.
  const stage = done ? intent.stage : BACK - 1
  await write(
    release,
    rollout,
    { kind: 'outcome', payload: { effect: 'shift', stage, weights } },
    ports,
  )
  return { line: `settled an interrupted step: the router has ${weightsText(weights)}` }
}

async function forward(
  { stage, weight }: { stage: number; weight: number },
  rollout: Rollout,
  release: ReleaseKey,
  ports: AdvancePorts,
): Promise<Done> {
  ports.ledger.refresh()
  const freeze = await readFreeze(release, ports)
  if (freeze.frozen) throw new Failure('frozen', freeze.reason)
  const slots = await findSlots(rollout.plan.baseline, ports.traffic)
  if ((await ports.traffic.versionIn(slots.candidate)) !== rollout.plan.version)
    await ports.start(rollout.plan.version, slots.candidate)
  const to = { [slots.stable]: 100 - weight, [slots.candidate]: weight }
  await shift({ stage, to, reason: `stage ${stage + 1}` }, rollout, release, ports)
  return { line: `stage ${stage + 1}/${rollout.plan.stages.length}: ${weightsText(to)}` }
}

interface Shift {
  readonly stage: number
  readonly to: Readonly<Record<string, number>>
  readonly reason: string
}

/** Intent, effect, outcome. */
async function shift(
  { stage, to, reason }: Shift,
  rollout: Rollout,
  release: ReleaseKey,
  ports: AdvancePorts,
): Promise<void> {
  const from = await ports.traffic.weights()
  await write(
    release,
    rollout,
    { kind: 'intent', payload: { effect: 'shift', stage, reason, from, to } },
    ports,
  )
  await ports.traffic.shift(to)
  await write(
    release,
    rollout,
    { kind: 'outcome', payload: { effect: 'shift', stage, weights: to } },
    ports,
  )
}

async function analyse(
  index: number,
  rollout: Rollout,
  release: ReleaseKey,
  ports: AdvancePorts,
): Promise<Done> {
  const { plan, weights } = rollout
  const { candidate } = await slotsOf(rollout, ports)
  const verdict = await observeStage({ plan, index, candidate, weights: weights ?? {} }, ports)
  const payload = {
    gate: 'stage' as const,
    stage: index,
    verdict: verdict.verdict,
    reason: verdict.reason,
    evidence: [...verdict.evidence],
    breach: breachOf(verdict, rollout),
  }
  await write(release, rollout, { kind: 'verdict', payload }, ports)
  return {
    line: `stage ${index + 1}/${plan.stages.length}: ${verdict.verdict}: ${verdict.reason}`,
    verdict,
  }
}

/** Only a breach of objectives that all say `pause` pauses; anything else that is no pass takes the traffic back. */
function breachOf(verdict: Verdict, { plan }: Rollout): 'none' | 'pause' | 'rollback' {
  if (verdict.verdict === 'pass') return 'none'
  const breached = verdict.evidence.filter((e) => e.verdict === 'fail')
  const pauses = breached.every(
    (e) => plan.objectives.find((o) => o.name === e.name)?.onBreach === 'pause',
  )
  return breached.length > 0 && pauses ? 'pause' : 'rollback'
}

/** World first, record second. */
export async function rollBack(
  reason: string,
  rollout: Rollout,
  release: ReleaseKey,
  ports: AdvancePorts,
): Promise<Done> {
  const { stable, candidate } = await slotsOf(rollout, ports)
  const to = { [stable]: 100, [candidate]: 0 }
  await shift({ stage: BACK, to, reason }, rollout, release, ports)
  const payload = { effect: 'release', result: 'rolled-back', reason } as const
  await write(release, rollout, { kind: 'outcome', payload }, ports, [openReleasePath(release)])
  return { line: `rolled back: ${weightsText(to)}: ${reason}` }
}

/** The slots as the record of the last shift has them, so that a dead version cannot hide where the old one is. */
async function slotsOf({ plan, weights }: Rollout, { traffic }: AdvancePorts): Promise<Slots> {
  const slots = await findSlots(plan.baseline, traffic)
  if (weights !== undefined && !(slots.stable in weights))
    throw new Failure('bad-ledger', 'the recorded weights are not those of the configured slots')
  return slots
}

async function write(
  release: ReleaseKey,
  { planHash }: Rollout,
  draft: Draft,
  { ledger }: AdvancePorts,
  close: readonly string[] = [],
): Promise<void> {
  await ledger.append(release, () => ({ draft, planHash, close }))
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
