import { formatDuration } from '../domain/config/duration.ts'
import type { Look } from '../domain/judging/comparison/look.ts'
import { type Evidence, inconclusive, overall, type Verdict } from '../domain/judging/verdict.ts'
import { VERSION, WEIGHTS } from '../domain/judging/world-evidence.ts'
import { forAudience } from '../domain/rollout/audience.ts'
import { COMPARISON } from '../domain/rollout/compared-stage.ts'
import { stageObjectives } from '../domain/rollout/judge-stage.ts'
import type { Plan, PlannedStage } from '../domain/rollout/plan.ts'
import { weigh } from '../domain/rollout/weigh.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Metrics } from '../ports/metrics.ts'
import type { Traffic } from '../ports/traffic.ts'
import type { Alarm } from './alarm.ts'
import { compareStage } from './compare-stage.ts'
import { heldText, routingText } from './held.ts'
import { observe } from './observe.ts'

export interface StagePorts {
  readonly traffic: Traffic
  readonly metrics: Metrics
  readonly clock: Clock
  readonly log: Log
  /** Aborted when the job is cancelled. */
  readonly signal: AbortSignal
  readonly alarm: Pick<Alarm, 'look' | 'page'>
}

export interface StageInHand {
  readonly plan: Plan
  /** Index of the stage. */
  readonly index: number
  readonly candidate: string
  readonly weights: Readonly<Record<string, number>>
  /** When the release began, ISO 8601; absent where nobody knows. */
  readonly begun?: string | undefined
}

/** What a look has seen, and the looks of a comparison that it rests on. */
type Seen = Pick<StageVerdict, 'evidence' | 'looks'>

/** A verdict, and the looks of a comparison that it rests on. */
export interface StageVerdict extends Verdict {
  readonly looks?: readonly Look[] | undefined
}

/** What is judged. */
interface Span {
  readonly from: Date
  readonly to: Date
  /** It begins with the bake of the stage: since then both versions can be compared. */
  readonly isBake: boolean
}

/** The answer of a slot that is silent. */
export const NO_ANSWER = 'no answer'

/** What a stage says when the job ends under it. */
export const CANCELLED = 'the job was cancelled'

/**
 * Watch a stage until its bake is over. A failure ends it at once; a pass needs evidence over the whole bake; what is
 * inconclusive at the end stays so, but for looks in a row that breach: their last one is waited for. A cancelled job has
 * no time for another look, nor for the end of one.
 */
export async function observeStage(hand: StageInHand, ports: StagePorts): Promise<StageVerdict> {
  const stage = hand.plan.stages[hand.index]
  if (stage === undefined) return overall([])
  const from = ports.clock.now()
  const end = from.getTime() + stage.bake
  for (;;) {
    const left = end - ports.clock.now().getTime()
    await ports.clock.sleep(Math.min(hand.plan.interval, left > 0 ? left : hand.plan.interval))
    const to = ports.clock.now()
    const look = () => lookAt(hand, stage, { from, to, isBake: true }, ports)
    const seen = await unlessCancelled(look, ports.signal)
    if (seen === undefined) return inconclusive(CANCELLED)
    const verdict = await weighed(hand, seen, ports)
    ports.log.info(timelineLine(hand, stage, to.getTime() - from.getTime(), verdict))
    const isOver = to.getTime() >= end + streakMs(hand.plan, verdict)
    if (verdict.verdict === 'fail' || isOver) return verdict
  }
}

/**
 * Look once more at a release that has waited at a stage, before it moves on: what was good when it was judged may have
 * turned since. The first look has all of the last bake where the source remembers it; others follow until one passes
 * or fails, for as long as the stage was baked, and ten at least.
 */
export async function lookAgain(hand: StageInHand, ports: StagePorts): Promise<Verdict> {
  const stage = hand.plan.stages[hand.index]
  if (stage === undefined) return overall([])
  const now = ports.clock.now().getTime()
  const until = now + Math.max(stage.bake, 10 * hand.plan.interval)
  return lookUntilSure(hand, { from: now - stage.bake, until, isBake: false }, ports)
}

/**
 * Look at a stage, and again until a look passes or fails.
 * @param times `from`: what is judged begins here; `until`: no look after this one; milliseconds since 1970. `isBake`: it begins with the bake of the
 * stage, and so both versions are compared.
 */
