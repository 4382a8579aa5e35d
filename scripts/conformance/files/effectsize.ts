import { standardDeviation } from '../../../src/domain/statistics/describe.ts'
import {
  dominance,
  standardisedDifference,
  superiority,
} from '../../../src/domain/statistics/effect-size.ts'
import { oracleFunction, oracleRows, TwoSamples } from '../checker.ts'

/** effectsize.json: A12, Cliff's delta, Cohen's d. */
export const effectsize = oracleRows({
  effectSize: oracleFunction(TwoSamples, ({ x, y }) => {
    const largest = Math.max(...[...x, ...y].map(Math.abs))
    const spread = Math.max(standardDeviation(x), standardDeviation(y))
    return {
      A12: superiority(x, y),
      cliffsDelta: { value: dominance(x, y), scale: 1 },
      cohensD: { value: standardisedDifference(x, y), scale: largest / spread },
    }
  }),
})
