import { Failure } from '../domain/failure.ts'
import { inconclusive, passed, type Verdict } from '../domain/judging/verdict.ts'
import type { ReleaseKey } from '../domain/ledger/entry.ts'
import { decide, type Step } from '../domain/rollout/decide.ts'
import { type Bake, bakeOf } from '../domain/rollout/due.ts'
import type { Rollout } from '../domain/rollout/state.ts'
import { waiting } from '../domain/rollout/waiting.ts'
import { type AdvancePorts, type Turn, take } from './advance.ts'
import { attend, type Done, overdue, watch } from './judge-stage.ts'
import { CANCELLED } from './observe-stage.ts'
import { plannedRollout } from './planned-rollout.ts'

/** What a tick did to one release. */
export interface Ticked {
  readonly verdict: Verdict
  /** What was done, in order, for people. */
  readonly steps: readonly string[]
}

/** `isLast`: there is nothing more for this tick to do. */
type Did = Done & { readonly isLast: boolean }

export interface TickReleasePorts extends AdvancePorts {
  /** Called before a release goes back or stops, for what must not be forgotten when this run dies. */
  readonly beforeBack: () => Promise<void>
}

/**
 * Move one open release by at most one stage: what a dead run left is settled or taken back, a stage that bakes is looked
 * at, one whose bake is over is judged, and after a pass the next one gets its weight. What a run watches itself, and the
 * first stage, which comes after the gates, are left alone.
 */
export async function tickRelease(release: ReleaseKey, ports: TickReleasePorts): Promise<Ticked> {
  const steps: string[] = []
  let verdict: Verdict | undefined
  for (;;) {
    const rollout = plannedRollout(await ports.ledger.entries(release), release, undefined)
    // What it judged bad a person may skip at once: it is looked at again, as by every other run.
    const isJudged = verdict?.verdict === 'pass'
    const did = await turn({ release, rollout, isJudged }, ports)
    if (did === undefined) return { verdict: verdict ?? passed(stand(rollout)), steps }
    steps.push(did.line)
    ports.log.info(did.line)
    verdict = did.verdict ?? verdict
    if (did.isLast) return { verdict: verdict ?? passed(did.line), steps }
  }
}

/** One turn; undefined where there is nothing to do for a tick. */
async function turn(hand: Turn, ports: TickReleasePorts): Promise<Did | undefined> {
  const { rollout } = hand
  const now = ports.clock.now().getTime()
  const step = decide(rollout, now)
  const bake = bakeOf(rollout, Date.parse(rollout.since ?? ''), now)
  if (!isForTick(step, bake, rollout)) return undefined
  if (ports.signal.aborted)
    return { line: CANCELLED, verdict: inconclusive(CANCELLED), isLast: true }
  if (step.kind === 'analyse') return judge(step.stage, bake, hand, ports)
  if (step.kind === 'paused' || step.kind === 'await') return watched(hand, ports)
  if (step.kind === 'shift') return forward(step, hand, ports)
  if (step.kind === 'roll-back' || step.kind === 'stop') await ports.beforeBack()
  return { ...(await take(step, hand, ports)), isLast: false }
}

/** A release that turned bad before the step goes back in this tick, also while a freeze holds it. */
async function forward(step: Step, hand: Turn, ports: TickReleasePorts): Promise<Did> {
  try {
    const done = await take(step, hand, ports)
    return { ...done, isLast: done.verdict === undefined }
  } catch (error) {
    const isFrozen = error instanceof Failure && error.code === 'frozen'
    const did = isFrozen ? await watched(hand, ports) : undefined
    if (did === undefined) throw error
    return did
  }
}

async function watched(hand: Turn, ports: TickReleasePorts): Promise<Did | undefined> {
  const done = await watch(hand.rollout.stage, hand, ports)
  return done === undefined ? undefined : { ...done, isLast: false }
}

/** What other runs do themselves is theirs until they must be dead. */
function isForTick(step: Step, bake: Bake, { plan, breach, stage, met }: Rollout): boolean {
  if (['settle', 'roll-back', 'stop'].includes(step.kind)) return true
  if (step.kind === 'paused' || step.kind === 'await')
    return plan.clock !== undefined && breach === undefined && stage > 0
  if (step.kind === 'analyse') return plan.clock !== undefined || bake.due === 'overdue'
  if (step.kind !== 'shift' || plan.clock === undefined) return false
  return step.stage > 0 || met.handedOver !== undefined
}

async function judge(stage: number, bake: Bake, hand: Turn, ports: AdvancePorts): Promise<Did> {
  if (bake.due === 'overdue') return { ...(await overdue(stage, bake, hand, ports)), isLast: false }
  const { verdict, isOver } = await attend(stage, bake, hand, ports)
  const name = `stage ${stage + 1}/${hand.rollout.plan.stages.length}`
  if (isOver)
    return { line: `${name}: ${verdict.verdict}: ${verdict.reason}`, verdict, isLast: false }
  const isDue = bake.due === 'due'
  const end = new Date(bake.end).toISOString().slice(0, 19)
  const line = `${name} ${isDue ? 'was due at' : 'bakes until'} ${end}Z: ${verdict.reason}`
  return isDue || isBlind(verdict) ? { line, verdict, isLast: true } : { line, isLast: true }
}

/** Before its end a bake may have seen too little, but not nothing. */
function isBlind({ evidence }: Verdict): boolean {
  return evidence.some((e) => e.verdict === 'inconclusive' && e.value === undefined)
}

/** Why nothing was done. */
function stand(rollout: Rollout): string {
  const step = decide(rollout)
  if (step.kind === 'complete') return 'every stage has passed'
  return waiting(rollout) ?? ('reason' in step ? step.reason : `a run is at it: ${step.kind}`)
}
