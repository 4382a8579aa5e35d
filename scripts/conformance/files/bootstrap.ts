import { z } from 'zod'
import { acceleration } from '../../../src/domain/statistics/bootstrap.ts'
import {
  basicInterval,
  bcaInterval,
  medianBias,
  percentileInterval,
} from '../../../src/domain/statistics/bootstrap-interval.ts'
import type { Interval } from '../../../src/domain/statistics/interval.ts'
import { median } from '../../../src/domain/statistics/median.ts'
import { mean } from '../../../src/domain/statistics/moments.ts'
import { oracleFunction, oracleRows, Sample, TwoSamples } from '../checker.ts'

const STATISTICS = { meanRatio: mean, medianRatio: median }

const Input = TwoSamples.extend({
  statistic: z.enum(['meanRatio', 'medianRatio']),
  confidence: z.number().gt(0).lt(1),
  replicates: Sample,
})

/** bootstrap.json: the three intervals from replicates that the row gives, so that nothing is random. */
export const bootstrap = oracleRows({
  bootstrapCI: oracleFunction(Input, ({ x, y, statistic, confidence, replicates }) => {
    const middle = STATISTICS[statistic]
    const ratio = (a: readonly number[], b: readonly number[]) => middle(a) / middle(b)
    const estimate = ratio(x, y)
    const a = acceleration(x, y, ratio)
    const bounds = ({ lower, upper }: Interval) => [lower, upper]
    return {
      pointEstimate: estimate,
      percentile: bounds(percentileInterval(replicates, confidence)),
      basic: bounds(basicInterval(replicates, estimate, confidence)),
      BCa: bounds(bcaInterval(replicates, estimate, a, confidence)),
      z0: { value: medianBias(replicates, estimate), scale: 1 },
      acceleration: { value: a, scale: 1 },
    }
  }),
})
