import { expect, test } from '@jest/globals'
import { judgeSamples } from '../../../../src/domain/judging/samples/verdict.ts'
import fc from '../../../properties.ts'
import { unit } from '../../statistics/arbitraries.ts'
import { ALPHA, readings, valuesMetric, verdictOn } from './metric-of.ts'
import { normalValues } from './random-samples.ts'

const same = normalValues(1, 30)
const healthy = normalValues(2, 30)
const scaled = (values: readonly number[], by: number) => values.map((value) => value * by)
const worseIn = (worse: 'increase' | 'decrease' | 'either') => ({ worse })

test('as good as the baseline passes, surely worse fails, in between nothing is certain', () => {
  expect(verdictOn(valuesMetric(healthy, same)).verdict).toBe('pass')
  expect(verdictOn(valuesMetric(scaled(healthy, 1.3), same)).verdict).toBe('fail')
  expect(verdictOn(valuesMetric(scaled(healthy, 1.1), same)).verdict).toBe('inconclusive')
})

test('worse by less than matters passes, however sure it is', () => {
  const metric = valuesMetric(
    normalValues(3, 1000, { mean: 105 }),
    normalValues(4, 1000, { mean: 100 }),
  )
  expect(verdictOn(metric).finding.effect?.interval.lower).toBeGreaterThan(1)
  expect(verdictOn(metric).verdict).toBe('pass')
})

test.each([
  ['increase', 0.5, 'pass'],
  ['increase', 2, 'fail'],
  ['decrease', 0.5, 'fail'],
  ['decrease', 2, 'pass'],
  ['either', 0.5, 'fail'],
  ['either', 2, 'fail'],
  ['either', 1, 'pass'],
] as const)('where %s is worse, %d times the baseline: %s', (worse, by, wanted) => {
  expect(verdictOn(valuesMetric(scaled(healthy, by), same, worseIn(worse))).verdict).toBe(wanted)
})

const side = fc.tuple(
  fc.integer({ min: 0, max: 1e6 }),
  fc.integer({ min: 5, max: 40 }),
  fc.double({ min: 0.3, max: 3, noNaN: true }),
  fc.double({ min: -50, max: 50, noNaN: true }),
)
const direction = fc.constantFrom('increase', 'decrease', 'either')
const drawn = ([seed, n, by, off]: readonly [number, number, number, number]) =>
  normalValues(seed, n).map((value) => value * by + off)
const figuresOf = (canary: readonly number[], baseline: readonly number[], worse: never) =>
  verdictOn(valuesMetric(canary, baseline, worseIn(worse))).finding.answers.map(
    ({ question, against, within }) => [question, against, within],
  )

test('another unit changes no figure of the verdict', () => {
  fc.assert(
    fc.property(side, side, direction, unit, (x, y, worse, by) => {
      const [canary, baseline] = [drawn(x), drawn(y)]
      expect(figuresOf(scaled(canary, by), scaled(baseline, by), worse as never)).toEqual(
        figuresOf(canary, baseline, worse as never),
      )
    }),
    { numRuns: 60 },
  )
})

test('the order of the values changes nothing', () => {
  fc.assert(
    fc.property(side, side, direction, (x, y, worse) => {
      const [canary, baseline] = [drawn(x), drawn(y)]
      expect(figuresOf(canary.toReversed(), baseline.toReversed(), worse as never)).toEqual(
        figuresOf(canary, baseline, worse as never),
      )
    }),
    { numRuns: 40 },
  )
})

test('a sign turned around turns the direction around', () => {
  fc.assert(
    fc.property(side, side, (x, y) => {
      const [canary, baseline] = [drawn(x), drawn(y)]
      const levels = (
        of: readonly number[],
        to: readonly number[],
        worse: 'increase' | 'decrease',
      ) => verdictOn(valuesMetric(of, to, worseIn(worse))).finding.answers
      expect(levels(scaled(canary, -1), scaled(baseline, -1), 'decrease')).toEqual(
        levels(canary, baseline, 'increase'),
      )
    }),
    { numRuns: 40 },
  )
})

