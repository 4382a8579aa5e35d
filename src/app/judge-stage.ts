import { formatDuration } from '../domain/config/duration.ts'
import { Failure } from '../domain/failure.ts'
import { type Evidence, inconclusive, type Verdict } from '../domain/judging/verdict.ts'
import { wellFormed } from '../domain/judging/well-formed.ts'
import { VERSION, WEIGHTS } from '../domain/judging/world-evidence.ts'
import type { Digest } from '../domain/ledger/canonical.ts'
import type { Bake } from '../domain/rollout/due.ts'
import { type Breach, breachOf } from '../domain/rollout/judge-stage.ts'
import type { Plan } from '../domain/rollout/plan.ts'
import { LOOKS } from '../domain/rollout/probed.ts'
import type { Rollout } from '../domain/rollout/state.ts'
import { breached } from '../domain/rollout/weigh.ts'
import { NO_ALARM } from './alarm.ts'
import { keepLooks } from './keep-looks.ts'
import { safeFirst } from './make-safe.ts'
import {
  lookAgain,
  lookUntilSure,
  NO_ANSWER,
  observeStage,
  type StagePorts,
  type StageVerdict,
} from './observe-stage.ts'
import { paged } from './page.ts'
import { rollBack, slotsOf } from './roll-back.ts'
import { type Hand, recordDecision, type ShiftPorts } from './shift-traffic.ts'

export type JudgePorts = StagePorts & ShiftPorts & { readonly digest: Digest }

/** What a turn of a release did. */
export interface Done {
  /** For people. */
  readonly line: string
  readonly verdict?: Verdict
}

/** Judge the stage in hand over its bake, and record it. What must go back goes before it is recorded. */
export async function analyse(index: number, hand: Hand, ports: JudgePorts): Promise<Done> {
  const { plan, weights = {}, begun } = hand.rollout
  const { candidate } = await slotsOf(hand, ports)
  const verdict = await observeStage({ plan, index, candidate, weights, begun }, ports)
  return recordVerdict({ gate: 'stage', stage: index }, verdict, hand, ports)
}

/**
 * Look at a stage that another run has begun. A failure ends it at once; a pass needs a look over the whole bake; what
 * nobody can tell is left to the next look.
 * @returns Whether the verdict was recorded, which ends the stage.
 */
export async function attend(
  index: number,
  bake: Bake,
  hand: Hand,
  ports: JudgePorts,
): Promise<{ readonly verdict: Verdict; readonly isOver: boolean }> {
  const { plan, weights = {}, begun } = hand.rollout
  const { candidate } = await slotsOf(hand, ports)
  const now = ports.clock.now().getTime()
  const until = bake.due === 'due' ? now + LOOKS * plan.interval : now
  const verdict = await lookUntilSure(
    { plan, index, candidate, weights, begun },
    // The machine that began it may have been seconds ahead of this one: no stage begins in the future.
    { from: Math.min(bake.from, now), until, isBake: true },
    ports,
  )
  const isOver = verdict.verdict === 'fail' || (verdict.verdict === 'pass' && bake.due === 'due')
  if (isOver) await recordVerdict({ gate: 'stage', stage: index }, verdict, hand, ports)
  return { verdict, isOver }
}

/**
 * Look at a release that must not move on: what turns bad goes back all the same. Undefined: nothing was decided.
 * @param stage Index of the stage that it waits for.
 */
export async function watch(
  stage: number,
  hand: Hand,
  ports: JudgePorts,
): Promise<Done | undefined> {
  const { plan, weights = {}, begun } = hand.rollout
  const { candidate } = await slotsOf(hand, ports)
  if ((weights[candidate] ?? 0) === 0) return undefined
  const now = ports.clock.now().getTime()
  const from = now - (plan.stages[stage - 1]?.bake ?? 0)
  const waiting = { plan, index: seenStage(stage, hand.rollout), candidate, weights, begun }
  const verdict = await lookUntilSure(waiting, { from, until: now, isBake: false }, ports)
  if (verdict.verdict !== 'fail') return undefined
  return recordVerdict({ gate: 'before-stage', stage }, verdict, hand, ports)
}

/** Nobody looked at a stage for too long: it waits for a person or goes back, as the plan says. */
export async function overdue(
  index: number,
  bake: Bake,
  hand: Hand,
  ports: JudgePorts,
): Promise<Done> {
  const { clock } = hand.rollout.plan
  const late = ports.clock.now().getTime() - bake.end
  const reason = `nobody looked for ${formatDuration(Math.round(late / 1000) * 1000)} after the bake`
  const breach = clock?.overdue ?? 'rollback'
  return recordVerdict({ gate: 'clock', stage: index, breach }, inconclusive(reason), hand, ports)
}

