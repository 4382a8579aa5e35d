import { lineOf } from '../domain/failure.ts'
import { judgeObjective } from '../domain/judging/judge-objective.ts'
import type { LookFacts } from '../domain/judging/look-facts.ts'
import { type Objective, type Observation, THROUGHPUT } from '../domain/judging/objective.ts'
import type { Evidence } from '../domain/judging/verdict.ts'
import type { Metrics, Reading, Window } from '../ports/metrics.ts'

/** What is looked at: a version over a window, and what it is held against. */
export interface Look extends Window {
  /** Version that it replaces; absent where nobody knows. */
  readonly baseline?: string | undefined
  /** The baseline serves nobody any more: what it was before the window is what counts. */
  readonly isAlone?: boolean
  /** Milliseconds between two looks. */
  readonly step: number
  /** Milliseconds that are watched in all; absent: the window is over. */
  readonly length?: number
}

/**
 * Look once: read every objective for one version over one window and judge it. Never throws: what cannot be read is
 * inconclusive evidence of that objective, with the reason as its answer.
 */
export async function observe(
  objectives: readonly Objective[],
  look: Look,
  metrics: Metrics,
): Promise<Evidence[]> {
  const evidence: Evidence[] = []
  // One after the other: a source with a rate limit is asked gently, and objectives of one look share its probes.
  for (const objective of objectives) evidence.push(await judged(objective, look, metrics))
  return evidence
}

async function judged(objective: Objective, look: Look, metrics: Metrics): Promise<Evidence> {
  try {
    const seen = await seenBy(objective, look, look.to, metrics)
    if (objective.consecutive === undefined) return judgeObjective(objective, seen)
    const breaches = await breachesInARow(objective, seen, look, metrics)
    return judgeObjective(objective, breaches === 0 ? seen : { ...seen, breaches })
  } catch (error) {
    return unread(objective, look, lineOf(error))
  }
}

/**
 * How many looks in a row breach, this one included. The looks before it are looked at again, over what they saw then,
 * so that it does not matter which run has taken them.
 */
async function breachesInARow(
  objective: Objective,
  seen: Observation,
  look: Look,
  metrics: Metrics,
): Promise<number> {
  const wanted = objective.consecutive ?? 1
  const fails = (one: Observation) =>
    judgeObjective({ ...objective, consecutive: undefined }, one).verdict === 'fail'
  if (!fails(seen)) return 0
  for (let breaches = 1; breaches < wanted; breaches++) {
    const to = new Date(look.to.getTime() - breaches * look.step)
    const isOver = objective.window === undefined && to <= look.from
    if (isOver || !fails(await seenBy(objective, look, to, metrics))) return breaches
  }
  return wanted
}

/** What the source has of an objective at a time. @throws Failure */
async function seenBy(
  objective: Objective,
  look: Look,
  to: Date,
  metrics: Metrics,
): Promise<Observation> {
  const window = windowUntil(to, objective, look)
  const { value, samples, question, ...reading } = await metrics.read(boundless(objective), window)
  const length = Math.max(0, to.getTime() - window.from.getTime())
  const isEarly = isOfTheWhole(objective) && to.getTime() - look.from.getTime() < wholeOf(look)
  const facts: LookFacts = {
    window: length,
    ...ageOf(reading, to),
    ...coverOf(reading, window),
    ...(reading.unit === undefined ? {} : { unit: reading.unit }),
    ...(reading.interval === undefined ? {} : { interval: reading.interval }),
    ...(isEarly ? { early: true } : {}),
    ...(await baselineOf(objective, look, window, metrics)),
  }
  return { value, samples, question, ...facts }
}

/** What has to happen in a window may still happen while it lasts. */
const isOfTheWhole = ({ must, metric }: Objective) => must === 'grow' || metric === THROUGHPUT

const wholeOf = ({ length = 0 }: Look) => length

function windowUntil(to: Date, { window }: Objective, look: Look): Window {
  const { version, from, releasedAt } = look
  return {
    ...{ version, to, releasedAt },
    from: window === undefined ? from : new Date(to.getTime() - window),
  }
}

/** A value of which only a bound is known is compared with no other one. */
function boundless(objective: Objective): Objective {
  if (objective.versus === undefined) return objective
  return { ...objective, limit: Number.POSITIVE_INFINITY }
}

function ageOf({ at }: Pick<Reading, 'at'>, to: Date): LookFacts {
  return at === undefined || !Number.isFinite(at) ? {} : { age: Math.max(0, to.getTime() - at) }
}

function coverOf({ since }: Pick<Reading, 'since'>, { from, to }: Window): LookFacts {
  if (since === undefined || !Number.isFinite(since)) return {}
  const begin = Math.max(since, from.getTime())
  return { covered: Math.max(0, to.getTime() - begin) }
}

/** The same window of the baseline; one as long before the stage where it serves nobody in it. */
async function baselineOf(
  objective: Objective,
  { baseline, isAlone = false, from: begun }: Look,
  { from, to }: Window,
  metrics: Metrics,
): Promise<LookFacts> {
  if (objective.versus === undefined || baseline === undefined) return {}
  const before = new Date(begun.getTime() - (to.getTime() - from.getTime()))
  const window = isAlone ? { from: before, to: begun } : { from, to }
  const { value, samples } = await metrics.read(boundless(objective), {
    ...window,
    version: baseline,
  })
  return { baseline: Number.isFinite(value) ? { value, samples } : { samples } }
}

/** The evidence of an objective that could not be read. */
export function unread(objective: Objective, window: Window, why: string): Evidence {
  const question = objective.query ?? `${objective.metric} of ${window.version}`
  const nothing = judgeObjective(objective, { value: Number.NaN, samples: 0, question })
  const hint = 'decides with an answer of its source'
  return { ...nothing, verdict: 'inconclusive', answer: why, hint }
}
