import type { Config } from '../domain/config/schema.ts'
import { passed, type Verdict } from '../domain/judging/verdict.ts'
import type { ReleaseKey } from '../domain/ledger/entry.ts'
import { chainOf, releaseKey } from '../domain/release/key.ts'
import { inert } from '../domain/report/markdown.ts'
import { rolloutBlocks } from '../domain/report/rollout.ts'
import { decide } from '../domain/rollout/decide.ts'
import type { GateName, GateNeed } from '../domain/rollout/gate-pass.ts'
import type { OperationName } from '../domain/rollout/operations.ts'
import type { Rollout } from '../domain/rollout/state.ts'
import { stateName } from '../domain/rollout/state-name.ts'
import { isOut, waiting } from '../domain/rollout/waiting.ts'
import { type AdvancePorts, advance } from './advance.ts'
import { pageAgain } from './alarm.ts'
import { authorise } from './authority.ts'
import { isRecorded, RECORDED } from './by-hand.ts'
import { incomparable } from './compare-stage.ts'
import { takeLeftOver } from './left-over.ts'
import { type PersonPorts, resume } from './pause.ts'
import { plannedRollout } from './planned-rollout.ts'
import type { Said } from './say.ts'
import { skip, skipAll } from './skip.ts'
import { takeBack } from './take-back.ts'
import { withdraw } from './withdraw.ts'

export interface PromoteInputs extends Said {
  readonly canary_version: string
  /** Absent when an operator starts it: then the plan in the ledger holds. */
  readonly 'plan-hash'?: string | undefined
  /** Gate whose pass this attempt must have recorded before the first weight; undefined: none. */
  readonly gate?: GateName | undefined
  readonly stages: 'one' | 'all'
  /** Skip the stages before the last. */
  readonly promote_immediately: boolean
  readonly operation: OperationName
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
  const now = ports.clock.now().getTime()
  if (inputs['dry-run']) return report(wouldDo(before, inputs, now), [], release, config, ports)
  const hand = { release, rollout: before }
  if (inputs.operation === 'roll-back') {
    await authorise('roll-back', ports.context.actor, ports)
    const done = await takeBack(inputs.reason ?? 'asked for by a person', hand, ports)
    return report(done, [], release, config, ports)
  }
  if (inputs.operation === 'withdraw')
    return report(await withdraw(inputs.reason, hand, known, ports), [], release, config, ports)
  if (isRecorded(inputs.operation)) {
    const done = await RECORDED[inputs.operation](inputs, hand, ports)
    return report(done, [], release, config, ports)
  }
  const left = inputs.operation === 'advance' ? await takeLeftOver(hand, known, ports) : undefined
  if (left !== undefined) return report(left, [], release, config, ports)
  if (inputs.operation === 'resume') await resume(inputs.reason, hand, ports)
  if (inputs.operation === 'skip') await skip(inputs.reason, hand, ports)
  assertMeasurable(before, ports)
  if (inputs.promote_immediately) await skipAll(before, release, ports)
  const { verdict, steps, rollout } = await advance(
    { release, planHash, stages: inputs.stages, need: needOf(inputs, ports) },
    ports,
  )
  await pageAgain(rollout, ports.alarm)
  return report(verdict, steps, release, config, ports)
}

function needOf({ gate }: PromoteInputs, { ledger, context }: PromotePorts): GateNeed | undefined {
  return gate && { gate, run: { id: ledger.run, attempt: context.runAttempt } }
}

/** What nobody can judge gets no traffic; a stage that has some is judged, inconclusive, and taken back. */
function assertMeasurable(rollout: Rollout, { metrics, clock }: PromotePorts): void {
  const step = decide(rollout, clock.now().getTime())
  const { objectives, comparison } = rollout.plan
  if ((objectives.length === 0 && comparison === undefined) || step.kind !== 'shift') return
  const asked = comparison === undefined ? [objectives] : [objectives, []]
  const failure = asked.map((one) => metrics.unavailable?.(one)).find((one) => one !== undefined)
  if (failure !== undefined) throw failure
  if (comparison !== undefined && metrics.comparable === undefined) throw incomparable()
}

const WOULD: Readonly<Record<Exclude<OperationName, 'advance'>, string>> = {
  'roll-back': 'all traffic would go back',
  withdraw: 'the traffic of the new version would go back',
  pause: 'the release would be paused',
  resume: 'the release would go on',
  approve: 'the plan would be approved',
  accept: 'what is new would be accepted',
  skip: 'the stage in hand would be skipped',
  checkpoint: 'items of a checkpoint would be recorded',
  notice: 'the delivery of the notice would be recorded',
  backup: 'the backup would be recorded',
  override: 'a condition would be overridden',
}

function wouldDo(rollout: Rollout, { operation }: PromoteInputs, now: number): Verdict {
  const what =
    operation === 'advance' ? `the next step is ${decide(rollout, now).kind}` : WOULD[operation]
  return passed(`dry run: ${what}`)
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
  const hasPassed = isOut(rollout) && rollout.breach === undefined
  const successful = verdict.verdict === 'pass' && hasPassed && rollout.result === undefined
  const outputs = {
    deployment_successful: String(successful),
    deployment_endpoint: config.traffic?.endpoint ?? '',
    weights: JSON.stringify(await ports.traffic.weights()),
    rolled_back: String(rollout.result === 'rolled-back'),
    stage: String(rollout.stage),
    plan_hash: rollout.planHash,
    handed_over: String(verdict.verdict === 'pass' && !hasPassed && waiting(rollout) !== undefined),
    state: stateName(rollout, ports.clock.now().getTime()),
  }
  const done = steps.length === 0 ? [] : [steps.map((s) => `1. ${inert(s)}`).join('\n')]
  return { verdict, outputs, summary: [...rolloutBlocks(rollout.plan, entries), ...done] }
}
