import { z } from 'zod'
import { bonferroni } from '../../../src/domain/statistics/bonferroni.ts'
import {
  benjaminiHochberg,
  benjaminiYekutieli,
} from '../../../src/domain/statistics/false-discovery.ts'
import { holm } from '../../../src/domain/statistics/holm.ts'
import { oracleFunction, oracleRows } from '../checker.ts'

const METHODS = {
  holm,
  bonferroni,
  'benjamini-hochberg': benjaminiHochberg,
  'benjamini-yekutieli': benjaminiYekutieli,
}

const Input = z.object({
  p: z.array(z.number().min(0).max(1)),
  method: z.literal(['holm', 'bonferroni', 'benjamini-hochberg', 'benjamini-yekutieli']),
  alpha: z.number().min(0).max(1),
})

/** multipletests.json: adjusted p values, and which of them are at most alpha. */
export const multipletests = oracleRows({
  adjustP: oracleFunction(Input, ({ p, method, alpha }) => {
    const adjusted = METHODS[method](p)
    // A product that is alpha but for its rounding is alpha.
    return { adjusted, reject: adjusted.map((value) => value <= alpha * (1 + 1e-12)) }
  }),
})
