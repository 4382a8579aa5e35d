import { z } from 'zod'
import {
  coefficientOfVariation,
  DEVIATIONS_OF_NORMAL,
  geometricMean,
  medianDeviation,
  standardDeviation,
  trimmedMean,
} from '../../../src/domain/statistics/describe.ts'
import { median } from '../../../src/domain/statistics/median.ts'
import { mean } from '../../../src/domain/statistics/moments.ts'
import { quantile } from '../../../src/domain/statistics/quantile.ts'
import { oracleFunction, oracleRows, Sample } from '../checker.ts'

const PERCENT = [0, 1, 5, 25, 50, 75, 90, 95, 99, 100]

/** descriptive.json: what a sample looks like. */
export const descriptive = oracleRows({
  describe: oracleFunction(z.object({ x: Sample }), ({ x }) => {
    const scale = Math.max(...x.map(Math.abs))
    const rounded = (value: number) => ({ value, scale })
    const quantiles = PERCENT.map((percent) => rounded(quantile(x, percent / 100)))
    return {
      mean: rounded(mean(x)),
      median: rounded(median(x)),
      quantiles_type7: { p: PERCENT, v: quantiles },
      'sd_n-1': rounded(standardDeviation(x)),
      mad: rounded(medianDeviation(x)),
      'madScaled1.4826': rounded(DEVIATIONS_OF_NORMAL * medianDeviation(x)),
      geomean: geometricMean(x),
      trimmedMean20: rounded(trimmedMean(x, 0.2)),
      cv: coefficientOfVariation(x),
    }
  }),
})
