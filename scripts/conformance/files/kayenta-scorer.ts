import { z } from 'zod'
import { scoreOf } from '../../../src/domain/judging/dialects/kayenta/score.ts'
import type { RowCheck } from '../checker.ts'

const Row = z.object({
  groupWeights: z.record(z.string(), z.number()),
  metrics: z.array(
    z.object({
      name: z.string(),
      classification: z.enum(['Pass', 'High', 'Low', 'Nodata', 'NodataFailMetric', 'Error']),
      groups: z.array(z.string()),
      critical: z.boolean(),
    }),
  ),
  expectedSummaryScore: z.number(),
})

/** kayenta-scorer.json: what Kayenta makes of classified metrics. */
export const kayentaScorer: RowCheck = (row) => {
  const parsed = Row.safeParse(row)
  if (!parsed.success) return ['cannot be read as {groupWeights, metrics, expectedSummaryScore}']
  const { groupWeights, metrics, expectedSummaryScore } = parsed.data
  const results = metrics.map(({ name, classification, groups, critical }) => ({
    ...{ name, groups, critical, label: classification },
    reason: '',
  }))
  const { score } = scoreOf(results, groupWeights)
  return score === expectedSummaryScore ? [] : [`is ${score}, not ${expectedSummaryScore}`]
}
