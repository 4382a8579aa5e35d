import { z } from 'zod'
import { kolmogorovSmirnov } from '../../../src/domain/statistics/kolmogorovsmirnov.ts'
import { oracleFunction, oracleRows, TwoSamples } from '../checker.ts'

const METHODS = {
  exact: 'exact',
  asymp: 'asymptotic',
  asymptotic: 'asymptotic',
  auto: 'auto',
} as const

const Input = TwoSamples.extend({ method: z.enum(['exact', 'asymp', 'asymptotic', 'auto']) })

/** ks.json: the two-sample test of Kolmogorov and Smirnov. */
export const ks = oracleRows({
  ks2: oracleFunction(Input, ({ x, y, method }) => {
    const { distance, p } = kolmogorovSmirnov(x, y, METHODS[method])
    return { D: distance, p }
  }),
})
