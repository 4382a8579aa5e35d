import { z } from 'zod'
import { normalCdf } from '../../../src/domain/statistics/normal.ts'
import { normalQuantile } from '../../../src/domain/statistics/normal-quantile.ts'
import { tQuantile, tTail } from '../../../src/domain/statistics/student.ts'
import { oracleFunction, oracleRows } from '../checker.ts'

const Chance = z.number().min(0).max(1)
const Freedom = z.number().positive()

/** special.json: the distributions behind the tests. A quantile near the middle is known as well as a p near ½. */
export const special = oracleRows({
  tQuantile: oracleFunction(z.object({ p: Chance, df: Freedom }), ({ p, df }) => ({
    value: { value: tQuantile(p, df), scale: 1 },
  })),
  normQuantile: oracleFunction(z.object({ p: Chance }), ({ p }) => ({
    value: { value: normalQuantile(p), scale: 1 },
  })),
  normCdf: oracleFunction(z.object({ z: z.number() }), (input) => ({ value: normalCdf(input.z) })),
  tSf: oracleFunction(z.object({ t: z.number(), df: Freedom }), ({ t, df }) => ({
    value: tTail(t, df),
  })),
})
