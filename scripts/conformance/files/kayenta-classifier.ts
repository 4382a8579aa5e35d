import { z } from 'zod'
import {
  type Classification,
  classify,
} from '../../../src/domain/judging/dialects/kayenta/classify.ts'
import { mean } from '../../../src/domain/statistics/moments.ts'
import type { RowCheck } from '../checker.ts'

const Thresholds = z.tuple([z.number(), z.number()])
const Samples = z.array(z.number())
const Row = z.object({
  kind: z.enum(['MannWhitneyClassifier', 'MeanInequalityClassifier']),
  experiment: Samples,
  control: Samples,
  tolerance: z.number(),
  confLevel: z.number().gt(0).lt(1),
  effect: Thresholds,
  critical: Thresholds,
  measure: z.enum(['meanRatio', 'cles']),
  direction: z.enum(['increase', 'decrease', 'either']),
  nan: z.enum(['remove', 'replace']),
  isCritical: z.boolean(),
  isDataRequired: z.boolean().default(false),
  expect: z.string().nullable(),
  expectCritical: z.boolean().nullable(),
  expectDevNaN: z.boolean(),
  reason: z.boolean(),
})
type Row = z.infer<typeof Row>

const METRIC = 'test-metric'

/** kayenta-classifier.json: Kayenta's own table of what it makes of a metric. */
export const kayentaClassifier: RowCheck = (row) => {
  const parsed = Row.safeParse(row)
  if (!parsed.success) return ['cannot be read as a row of Kayenta’s classifier']
  const { expect, expectCritical, expectDevNaN, reason } = parsed.data
  const found = classified(parsed.data)
  return [
    ...(expect === null || found.label === expect ? [] : [`is ${found.label}, not ${expect}`]),
    ...(expectCritical === null || found.critical === expectCritical
      ? []
      : [`critical is ${found.critical}`]),
    ...(expectDevNaN && !Number.isNaN(found.deviation) ? ['has a deviation'] : []),
    ...(reason && found.reason !== `Missing data for ${METRIC}` ? ['does not say why'] : []),
  ]
}

function classified(row: Row): Pick<Classification, 'label' | 'critical' | 'deviation' | 'reason'> {
  if (row.kind === 'MeanInequalityClassifier') return byMeans(row)
  return classify(METRIC, row.experiment, row.control, {
    direction: row.direction,
    nanStrategy: row.nan,
    critical: row.isCritical,
    mustHaveData: row.isDataRequired,
    measure: row.measure,
    allowed: row.effect,
    criticalAt: row.critical,
    tolerance: row.tolerance,
    confidence: row.confLevel,
  })
}

/** The classifier that Kayenta has for its own benchmarks and its judge never calls: it stands here, not in the dialect. */
function byMeans({ experiment, control, direction, isCritical }: Row) {
  const [x, y] = [mean(experiment), mean(control)]
  const isHigh = direction !== 'decrease' && x > y
  const isLow = direction !== 'increase' && x < y
  const label = isHigh ? 'High' : isLow ? 'Low' : 'Pass'
  const critical = label !== 'Pass' && isCritical
  return { label, critical, deviation: label === 'Pass' ? 1 : x / y, reason: '' } as const
}
