import { mean } from '../../../src/domain/statistics/moments.ts'
import {
  type MeanTest,
  studentTest,
  welchInterval,
  welchTest,
} from '../../../src/domain/statistics/welch.ts'
import { oracleFunction, oracleRows, TwoSamples, Way } from '../checker.ts'

const Input = TwoSamples.extend({ alternative: Way })

/** ttest.json: Welch's test with its 95 % interval, and Student's. */
export const ttest = oracleRows({
  welchT: oracleFunction(Input, ({ x, y, alternative }) => {
    const { lower, upper } = welchInterval(x, y, 0.95)
    const scale = scaleOf(x, y)
    const bound = (value: number) => ({ value, scale })
    return { ...figures(x, y, welchTest(x, y, alternative)), ci95: [bound(lower), bound(upper)] }
  }),
  studentT: oracleFunction(Input, ({ x, y, alternative }) =>
    figures(x, y, studentTest(x, y, alternative)),
  ),
})

/** How far t is known: the difference of the means is rounded as the means are. */
function figures(x: readonly number[], y: readonly number[], { t, df, p }: MeanTest) {
  const error = (mean(x) - mean(y)) / t
  return { t: { value: t, scale: t === 0 ? 1 : scaleOf(x, y) / Math.abs(error) }, df, p }
}

const scaleOf = (x: readonly number[], y: readonly number[]) =>
  Math.max(Math.abs(mean(x)), Math.abs(mean(y)))
