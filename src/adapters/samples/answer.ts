import type { Effect } from '../../domain/judging/samples/figures.ts'
import {
  judgeSamples,
  type MetricFinding,
  type SamplesVerdict,
} from '../../domain/judging/samples/verdict.ts'
import type { VerdictKind } from '../../domain/judging/verdict.ts'
import { readSamples } from './read.ts'

/** A judgement as it is printed. */
export interface Printed {
  readonly verdict: VerdictKind
  /** JSON. */
  readonly lines: readonly string[]
}

/** Judges the document of `judge --input`. @throws Failure `bad-input` */
export function samples(text: string): Printed {
  const { policy, metrics } = readSamples(text)
  const judged = judgeSamples(policy, metrics)
  return { verdict: judged.verdict, lines: printed(documentOf(judged, policy.alpha)) }
}

/** JSON over lines that are short enough to be printed whole. */
export function printed(document: object): readonly string[] {
  return JSON.stringify(document, null, 2).split('\n')
}

function documentOf({ verdict, reason, score, findings }: SamplesVerdict, alpha: number) {
  return {
    version: 1,
    verdict,
    reason,
    alpha,
    score: score && { value: score.value, atMost: score.atMost },
    metrics: findings.map((finding) => metricOf(finding, alpha)),
  }
}

function metricOf(finding: MetricFinding, alpha: number) {
  const { name, unit, verdict, reason, change, baseline, canary, effect, answers } = finding
  return {
    ...{ name, unit, verdict, reason, change, baseline, canary },
    effect: effect && effectOf(effect, alpha),
    questions: answers.map(({ question, verdict, against, adjusted, within }) => ({
      ...{ question, verdict, against, adjusted, within },
    })),
  }
}

/** JSON has no infinite number: null is no bound. */
function effectOf({ kind, value, interval, allowed }: Effect, alpha: number) {
  const bound = (one: number) => (Number.isFinite(one) ? one : null)
  return {
    kind,
    value: bound(value),
    interval: [bound(interval.lower), bound(interval.upper)],
    confidence: 1 - 2 * alpha,
    allowed: [bound(allowed.lower), bound(allowed.upper)],
  }
}
