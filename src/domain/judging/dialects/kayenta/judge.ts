import type { VerdictKind } from '../../verdict.ts'
import { type Classification, classify, type Rules } from './classify.ts'
import { type Score, scoreOf } from './score.ts'
import { outliersOf, withoutNan } from './transform.ts'

/** What Kayenta's judge writes into its own code, whatever is configured. */
export const TOLERANCE = 0.25
export const CONFIDENCE = 0.98

/** A metric as the canary config describes it. */
export interface MetricConfig {
  readonly name: string
  readonly groups: readonly string[]
  readonly muted: boolean
  readonly rules: Rules
  /** Null where outliers are kept. */
  readonly outlierFactor: number | null
}

/** A canary config as far as it is judged by. */
export interface CanaryConfig {
  readonly metrics: readonly MetricConfig[]
  readonly groupWeights: Readonly<Record<string, number>>
  readonly thresholds: { readonly pass: number; readonly marginal: number }
}

/** The samples of one metric; NaN where there is none. */
export interface SetPair {
  readonly name: string
  readonly control: readonly number[]
  readonly experiment: readonly number[]
}

/** What Kayenta says of a metric. */
export interface MetricResult extends Classification {
  readonly name: string
  readonly groups: readonly string[]
  readonly muted: boolean
}

/** What Kayenta says of a canary. */
export interface CanaryResult {
  /** Pass, Marginal and Fail in our words. */
  readonly verdict: VerdictKind
  readonly classification: 'Pass' | 'Marginal' | 'Fail'
  readonly score: Score
  readonly results: readonly MetricResult[]
}

/** Judges as NetflixACAJudge-v1.0 does. Every pair has its metric in the config. */
export function judgeCanary(config: CanaryConfig, pairs: readonly SetPair[]): CanaryResult {
  const byName = new Map(config.metrics.toReversed().map((metric) => [metric.name, metric]))
  const results = pairs.flatMap((pair) => {
    const metric = byName.get(pair.name)
    return metric === undefined ? [] : [resultOf(metric, pair)]
  })
  const score = scoreOf(
    results.filter(({ muted }) => !muted),
    config.groupWeights,
  )
  const { pass, marginal } = config.thresholds
  const isMarginal = score.score >= marginal
  const classification = score.score >= pass ? 'Pass' : isMarginal ? 'Marginal' : 'Fail'
  return { verdict: VERDICTS[classification], classification, score, results }
}

const VERDICTS = { Pass: 'pass', Marginal: 'inconclusive', Fail: 'fail' } as const

function resultOf(metric: MetricConfig, { control, experiment }: SetPair): MetricResult {
  const { name, groups, muted, rules, outlierFactor } = metric
  const clean = (values: readonly number[]) => {
    const numbers = withoutNan(values, rules.nanStrategy)
    if (outlierFactor === null) return numbers
    const out = outliersOf(numbers, outlierFactor, true)
    return numbers.filter((_, i) => out[i] === false)
  }
  const classification = classify(name, clean(experiment), clean(control), rules)
  return { name, groups, muted, ...classification }
}
