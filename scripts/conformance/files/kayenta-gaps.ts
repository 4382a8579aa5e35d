import { z } from 'zod'
import { classify } from '../../../src/domain/judging/dialects/kayenta/classify.ts'
import { judgeSamples } from '../../../src/domain/judging/samples/verdict.ts'
import { ascending } from '../../../src/domain/statistics/pairs.ts'
import type { RowCheck } from '../checker.ts'

const Samples = z.array(z.number())
const Row = z.object({
  id: z.string(),
  direction: z.enum(['increase', 'decrease', 'either']),
  tolerance: z.number().min(0),
  confLevel: z.number().gt(0).lt(1),
  experiment: Samples,
  control: Samples,
  kayentaVerdict: z.string(),
  acceptable: z.array(z.enum(['pass', 'fail', 'inconclusive'])).min(1),
})
type Row = z.infer<typeof Row>

/** kayenta-gaps.json: where Kayenta is wrong. The default judge is to be right, and the dialect as wrong as Kayenta. */
export const kayentaGaps: RowCheck = (row) => {
  const parsed = Row.safeParse(row)
  if (!parsed.success) return ['cannot be read as {id, direction, …, kayentaVerdict, acceptable}']
  const { acceptable, kayentaVerdict } = parsed.data
  const verdict = judged(parsed.data)
  const label = asKayenta(parsed.data)
  const isRandom = kayentaVerdict === 'nondeterministic'
  const wanted = isRandom ? ['High', 'Error'] : [kayentaVerdict.replace(/:.*$/, '')]
  return [
    ...(acceptable.includes(verdict) ? [] : [`is ${verdict}, not ${acceptable.join(' or ')}`]),
    ...(wanted.includes(label) ? [] : [`is ${label} to the dialect, not ${kayentaVerdict}`]),
  ]
}

function judged({ direction, tolerance, confLevel, experiment, control }: Row) {
  const side = (values: readonly number[]) => ({ values: ascending(values), lost: 0, infinite: 0 })
  const metric = {
    ...({ kind: 'values', name: 'metric', unit: '', worse: direction } as const),
    ...{ minSamples: 5, critical: false, weight: 1, history: [] },
    tolerance: { relative: tolerance, absolute: 0 },
    baseline: side(control),
    canary: side(experiment),
  }
  return judgeSamples({ alpha: 1 - confLevel }, [metric]).verdict
}

function asKayenta({ direction, tolerance, confLevel, experiment, control }: Row) {
  return classify('metric', experiment, control, {
    ...{ direction, tolerance, confidence: confLevel },
    ...({
      nanStrategy: 'remove',
      measure: 'meanRatio',
      critical: false,
      mustHaveData: false,
    } as const),
    allowed: [1, 1],
    criticalAt: [1, 1],
  }).label
}
