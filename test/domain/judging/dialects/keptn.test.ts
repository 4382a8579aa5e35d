import { expect, test } from '@jest/globals'
import { parseCriterion } from '../../../../src/domain/judging/dialects/keptn/criterion.ts'
import type { Earlier } from '../../../../src/domain/judging/dialects/keptn/earlier.ts'
import { evaluate, type Slo } from '../../../../src/domain/judging/dialects/keptn/evaluate.ts'

const criteria = (...texts: readonly string[]) =>
  texts.map((text) => {
    const criterion = parseCriterion(text)
    if (criterion === undefined) throw new Error(text)
    return criterion
  })

const slo = (change: Partial<Slo['objectives'][number]> = {}, more: Partial<Slo> = {}): Slo => ({
  comparison: { include: 'all', results: 1, aggregate: 'avg' },
  objectives: [
    {
      sli: 'p95',
      key: false,
      weight: 1,
      pass: [criteria('<=+10%')],
      warning: [criteria('<=+20%')],
      ...change,
    },
  ],
  total: { pass: 90, warning: 50 },
  ...more,
})
const before = (...values: readonly (number | null)[]): readonly Earlier[] =>
  values.map((value) => ({ result: 'pass', indicators: { p95: { value, status: 'pass' } } }))
const result = (of: Slo, value: number | null, earlier: readonly Earlier[] = before(100)) =>
  evaluate(of, { p95: value }, earlier).result

test('passes up to 10 % more, warns up to 20 %, else fails', () => {
  expect([110, 110.1, 120, 120.1].map((value) => result(slo(), value))).toEqual([
    'pass',
    'warning',
    'warning',
    'fail',
  ])
})

test('warning is inconclusive: only a pass opens a gate', () => {
  const verdicts = [100, 115, 130].map((p95) => evaluate(slo(), { p95 }, before(100)).verdict)
  expect(verdicts).toEqual(['pass', 'inconclusive', 'fail'])
})

test('all criteria of one set have to hold, and one set is enough', () => {
  const both = slo({ pass: [criteria('<=+10%', '<600')], warning: [] })
  expect([result(both, 105), result(both, 605, before(600))]).toEqual(['pass', 'fail'])
  const either = slo({ pass: [criteria('<=+10%'), criteria('<600')] })
  expect(result(either, 599)).toBe('pass')
})

test.each([
  ['>-8%', 93, 'pass'],
  ['>-8%', 92, 'fail'],
  ['<=+5', 105, 'pass'],
  ['<=-5', 96, 'fail'],
  ['=100', 100, 'pass'],
  ['>=101', 100, 'fail'],
  ['<100', 100, 'fail'],
])('%s holds %d against 100: %s', (text, value, wanted) => {
  expect(result(slo({ pass: [criteria(text)], warning: [] }), value)).toBe(wanted)
})

test('fails open as Keptn does: no earlier value, and nothing that is asked for', () => {
  expect(result(slo(), 1e9, [])).toBe('pass')
  expect(result(slo(), 1e9, before(null))).toBe('pass')
  expect(evaluate(slo({ pass: [] }), { p95: 1e9 }, [])).toMatchObject({
    result: 'pass',
    score: 100,
  })
})

test('a failed indicator fails; one that nobody answered for costs its points, and is no failed key', () => {
  expect(result(slo({ key: true }), null)).toBe('fail')
  const two = (key: boolean): Slo => ({
    ...slo(),
    objectives: [
      ...slo().objectives,
      { ...(slo({ sli: 'errors', key, weight: 1 }).objectives[0] as Slo['objectives'][number]) },
    ],
  })
  expect(evaluate(two(true), { p95: 100 }, before(100))).toMatchObject({
    result: 'warning',
    score: 50,
  })
  expect(evaluate(two(true), { p95: 100, errors: null }, before(100)).result).toBe('fail')
  expect(evaluate(two(false), { p95: 100, errors: null }, before(100)).result).toBe('warning')
})

test('a warning counts half of its weight', () => {
  expect(evaluate(slo({ weight: 3 }), { p95: 115 }, before(100)).score).toBe(50)
})

test('compares with the newest results that count, put together as the file says', () => {
  const of = (aggregate: string, results = 3) =>
    slo(
      { pass: [criteria('<=+0%')], warning: [] },
      { comparison: { include: 'all', results, aggregate } },
    )
  const earlier = (aggregate: string, results?: number) =>
    evaluate(of(aggregate, results), { p95: 1 }, before(30, 10, 20, 1000)).objectives[0]?.earlier
  expect([
    earlier('avg'),
    earlier('avg', 1),
    earlier('p50'),
    earlier('p90'),
    earlier('p95'),
  ]).toEqual([20, 30, 20, 30, 30])
  expect([earlier('p50', 4), earlier('p90', 4)]).toEqual([25, 1000])
  expect(earlier('median')).toBe(0)
})

test('only results that count are compared with', () => {
  const earlier: readonly Earlier[] = [
    { result: 'fail', indicators: { p95: { value: 1, status: 'fail' } } },
    { result: 'warning', indicators: { p95: { value: 2, status: 'warning' } } },
    { result: 'pass', indicators: { p95: { value: 3, status: 'warning' } } },
    { result: 'pass', indicators: { p95: { value: 4, status: 'pass' } } },
  ]
  const of = (include: Slo['comparison']['include']) =>
    evaluate(
      slo({}, { comparison: { include, results: 4, aggregate: 'avg' } }),
      { p95: 1 },
      earlier,
    ).objectives[0]?.earlier
  expect([of('all'), of('pass_or_warn'), of('pass')]).toEqual([2.5, 3, 4])
})

test.each(['', '10', '<', '<=+', '<=x', '<=5%%', '!5', '<=1e', '<=+10ms'])(
  '%j is no criterion',
  (text) => {
    expect(parseCriterion(text)).toBeUndefined()
  },
)