test('an improvement is never a reason to fail', () => {
  fc.assert(
    fc.property(side, fc.double({ min: 0, max: 0.9, noNaN: true }), (x, by) => {
      const baseline = drawn(x).map((value) => Math.abs(value) + 1)
      const better = baseline.map((value, i) => (i % 2 === 0 ? value * by : value))
      expect(verdictOn(valuesMetric(better, baseline)).failed).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test.each([1, 2, 3, 4])('%d values a side decide nothing, however far apart', (n) => {
  const { verdict, finding } = verdictOn(valuesMetric(normalValues(1, n, { mean: 1e6 }), same))
  expect([verdict, finding.reason]).toEqual([
    'inconclusive',
    `${n} values of the canary, 5 are needed`,
  ])
})

test('wider, in two modes, or with a far end: each has its question', () => {
  const wide = verdictOn(valuesMetric(normalValues(5, 60, { deviation: 40 }), normalValues(6, 60)))
  expect(wide.failed).toContain('spread')
  const modes = [...normalValues(7, 20, { mean: 50 }), ...normalValues(8, 20, { mean: 150 })]
  expect(verdictOn(valuesMetric(modes, normalValues(9, 40))).failed).toContain('shape')
  const far = [...normalValues(10, 490), ...normalValues(11, 10, { mean: 900 })]
  expect(verdictOn(valuesMetric(far, normalValues(12, 500))).failed).toEqual(['tail'])
})

test('a canary that is better half of the time is no worse for it', () => {
  const modes = [...normalValues(7, 40, { mean: 30 }), ...normalValues(8, 40, { mean: 99 })]
  expect(verdictOn(valuesMetric(modes, normalValues(9, 80))).verdict).toBe('pass')
})

const calm = Array.from({ length: 30 }, () => 0)
const now = (share: number) => calm.map((_, i) => (i % Math.round(1 / share) === 0 ? 2 : 0))

test('errors a minute that are nearly always 0 are counted, not ranked around a middle of 0', () => {
  expect(verdictOn(valuesMetric(now(1 / 3), calm)).failed).toEqual(['events'])
  expect(verdictOn(valuesMetric([0, 1, 0, 0, 0, 0], calm.slice(0, 6))).verdict).toBe('inconclusive')
})

test('no errors against no errors pass, and against some', () => {
  expect(verdictOn(valuesMetric(calm, calm)).verdict).toBe('pass')
  expect(verdictOn(valuesMetric(calm, now(1 / 3))).verdict).toBe('pass')
})

test('one burst is one reading, however many errors it has', () => {
  expect(verdictOn(valuesMetric([...calm.slice(1), 500], calm)).verdict).toBe('inconclusive')
})

test('a level around 0 is measured by its spread, one that changes its sign by its size', () => {
  const around = normalValues(13, 500, { mean: 0 })
  expect(verdictOn(valuesMetric(normalValues(14, 500, { mean: 2 }), around)).verdict).toBe('fail')
  const below = normalValues(15, 20, { mean: -1, deviation: 0.1 })
  expect(verdictOn(valuesMetric(scaled(below, -5), below)).verdict).toBe('fail')
})

test('an absolute tolerance is in the unit, and the larger one counts', () => {
  const metric = (absolute: number, relative = 0.1) =>
    valuesMetric(scaled(healthy, 1.3), same, { tolerance: { relative, absolute } })
  expect([metric(1), metric(100), metric(1, 0)].map((one) => verdictOn(one).verdict)).toEqual([
    'fail',
    'pass',
    'fail',
  ])
})

test('readings that are lost, infinite or too few decide nothing, and say so', () => {
  const of = (lost: number, infinite: number) =>
    verdictOn(valuesMetric(healthy, same, { canary: { ...readings(healthy), lost, infinite } }))
  expect(of(30, 0).verdict).toBe('pass')
  expect(of(31, 0).finding.reason).toBe('31 of 61 readings of the canary are no number')
  expect(of(0, 1).finding.reason).toBe('1 infinite values of the canary')
  expect(verdictOn(valuesMetric(healthy, null)).finding.reason).toContain('neither baseline')
})

test('earlier versions: what they differ by is no evidence, more than that is', () => {
  const history = [98, 103, 95, 101, 107, 99].map((mean, i) =>
    readings(normalValues(20 + i, 20, { mean })),
  )
  const of = (mean: number, of = history) =>
    verdictOn(valuesMetric(normalValues(30, 20, { mean }), null, { history: of }))
  expect([of(88).verdict, of(106).verdict, of(200).verdict]).toEqual([
    'pass',
    'inconclusive',
    'fail',
  ])
  expect(of(200).failed).toEqual(['history'])
  expect(of(100, history.slice(4)).finding.reason).toBe('2 earlier versions, 3 are needed')
})

test('a limit holds whatever the baseline does, of the middle or of another quantile', () => {
  const limit = (value: number, quantile = 0.5) => ({ limit: { value, quantile } })
  const of = (change: object) =>
    verdictOn(valuesMetric(normalValues(40, 400), null, change)).verdict
  expect([of(limit(110)), of(limit(100)), of(limit(90))]).toEqual(['pass', 'inconclusive', 'fail'])
  expect([of(limit(120, 0.95)), of(limit(102, 0.95))]).toEqual(['pass', 'fail'])
  expect(of({ ...limit(90), worse: 'decrease' })).toBe('pass')
})

test('is as sure as it says: worse than tolerated hardly passes, as tolerated hardly fails', () => {
  const verdicts = Array.from({ length: 300 }, (_, i) => {
    const edge = valuesMetric(
      normalValues(1000 + i, 25, { mean: 110 }),
      normalValues(5000 + i, 25, { mean: 100 }),
    )
    return judgeSamples({ alpha: ALPHA }, [edge]).verdict
  })
  // Either error has a chance of 1 %: more than 9 of 300 have one of 0.2 %.
  expect(verdicts.filter((verdict) => verdict === 'pass').length).toBeLessThanOrEqual(9)
  expect(verdicts.filter((verdict) => verdict === 'fail').length).toBeLessThanOrEqual(9)
})

test('says what it saw, what is tolerated, and what would change it', () => {
  const failed = verdictOn(valuesMetric(scaled(healthy, 1.3), same)).finding
  expect(failed.reason).toMatch(
    /^the level is worse than tolerated \(p [\d.e-]+\).*: 1\.\d+ times the baseline \(1\.\d+ to 1\.\d+\), tolerated at most 1\.1$/,
  )
  const open = verdictOn(valuesMetric(scaled(healthy, 1.08), same)).finding
  expect(open.reason).toContain('not certain (level)')
  expect(open.change).toMatch(/^about \d+ values a side, if nothing else changes$/)
  expect(open.effect?.value).toBeCloseTo(1.08, 1)
})