/**
 * A release that another run left at a stage is looked at before it moves: what turned bad goes back, what nobody can
 * tell stays where it is. Undefined: it may move.
 */
export async function again(
  stage: number,
  candidate: string,
  hand: Hand,
  ports: JudgePorts,
): Promise<Done | undefined> {
  const { plan, weights = {}, begun } = hand.rollout
  // Before the first stage nothing was judged that could have turned.
  if (stage === 0 || (weights[candidate] ?? 0) === 0) return undefined
  // The freeze was asked for already: nothing may be written between its answer and the step.
  const silent = { ...ports, alarm: NO_ALARM }
  const index = seenStage(stage, hand.rollout)
  const verdict = await lookAgain({ plan, index, candidate, weights, begun }, silent)
  if (verdict.verdict === 'pass') return undefined
  if (verdict.verdict === 'fail' || ports.signal.aborted)
    return recordVerdict({ gate: 'before-stage', stage }, verdict, hand, ports)
  throw new Failure(
    'unsure',
    `before stage ${stage + 1}: ${verdict.reason}`,
    'No traffic was moved: run this again when there is enough to judge, or take the release back',
  )
}

/** Users whom a stage without weight has all the same, because a person sent them, are looked at as those of the next one. */
function seenStage(stage: number, { plan, served = stage - 1 }: Rollout): number {
  return plan.stages[served]?.weight === 0 ? stage : served
}

interface Gate {
  readonly gate: 'stage' | 'before-stage' | 'clock'
  readonly stage: number
  /** What the verdict leads to, where it does not follow from its evidence. */
  readonly breach?: Breach
}

async function recordVerdict(
  { gate, stage, breach }: Gate,
  verdict: StageVerdict,
  hand: Hand,
  ports: JudgePorts,
): Promise<Done> {
  const { plan } = hand.rollout
  const { evidence, files } = keepLooks(verdict, stage, ports.digest)
  const leadsTo = breach ?? breachOf(verdict, plan)
  const { reason, ...deadline } = paged(verdict, leadsTo, plan, ports.clock)
  const payload = {
    gate,
    stage,
    verdict: verdict.verdict,
    reason: reason.toWellFormed(),
    evidence: evidence.map(wellFormed),
    breach: leadsTo,
    ...deadline,
  }
  const draft = { kind: 'verdict', payload } as const
  const write = () => recordDecision(hand, draft, ports, { files })
  const goesBack = payload.breach === 'rollback' && !isMovedByAnother(verdict, plan)
  const isUrgent = verdict.verdict === 'fail' || ports.signal.aborted
  if (goesBack) await (isUrgent ? backFirst : recordFirst)(write, payload.reason, hand, ports)
  else await write()
  if (leadsTo === 'page') await ports.alarm.page(plan, payload.reason)
  const which = gate === 'before-stage' ? 'before stage' : 'stage'
  return {
    line: `${which} ${stage + 1}/${plan.stages.length}: ${verdict.verdict}: ${verdict.reason}`,
    verdict,
  }
}

/**
 * All that counts against it are the weights, or that the slot runs another version: another run may have passed this
 * stage, or ended this release and begun the next one, which the record tells.
 */
function isMovedByAnother({ verdict, evidence }: Verdict, plan: Plan): boolean {
  const failed = breached(evidence, plan)
  const isReplaced = ({ name, answer }: Evidence) => name === VERSION && answer !== NO_ANSWER
  return verdict === 'fail' && failed.every((e) => e.name === WEIGHTS || isReplaced(e))
}

/**
 * What nobody can tell is no reason to undo what another run has completed, which only writing shows: the way back
 * follows the verdict. Where the verdict cannot be written the traffic goes back without it.
 */
async function recordFirst(
  write: () => Promise<void>,
  reason: string,
  hand: Hand,
  ports: JudgePorts,
): Promise<void> {
  try {
    await write()
  } catch (error) {
    if (error instanceof Failure && error.code === 'overtaken') throw error
    await safeFirst(reason, hand, ports, () => Promise.reject(error))
  }
}

/** The traffic is back before the verdict is written. Where another run was faster the way back itself is recorded. */
async function backFirst(
  write: () => Promise<void>,
  reason: string,
  hand: Hand,
  ports: JudgePorts,
): Promise<void> {
  await safeFirst(reason, hand, ports, async () => {
    try {
      await write()
    } catch (error) {
      if (!(error instanceof Failure && error.code === 'overtaken')) throw error
      await rollBack(reason, hand, ports)
    }
  })
}
