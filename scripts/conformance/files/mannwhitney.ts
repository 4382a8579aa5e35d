import { z } from 'zod'
import { approximateTest, exactTest } from '../../../src/domain/statistics/mannwhitney.ts'
import { oracleFunction, oracleRows, TwoSamples, Way } from '../checker.ts'

const Input = TwoSamples.extend({
  alternative: Way,
  method: z.enum(['exact', 'exact-with-ties', 'asymptotic']),
  continuity: z.boolean().default(true),
})

/** mannwhitney.json: U of the first sample and p; exact means all splits of the values, with their ties. */
export const mannwhitney = oracleRows({
  mannWhitneyU: oracleFunction(Input, ({ x, y, alternative, method, continuity }) => {
    const test = (way: typeof alternative) =>
      method === 'asymptotic' ? approximateTest(x, y, way, continuity) : exactTest(x, y, way)
    const { u, p } = test(alternative)
    return { U: u, p, pGreater: test('greater').p, pLess: test('less').p }
  }),
})
