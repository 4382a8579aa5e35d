import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import { passed, type Verdict } from '../domain/judging/verdict.ts'
import type { ReleaseKey } from '../domain/ledger/entry.ts'
import { chainOf, releaseKey } from '../domain/release/key.ts'
import { inert } from '../domain/report/markdown.ts'
import { rolloutBlocks } from '../domain/report/rollout.ts'
import { decide } from '../domain/rollout/decide.ts'
import type { Rollout } from '../domain/rollout/state.ts'
import { waiting } from '../domain/rollout/waiting.ts'
import { type AdvancePorts, advance } from './advance.ts'
import { authorise } from './authority.ts'
import { weightsText } from './observe-stage.ts'
import { type PersonPorts, pause, personFor, resume } from './pause.ts'
import { plannedRollout } from './planned-rollout.ts'
import { rollBack } from './roll-back.ts'
import { findSlots } from './rollback-target.ts'
import { recordDecision } from './shift-traffic.ts'

export interface PromoteInputs {
  readonly canary_version: string
  /** Absent when an operator starts it: then the plan in the ledger holds. */
  readonly 'plan-hash'?: string | undefined
  readonly stages: 'one' | 'all'
  /** Skip the stages before the last. */
  readonly promote_immediately: boolean
  readonly operation: 'advance' | 'roll-back' | 'pause' | 'resume'
  readonly reason?: string | undefined
  readonly 'dry-run': boolean
}

export type PromotePorts = AdvancePorts & PersonPorts

/** Advance a release or take it back, and say what stands afterwards. */
export async function promote(inputs: PromoteInputs, config: Config, ports: PromotePorts) {
  const release = chainOf(releaseKey('canary_version', inputs.canary_version, config))
  const known = await ports.ledger.entries(release)
  const before = plannedRollout(known, release, inputs['plan-hash'])
  ports.mirror.begin(known)
  const { planHash } = before
  if (inputs['dry-run']) return report(wouldDo(before, inputs), [], release, config, ports)
  if (inputs.operation === 'roll-back') {
    await authorise('roll-back', ports.context.actor, ports)
    const done = await takeBack(inputs.reason ?? 'asked for by a person', before, release, ports)
    return report(done, [], release, config, ports)
  }
  if (inputs.operation === 'pause') {
    const done = await pause(inputs.reason, { release, rollout: before }, ports)
    return report(done, [], release, config, ports)
  }
  if (inputs.operation === 'resume')
    await resume(inputs.reason, { release, rollout: before }, ports)
  assertMeasurable(before, ports)
  if (inputs.promote_immediately) await skipStages(before, release, ports)
  const { verdict, steps } = await advance({ release, planHash, stages: inputs.stages }, ports)
  return report(verdict, steps, release, config, ports)
}

/** What nobody can judge gets no traffic; a stage that has some is judged, inconclusive, and taken back. */
function assertMeasurable(rollout: Rollout, { metrics }: PromotePorts): void {
  if (rollout.plan.objectives.length === 0 || decide(rollout).kind !== 'shift') return
  if (metrics.unavailable !== undefined) throw metrics.unavailable
}

function wouldDo(rollout: Rollout, { operation }: PromoteInputs): Verdict {
  const what = {
    'roll-back': 'all traffic would go back',
    pause: 'the release would be paused',
    resume: 'the release would go on',
    advance: nextStep(rollout),
  }[operation]
  return passed(`dry run: ${what}`)
}

function nextStep(rollout: Rollout): string {
  return `the next step is ${decide(rollout).kind}`
}

/** Recorded as a verdict of a person, stage by stage; the last stage is still judged. */
async function skipStages(
  rollout: Rollout,
  release: ReleaseKey,
  ports: PromotePorts,
): Promise<void> {
  const person = await personFor('promote', ports)
  if (rollout.result !== 'rolled-back') assertForward(rollout)
  if (decide(rollout).kind === 'ended') return
  const { planHash, plan } = rollout
  const payload = {
    gate: 'operator',
    verdict: 'pass' as const,
    reason: `skipped by ${person}`,
    evidence: [],
    breach: 'none' as const,
  }
  for (let at = rollout; at.stage < plan.stages.length - 1; ) {
    const draft = { kind: 'verdict', payload: { ...payload, stage: at.stage } } as const
    await recordDecision({ release, rollout: at }, draft, ports)
    at = plannedRollout(await ports.ledger.entries(release), release, planHash)
    // Another person may have begun to take it back meanwhile.
    assertForward(at)
  }
}

/** @throws Failure `refused` for what is on its way back: a pass turns nothing around any more. */
function assertForward({ breach }: Rollout): void {
  if (breach === 'rollback')
    throw new Failure('refused', 'the release is on its way back', 'Let that end, then plan anew')
}

async function takeBack(
  reason: string,
  rollout: Rollout,
  release: ReleaseKey,
  ports: AdvancePorts,
): Promise<Verdict> {
  if (rollout.result === 'rolled-back') return stillBack(rollout, ports)
  if (rollout.result === 'completed')
    throw new Failure(
      'ended',
      'the release has completed',
      'Use release-rollback for a completed release',
    )
  return passed(await rollBack(reason, { release, rollout }, ports))
}

/** Taken back before: nothing is written again, but the router is asked. */
async function stillBack({ plan }: Rollout, { traffic }: AdvancePorts): Promise<Verdict> {
  const weights = await traffic.weights()
  const { stable } = await findSlots(plan.baseline, traffic)
  if (weights[stable] === 100) return passed(`was rolled back before: ${weightsText(weights)}`)
  throw new Failure(
    'ended',
    `the release has rolled back, but the router has ${weightsText(weights)}`,
    `Use release-rollback to ${plan.baseline}`,
  )
}

async function report(
  verdict: Verdict,
  steps: readonly string[],
  release: ReleaseKey,
  config: Config,
  ports: AdvancePorts,
) {
  const entries = await ports.ledger.entries(release)
  const rollout = plannedRollout(entries, release, undefined)
  await ports.mirror.show(entries)
  const successful = verdict.verdict === 'pass' && decide(rollout).kind === 'complete'
  const outputs = {
    deployment_successful: String(successful),
    deployment_endpoint: config.traffic?.endpoint ?? '',
    weights: JSON.stringify(await ports.traffic.weights()),
    rolled_back: String(rollout.result === 'rolled-back'),
    stage: String(rollout.stage),
    plan_hash: rollout.planHash,
    handed_over: String(verdict.verdict === 'pass' && waiting(rollout) !== undefined),
  }
  const done = steps.length === 0 ? [] : [steps.map((s) => `1. ${inert(s)}`).join('\n')]
  return { verdict, outputs, summary: [...rolloutBlocks(rollout.plan, entries), ...done] }
}
