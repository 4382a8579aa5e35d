import { describe, expect, test } from '@jest/globals'
import { loadConfig } from '../../../src/domain/config/load.ts'
import { toObjective } from '../../../src/domain/config/objective.ts'
import { Failure } from '../../../src/domain/failure.ts'
import { Plan } from '../../../src/domain/rollout/plan.ts'

const load = (objective: string) => {
  const { objectives } = loadConfig(`product: shop\nobjectives:\n  - ${objective}\n`, '')
  return objectives === 'none' ? [] : objectives.map(toObjective)
}
const refusal = (objective: string): string => {
  try {
    load(objective)
  } catch (error) {
    if (error instanceof Failure) return error.message
  }
  return 'nothing'
}

describe('objectives as a plan has them', () => {
  test('what nobody asks for is not there, so that plans keep their hash', () => {
    const [plain] = load(
      '{name: errors, metric: error-rate, unit: ratio, limit: 1%, consecutive: 1}',
    )
    expect(Object.keys(plain ?? {}).sort()).toEqual(
      ['direction', 'limit', 'metric', 'minSamples', 'name', 'onBreach', 'query', 'unit'].sort(),
    )
  })

  test.each<[string, Readonly<Record<string, unknown>>]>([
    [
      'limit: 1%, window: 24h, max-age: 5m, consecutive: 3',
      { window: 86_400_000, maxAge: 300_000, consecutive: 3 },
    ],
    ['versus: baseline', { versus: 'baseline', limit: 0.1 }],
    ['versus: baseline, by: 25%', { versus: 'baseline', limit: 0.25 }],
    ['limit: 2%, on-breach: page', { onBreach: 'page', decideWithin: 3_600_000 }],
    [
      'limit: 2%, on-breach: page, decide-within: 30m, who: on-call',
      { decideWithin: 1_800_000, who: 'on-call' },
    ],
    ['limit: 2%, on-breach: notify, who: qa', { onBreach: 'notify', who: 'qa' }],
    [
      'limit: 90%, direction: below, critical: true, weight: 2.5',
      { direction: 'below', critical: true, weight: 2.5 },
    ],
    ['must: grow, query: q, metric: custom, unit: count', { must: 'grow', limit: 0 }],
  ])('%s', (more, planned) => {
    const known = more.includes('metric') ? '' : 'metric: error-rate, unit: ratio, '
    const [objective] = load(`{name: one, ${known}${more}}`)
    expect(objective).toMatchObject(planned)
    const schema = Plan.shape.objectives.element
    expect(schema.parse(objective)).toEqual(objective)
  })

  test.each([
    ['', 'must be a limit in ratio, such as 1%'],
    ['limit: 5ms', 'must be a limit in ratio, such as 1%'],
    ['limit: 1%, versus: baseline', 'has no meaning beside `versus`'],
    ['limit: 1%, by: 5%', 'is for `versus: baseline`'],
    ['must: grow', 'is for the metric `custom`'],
    ['limit: 1%, decide-within: 5m', 'is for `on-breach: page`'],
    ['limit: 1%, consecutive: 11', 'consecutive'],
    ['metric: throughput, unit: milliseconds, limit: 5ms', 'must be `count`: requests a second'],
    ['metric: throughput, unit: count, versus: baseline', 'is not for the metric `throughput`'],
    ['limit: 1%, window: 5x', 'must be a duration with its unit'],
  ])('refused: %s', (more, said) => {
    const known = more.includes('metric') ? '' : 'metric: error-rate, unit: ratio, '
    expect(refusal(`{name: one, ${known}${more}}`)).toContain(said)
  })
})
