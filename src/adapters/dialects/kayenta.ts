import * as z from 'zod'
import { Failure } from '../../domain/failure.ts'
import {
  type CanaryResult,
  CONFIDENCE,
  judgeCanary,
  type MetricConfig,
  TOLERANCE,
} from '../../domain/judging/dialects/kayenta/judge.ts'
import { type Printed, printed } from '../samples/answer.ts'
import { checked } from '../samples/read.ts'

const Thresholds = z.object({ pass: z.number(), marginal: z.number() })
/** What Kayenta's own examples set. */
const USUAL = { pass: 95, marginal: 75 }

/** What is not known here is Kayenta's default there: an unknown word of a strategy or a direction too. */
const Canary = z.object({
  direction: z.string().default('either'),
  nanStrategy: z.string().default('remove'),
  critical: z.boolean().default(false),
  mustHaveData: z.boolean().default(false),
  muted: z.boolean().default(false),
  outliers: z
    .object({ strategy: z.string().default('keep'), outlierFactor: z.number().gt(0).default(3) })
    .prefault({}),
  effectSize: z
    .object({
      measure: z.string().default('meanRatio'),
      allowedIncrease: z.number().optional(),
      allowedDecrease: z.number().optional(),
      criticalIncrease: z.number().optional(),
      criticalDecrease: z.number().optional(),
    })
    .prefault({}),
})

const Config = z.object({
  metrics: z.array(
    z.object({
      name: z.string(),
      groups: z.array(z.string()).default([]),
      analysisConfigurations: z.object({ canary: Canary.prefault({}) }).prefault({}),
    }),
  ),
  classifier: z
    .object({
      groupWeights: z.record(z.string(), z.number()).nullable().default({}),
      scoreThresholds: Thresholds.nullish(),
    })
    .prefault({}),
})

const Reading = z.union([z.number(), z.literal('NaN'), z.null()])
const Pairs = z.array(
  z.object({
    name: z.string(),
    values: z.object({ control: z.array(Reading), experiment: z.array(Reading) }),
  }),
)
const Input = z.union([
  Pairs,
  z.object({ metricSetPairList: Pairs, thresholds: Thresholds.optional() }),
])

/**
 * Judges by Kayenta's canary config.
 * @param config The canary config, JSON.
 * @param input A metric set pair list, or one with the thresholds of its execution, JSON.
 * @throws Failure `bad-input`
 */
export function kayenta(config: string, input: string): Printed {
  const parsed = checked(Config, config, 'canary config')
  const given = checked(Input, input, 'metric set pair list')
  const [pairs, own] = Array.isArray(given)
    ? [given, undefined]
    : [given.metricSetPairList, given.thresholds]
  const known = new Set(parsed.metrics.map(({ name }) => name))
  const foreign = pairs.findIndex(({ name }) => !known.has(name))
  if (foreign >= 0)
    throw new Failure(
      'bad-input',
      `metric set pair list: ${foreign}: its metric is not in the config`,
    )
  const { groupWeights, scoreThresholds } = parsed.classifier
  const judged = judgeCanary(
    {
      metrics: parsed.metrics.map(metricOf),
      groupWeights: groupWeights ?? {},
      thresholds: own ?? scoreThresholds ?? USUAL,
    },
    pairs.map(({ name, values: { control, experiment } }) => ({
      name,
      control: control.map(numberOf),
      experiment: experiment.map(numberOf),
    })),
  )
  return { verdict: judged.verdict, lines: printed(documentOf(judged)) }
}

const numberOf = (reading: number | 'NaN' | null) =>
  typeof reading === 'number' ? reading : Number.NaN

function metricOf({
  name,
  groups,
  analysisConfigurations: { canary },
}: z.infer<typeof Config>['metrics'][number]): MetricConfig {
  const { direction, nanStrategy, critical, mustHaveData, muted, outliers, effectSize } = canary
  const measure = effectSize.measure === 'cles' ? 'cles' : 'meanRatio'
  const usual = measure === 'cles' ? 0.5 : 1
  return {
    ...{ name, groups, muted },
    outlierFactor: outliers.strategy === 'remove' ? outliers.outlierFactor : null,
    rules: {
      ...{ critical, mustHaveData, measure },
      direction: direction === 'increase' || direction === 'decrease' ? direction : 'either',
      nanStrategy: nanStrategy === 'replace' ? 'replace' : 'remove',
      allowed: [effectSize.allowedDecrease ?? usual, effectSize.allowedIncrease ?? usual],
      criticalAt: [effectSize.criticalDecrease ?? usual, effectSize.criticalIncrease ?? usual],
      tolerance: TOLERANCE,
      confidence: CONFIDENCE,
    },
  }
}

function documentOf({ verdict, classification, score, results }: CanaryResult) {
  return {
    ...{ dialect: 'kayenta', verdict, classification },
    ...{ score: score.score, reason: score.reason, groups: score.groups },
    metrics: results.map(({ name, groups, label, reason, deviation, critical, muted, random }) => ({
      ...{ name, groups, classification: label, reason, critical, muted, random },
      ratio: Number.isFinite(deviation) ? deviation : null,
    })),
  }
}
