import { weightedHolm } from '../../statistics/weighted-holm.ts'
import type { VerdictKind } from '../verdict.ts'
import { type Answer, SHARES } from './answer.ts'
import { explain } from './explain.ts'
import { type Effect, effectOf, type SideFigures, sideOf } from './figures.ts'
import { lacksOf } from './lacks.ts'
import type { SampleMetric } from './metric.ts'
import { answersOf } from './questions.ts'
import { type Score, type ScorePolicy, scoreOf, withoutScore } from './score.ts'

/** What all metrics together are judged by. */
export interface SamplesPolicy {
  /** A canary that is no worse than tolerated fails with at most this chance; one that is worse passes with at most this chance. */
  readonly alpha: number
  readonly score?: ScorePolicy | undefined
}

/** An answer and what follows from it. */
export interface Judged extends Answer {
  /** `against`, corrected for all questions of all metrics: held against alpha. */
  readonly adjusted: number
  readonly verdict: VerdictKind
}

/** What one metric says. */
export interface MetricFinding {
  readonly name: string
  readonly unit: string
  readonly verdict: VerdictKind
  /** One line. */
  readonly reason: string
  /** What would change the verdict, in one line. */
  readonly change: string
  readonly baseline: SideFigures | null
  readonly canary: SideFigures
  readonly effect: Effect | null
  readonly answers: readonly Judged[]
}

/** What all metrics say together. */
export interface SamplesVerdict {
  readonly verdict: VerdictKind
  readonly reason: string
  readonly score: Score | null
  readonly findings: readonly MetricFinding[]
}

/**
 * Judges a canary by samples that were taken once: for a rollout that is looked at again and again use the comparison. The same samples give the same verdict, in any
 * unit and in any order. Names of metrics are unique; there is at least one.
 */
export function judgeSamples(
  policy: SamplesPolicy,
  metrics: readonly SampleMetric[],
): SamplesVerdict {
  const asked = metrics.map((metric) => {
    const lacks = lacksOf(metric)
    return { metric, lacks, answers: lacks.length === 0 ? answersOf(metric) : [] }
  })
  const questions = asked.flatMap(({ answers }) => {
    const all = answers.reduce((sum, { question }) => sum + SHARES[question], 0)
    return answers.map(({ question, against }) => ({ p: against, weight: SHARES[question] / all }))
  })
  const adjusted = weightedHolm(questions)
  let next = 0
  const findings = asked.map(({ metric, lacks, answers }) => {
    const own = answers.map((answer) => judged(answer, adjusted[next++] ?? 1, policy.alpha))
    return findingOf(metric, lacks, own, policy.alpha)
  })
  const named = metrics.map((metric, i) => ({ metric, finding: findings[i] as MetricFinding }))
  return policy.score === undefined
    ? { ...withoutScore(findings), score: null, findings }
    : { ...scoreOf(named, policy.score), findings }
}

function judged(answer: Answer, adjusted: number, alpha: number): Judged {
  const isOpen = answer.within !== null && answer.within > alpha
  const verdict = adjusted <= alpha ? 'fail' : isOpen ? 'inconclusive' : 'pass'
  return { ...answer, adjusted, verdict }
}

function findingOf(
  metric: SampleMetric,
  lacks: readonly string[],
  answers: readonly Judged[],
  alpha: number,
): MetricFinding {
  const isJudged = lacks.length === 0
  const has = (kind: VerdictKind) => answers.some(({ verdict }) => verdict === kind)
  const verdict = has('fail') ? 'fail' : !isJudged || has('inconclusive') ? 'inconclusive' : 'pass'
  const effect = isJudged ? effectOf(metric, alpha) : null
  return {
    name: metric.name,
    unit: metric.unit,
    verdict,
    ...explain(metric, { verdict, lacks, answers, effect }),
    baseline: metric.baseline === null ? null : sideOf(metric.baseline),
    canary: sideOf(metric.canary),
    effect,
    answers,
  }
}