export async function lookUntilSure(
  hand: StageInHand,
  times: { readonly from: number; readonly until: number; readonly isBake: boolean },
  ports: StagePorts,
): Promise<StageVerdict> {
  const stage = hand.plan.stages[hand.index]
  if (stage === undefined) return overall([])
  const from = new Date(times.from)
  for (;;) {
    const to = ports.clock.now()
    const look = () => lookAt(hand, stage, { from, to, isBake: times.isBake }, ports)
    const seen = await unlessCancelled(look, ports.signal)
    if (seen === undefined) return inconclusive(CANCELLED)
    const verdict = await weighed(hand, seen, ports)
    ports.log.info(timelineLine(hand, stage, to.getTime() - times.from, verdict))
    if (verdict.verdict !== 'inconclusive' || to.getTime() >= times.until) return verdict
    await ports.clock.sleep(Math.min(hand.plan.interval, times.until - to.getTime()))
  }
}

/** What a look comes to; who is told of something is told at once. */
async function weighed(
  hand: StageInHand,
  { evidence, looks }: Seen,
  { alarm }: StagePorts,
): Promise<StageVerdict> {
  await alarm.look(hand, evidence)
  return { ...weigh(evidence, hand.plan), looks }
}

/** How much longer than its bake a stage is watched: until looks in a row have decided, milliseconds. */
function streakMs({ objectives, interval }: Plan, { evidence }: Verdict): number {
  const isOn = evidence.some((e) => e.verdict === 'inconclusive' && e.look?.breaches !== undefined)
  if (!isOn) return 0
  return interval * (Math.max(...objectives.map(({ consecutive = 1 }) => consecutive)) - 1)
}

/** What the work comes to; undefined where the job is cancelled before or meanwhile: then nobody waits for it. */
export async function unlessCancelled<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
): Promise<T | undefined> {
  if (signal.aborted) return undefined
  const { promise: cancelled, resolve } = Promise.withResolvers<undefined>()
  const stop = () => resolve(undefined)
  signal.addEventListener('abort', stop)
  try {
    return await Promise.race([work(), cancelled])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

async function lookAt(
  { plan, index, candidate, weights, begun }: StageInHand,
  stage: PlannedStage,
  { from, to, isBake }: Span,
  ports: StagePorts,
): Promise<Seen> {
  const world = [
    await asked(
      VERSION,
      plan.version,
      async () => (await ports.traffic.versionIn(candidate)) ?? NO_ANSWER,
    ),
    await asked(WEIGHTS, routingText(weights, stage.audience), () => heldText(ports.traffic)),
  ]
  // Nobody uses a side without weight: there is no traffic to judge, only whether it stands.
  if (stage.weight === 0) return { evidence: world }
  const releasedAt = begun === undefined ? undefined : new Date(begun)
  const look = {
    ...{ version: plan.version, from, to, releasedAt, baseline: plan.baseline },
    ...{ isAlone: stage.weight === 100, step: plan.interval, length: stage.bake },
  }
  const kept = await observe(stageObjectives(plan, index), look, ports.metrics)
  const compared = isBake
    ? await compareStage({ plan, index }, { from, to }, ports.metrics)
    : undefined
  const evidence = compared === undefined ? [] : [compared.evidence]
  return { evidence: [...world, ...kept, ...evidence], looks: compared?.looks }
}

/** A question about the world whose answer must be one text; inconclusive where it cannot be asked. */
export async function asked(
  name: string,
  wanted: string,
  ask: () => Promise<string>,
): Promise<Evidence> {
  try {
    const answer = await ask()
    return {
      name,
      verdict: answer === wanted ? 'pass' : 'fail',
      question: name,
      answer,
      limit: wanted,
    }
  } catch (error) {
    const answer = error instanceof Error ? error.message : NO_ANSWER
    return { name, verdict: 'inconclusive', question: name, answer, limit: wanted }
  }
}

/** What was found, in few words: of a comparison only how far it is from what stops. */
function seenText({ name, answer, value }: Evidence): string {
  if (name !== COMPARISON || value === undefined) return answer
  return `${Number((100 * value).toPrecision(2))} % of what stops`
}

/** One line of the live timeline: stage, weight, time, objectives, verdict. */
function timelineLine(
  { plan, index }: StageInHand,
  stage: PlannedStage,
  elapsed: number,
  verdict: Verdict,
): string {
  const values = verdict.evidence
    .filter((e) => e.samples !== undefined)
    .map((e) => `${e.name} ${seenText(e)}`)
  const time = `${formatDuration(Math.round(elapsed / 100) * 100)} of ${formatDuration(stage.bake)}`
  return [
    `stage ${index + 1}/${plan.stages.length}`,
    `weight ${stage.weight} %${forAudience(stage.audience)}`,
    time,
    ...values,
    verdict.verdict,
  ].join(' | ')
}
