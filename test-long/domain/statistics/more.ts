import { z } from 'zod'
import {
  oracleFunction,
  oracleRows,
  Sample,
  TwoSamples,
} from '../../../scripts/conformance/checker.ts'
import { brownForsythe } from '../../../src/domain/statistics/brownforsythe.ts'
import { mannKendall } from '../../../src/domain/statistics/mannkendall.ts'
import {
  poissonRatesTest,
  poissonRatioInterval,
} from '../../../src/domain/statistics/poisson-rates.ts'
import { theilSen } from '../../../src/domain/statistics/theilsen.ts'

const Rate = z
  .tuple([z.int(), z.number()])
  .transform(([events, exposure]) => ({ events, exposure }))

/** What no published vector file holds. */
export const more = oracleRows({
  brownForsythe: oracleFunction(TwoSamples, ({ x, y }) => {
    const { t, p } = brownForsythe(x, y, 'two-sided')
    return { F: { value: t ** 2, scale: 1 }, p }
  }),
  trend: oracleFunction(z.object({ x: Sample }), ({ x }) => {
    const { tau, p } = mannKendall(x, 'two-sided')
    const points = x.map((value, time) => ({ time, value }))
    const { slope, lower, upper } = theilSen(points, 0.95)
    const scale = Math.max(...x.map(Math.abs))
    const rounded = (value: number) => ({ value, scale })
    return { tau, p, sen: [slope, lower, upper].map(rounded) }
  }),
  poissonRates: oracleFunction(z.object({ first: Rate, second: Rate }), ({ first, second }) => {
    const { lower, upper } = poissonRatioInterval(first, second, 0.95)
    return {
      greater: poissonRatesTest(first, second, 'greater'),
      less: poissonRatesTest(first, second, 'less'),
      ratio95: [lower, upper],
    }
  }),
})
