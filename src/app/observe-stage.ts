import { formatDuration } from '../domain/config/duration.ts'
import { type Evidence, inconclusive, overall, type Verdict } from '../domain/judging/verdict.ts'
import { forAudience } from '../domain/rollout/audience.ts'
import { stageObjectives } from '../domain/rollout/judge-stage.ts'
import type { Plan, PlannedStage } from '../domain/rollout/plan.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Metrics } from '../ports/metrics.ts'
import type { Traffic } from '../ports/traffic.ts'
import { heldText, routingText } from './held.ts'
import { observe } from './observe.ts'

export interface StagePorts {
  readonly traffic: Traffic
  readonly metrics: Metrics
  readonly clock: Clock
  readonly log: Log
  /** Aborted when the job is cancelled. */
  readonly signal: AbortSignal
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

/** Name of the evidence that the router has the weights of the stage. */
export const WEIGHTS = 'weights'
/** Name of the evidence that the new version answers in its slot, and the answer of a slot that is silent. */
export const VERSION = 'version'
export const NO_ANSWER = 'no answer'

/** What a stage says when the job ends under it. */
export const CANCELLED = 'the job was cancelled'

/**
 * Watch a stage until its bake is over. A failure ends it at once; a pass needs evidence over the whole bake; what is
 * inconclusive at the end stays so. A cancelled job has no time for another look, nor for the end of one.
 */
export async function observeStage(hand: StageInHand, ports: StagePorts): Promise<Verdict> {
  const stage = hand.plan.stages[hand.index]
  if (stage === undefined) return overall([])
  const from = ports.clock.now()
  const end = from.getTime() + stage.bake
  for (;;) {
    const left = end - ports.clock.now().getTime()
    await ports.clock.sleep(Math.min(hand.plan.interval, Math.max(0, left)))
    const to = ports.clock.now()
    const look = () => lookAt(hand, stage, { from, to }, ports)
    const evidence = await unlessCancelled(look, ports.signal)
    if (evidence === undefined) return inconclusive(CANCELLED)
    const verdict = overall(evidence)
    ports.log.info(timelineLine(hand, stage, to.getTime() - from.getTime(), verdict))
    if (verdict.verdict === 'fail' || to.getTime() >= end) return verdict
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
  return lookUntilSure(hand, { from: now - stage.bake, until }, ports)
}

/**
 * Look at a stage, and again until a look passes or fails.
 * @param times `from`: what is judged begins here; `until`: no look after this one; milliseconds since 1970.
 */
export async function lookUntilSure(
  hand: StageInHand,
  times: { readonly from: number; readonly until: number },
  ports: StagePorts,
): Promise<Verdict> {
  const stage = hand.plan.stages[hand.index]
  if (stage === undefined) return overall([])
  const from = new Date(times.from)
  for (;;) {
    const to = ports.clock.now()
    const evidence = await unlessCancelled(
      () => lookAt(hand, stage, { from, to }, ports),
      ports.signal,
    )
    if (evidence === undefined) return inconclusive(CANCELLED)
    const verdict = overall(evidence)
    ports.log.info(timelineLine(hand, stage, to.getTime() - times.from, verdict))
    if (verdict.verdict !== 'inconclusive' || to.getTime() >= times.until) return verdict
    await ports.clock.sleep(Math.min(hand.plan.interval, times.until - to.getTime()))
  }
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
  { from, to }: { from: Date; to: Date },
  ports: StagePorts,
): Promise<Evidence[]> {
  const world = [
    await asked(
      VERSION,
      plan.version,
      async () => (await ports.traffic.versionIn(candidate)) ?? NO_ANSWER,
    ),
    await asked(WEIGHTS, routingText(weights, stage.audience), () => heldText(ports.traffic)),
  ]
  // Nobody uses a side without weight: there is no traffic to judge, only whether it stands.
  if (stage.weight === 0) return world
  const releasedAt = begun === undefined ? undefined : new Date(begun)
  const window = { version: plan.version, from, to, releasedAt }
  return [...world, ...(await observe(stageObjectives(plan, index), window, ports.metrics))]
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

/** One line of the live timeline: stage, weight, time, objectives, verdict. */
function timelineLine(
  { plan, index }: StageInHand,
  stage: PlannedStage,
  elapsed: number,
  verdict: Verdict,
): string {
  const values = verdict.evidence
    .filter((e) => e.samples !== undefined)
    .map((e) => `${e.name} ${e.answer}`)
  const time = `${formatDuration(Math.round(elapsed / 100) * 100)} of ${formatDuration(stage.bake)}`
  return [
    `stage ${index + 1}/${plan.stages.length}`,
    `weight ${stage.weight} %${forAudience(stage.audience)}`,
    time,
    ...values,
    verdict.verdict,
  ].join(' | ')
}
