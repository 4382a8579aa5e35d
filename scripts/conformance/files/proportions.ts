import { z } from 'zod'
import { fisherTest } from '../../../src/domain/statistics/fisher.ts'
import { twoProportions } from '../../../src/domain/statistics/two-proportions.ts'
import { wilsonInterval } from '../../../src/domain/statistics/wilson.ts'
import { oracleFunction, oracleRows } from '../checker.ts'

const Hits = z
  .tuple([z.int().min(0), z.int().min(1)])
  .refine(([hits, trials]) => hits <= trials)
  .transform(([hits, trials]) => ({ hits, trials }))

/** proportions.json: error counts of both groups. */
export const proportions = oracleRows({
  proportions: oracleFunction(
    z.object({ baseline: Hits, candidate: Hits }),
    ({ baseline, candidate }) => {
      const { lower, upper } = wilsonInterval(candidate, 0.95)
      const { z: score, p } = twoProportions(candidate, baseline, 'two-sided')
      return {
        fisherTwoSided: fisherTest(candidate, baseline, 'two-sided'),
        fisherCandidateHigher: fisherTest(candidate, baseline, 'greater'),
        wilson95candidate: [{ value: lower, scale: 1 }, upper],
        zPooled: { value: score, scale: 1 },
        zP: p,
      }
    },
  ),
})
