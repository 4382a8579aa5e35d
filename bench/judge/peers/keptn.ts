import { parseCriterion } from '../../../src/domain/judging/dialects/keptn/criterion.ts'
import { evaluate, type Slo } from '../../../src/domain/judging/dialects/keptn/evaluate.ts'
import type { Case } from '../document.ts'
import type { Peer } from './limits.ts'
import { seen } from './window.ts'

const one = (text: string) => [
  [parseCriterion(text)].filter((criterion) => criterion !== undefined),
]
const objective = (sli: string) => ({
  ...{ sli, key: false, weight: 1 },
  pass: one('<=+10%'),
  warning: one('<=+20%'),
})
const SLO: Slo = {
  comparison: { include: 'all', results: 1, aggregate: 'avg' },
  objectives: [objective('errors'), objective('p95')],
  total: { pass: 90, warning: 75 },
}

/** Keptn's quality gate every ten minutes over these ten: the baseline of the same time stands for the evaluation before. */
export const keptn: Peer = (rollout) =>
  rollout.looks.findIndex((_, look) => {
    if ((look + 1) % 10 !== 0) return false
    const before = valuesOf(rollout, 'baseline', look)
    const indicators = Object.fromEntries(
      Object.entries(before).map(([sli, value]) => [sli, { value, status: 'pass' as const }]),
    )
    const now = valuesOf(rollout, 'canary', look)
    return evaluate(SLO, now, [{ result: 'pass', indicators }]).result === 'fail'
  })

function valuesOf(rollout: Case, group: 'baseline' | 'canary', look: number) {
  const { errorShare, quantile } = seen(rollout, group, look, 10)
  const known = (value: number) => (Number.isNaN(value) ? null : value)
  return { errors: known(errorShare), p95: known(quantile(0.95)) }
}
