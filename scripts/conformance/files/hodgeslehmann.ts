import {
  hodgesLehmannRatio,
  hodgesLehmannShift,
} from '../../../src/domain/statistics/hodgeslehmann.ts'
import { hodgesLehmannInterval } from '../../../src/domain/statistics/hodgeslehmann-interval.ts'
import { oracleFunction, oracleRows, TwoSamples } from '../checker.ts'

/** hodgeslehmann.json: shift, ratio, and the exact 95 % interval of the shift with the confidence that it has. */
export const hodgeslehmann = oracleRows({
  hodgesLehmann: oracleFunction(TwoSamples, ({ x, y }) => {
    const scale = Math.max(...[...x, ...y].map(Math.abs))
    const rounded = (value: number) => ({ value, scale })
    const { lower, upper, confidence } = hodgesLehmannInterval(x, y, 0.95)
    return {
      shift: rounded(hodgesLehmannShift(x, y)),
      ratio: hodgesLehmannRatio(x, y),
      ciExact95: [rounded(lower), rounded(upper)],
      achievedConfidence: confidence,
    }
  }),
})
