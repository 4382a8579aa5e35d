import { expect, test } from '@jest/globals'
import {
  hodgesLehmannRatio,
  hodgesLehmannShift,
} from '../../../src/domain/statistics/hodgeslehmann.ts'
import {
  hodgesLehmannInterval,
  hodgesLehmannRatioInterval,
} from '../../../src/domain/statistics/hodgeslehmann-interval.ts'
import {
  approximateTest,
  exactTest,
  mannWhitney,
  smallestP,
} from '../../../src/domain/statistics/mannwhitney.ts'
import { median } from '../../../src/domain/statistics/median.ts'
import { rankSumDistribution } from '../../../src/domain/statistics/rank-sum-distribution.ts'
import fc from '../../properties.ts'
import { twoPositive, twoSamples, unit } from './arbitraries.ts'

const run = (n: number, from = 0) => Array.from({ length: n }, (_, i) => i + from)

test('sixty values are exact, more are approximated', () => {
  expect(mannWhitney(run(30, 0.5), run(30, 3.7), 'less')).toEqual(
    exactTest(run(30, 0.5), run(30, 3.7), 'less'),
  )
  expect(mannWhitney(run(31, 0.5), run(30, 3.7), 'less')).toEqual(
    approximateTest(run(31, 0.5), run(30, 3.7), 'less'),
  )
})

test('equal values tell nothing apart, exact or approximated', () => {
  const same = Array.from({ length: 40 }, () => 7)
  expect(mannWhitney(same.slice(30), same.slice(30), 'greater').p).toBe(1)
  expect(mannWhitney(same, same, 'greater').p).toBe(1)
})

test.each([
  [4, 4, 1 / 70],
  [5, 5, 1 / 252],
  [3, 8, 1 / 165],
  [10, 10, 1 / 184756],
])('%i and %i values cannot reach less than %f', (n, m, expected) => {
  expect(smallestP(n, m)).toBeCloseTo(expected, 12)
  expect(exactTest(run(n), run(m, 100), 'less').p).toBeCloseTo(expected, 12)
  expect(rankSumDistribution(n, m)[0]).toBeCloseTo(expected, 12)
})

test('without ties the counted splits are the ones of the generating function', () => {
  const x = [1, 4, 5, 9, 12, 13, 20]
  const y = [2, 3, 8, 15, 16, 17, 18, 19, 21]
  const { u, p } = exactTest(x, y, 'less')
  expect(rankSumDistribution(7, 9)[u]).toBeCloseTo(p, 14)
})

test('swapped samples swap the sides, another unit or zero changes nothing', () => {
  fc.assert(
    fc.property(twoSamples, unit, ([x, y], factor) => {
      for (const rankTest of [exactTest, approximateTest]) {
        const { u, p } = rankTest(x, y, 'greater')
        expect(rankTest(y, x, 'less').p).toBeCloseTo(p, 12)
        expect(u + rankTest(y, x, 'less').u).toBe(x.length * y.length)
        const scaled = [x, y].map((values) => values.map((v) => v * factor - 4 * factor))
        expect(rankTest(scaled[0] ?? [], scaled[1] ?? [], 'greater')).toEqual({ u, p })
        expect(p).toBeGreaterThan(0)
        expect(p).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('a sample that moves up is never less extreme', () => {
  fc.assert(
    fc.property(twoSamples, fc.integer({ min: 0, max: 40 }), ([x, y], step) => {
      const moved = x.map((v) => v + step)
      expect(mannWhitney(moved, y, 'greater').u).toBeGreaterThanOrEqual(
        mannWhitney(x, y, 'greater').u,
      )
      expect(hodgesLehmannShift(moved, y)).toBe(hodgesLehmannShift(x, y) + step)
    }),
  )
})

test('the shift is the median of all differences, to the last digit', () => {
  const any = fc.array(fc.double({ min: -1e12, max: 1e12, noNaN: true }), {
    minLength: 1,
    maxLength: 60,
  })
  fc.assert(
    fc.property(any, any, (x, y) => {
      const brute = median(x.flatMap((a) => y.map((b) => a - b)))
      expect(hodgesLehmannShift(x, y) - brute).toBe(0)
    }),
  )
  fc.assert(
    fc.property(twoSamples, unit, ([x, y], factor) => {
      const [a, b] = [x, y].map((values) => values.map((v) => v * factor))
      expect(hodgesLehmannShift(a ?? [], b ?? [])).toBe(hodgesLehmannShift(x, y) * factor)
      expect(hodgesLehmannShift(y, x) + hodgesLehmannShift(x, y)).toBe(0)
    }),
  )
})

test('a large shift is found without all differences, with few values and with ties', () => {
  const x = run(700).map((i) => Math.sin(i) ** 3 * 10 ** (i % 7))
  const y = run(500).map((i) => Math.cos(i * 1.7) * 10 ** (i % 5))
  const ties = run(600).map((i) => i % 3)
  for (const [a, b] of [
    [x, y],
    [x, ties],
    [ties, ties.slice(9)],
  ] as const)
    expect(hodgesLehmannShift(a, b)).toBe(median(a.flatMap((v) => b.map((w) => v - w))))
})

test('a ratio needs values above 0, a shift finite ones', () => {
  expect(hodgesLehmannRatio([1, 2], [0, 1])).toBeNaN()
  expect(hodgesLehmannRatio([-1, 2], [1, 1])).toBeNaN()
  expect(hodgesLehmannRatioInterval([-1, 2], [1, 1], 0.5)).toEqual({
    lower: Number.NaN,
    upper: Number.NaN,
    confidence: Number.NaN,
  })
  for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    expect(hodgesLehmannShift([1, wrong, 3], [1, 2])).toBeNaN()
    expect(hodgesLehmannShift([1, 2], [wrong])).toBeNaN()
  }
  expect(hodgesLehmannShift([], [1])).toBeNaN()
  expect(approximateTest([1, Number.NaN], [2, 3], 'less').p).toBeNaN()
})

test('the interval holds the shift and widens with the confidence', () => {
  fc.assert(
    fc.property(twoPositive, ([x, y]) => {
      const [narrow, wide] = [0.5, 0.95].map((c) => hodgesLehmannInterval(x, y, c))
      const shift = hodgesLehmannShift(x, y)
      expect(narrow?.lower).toBeLessThanOrEqual(shift)
      expect(narrow?.upper).toBeGreaterThanOrEqual(shift)
      expect(wide?.lower).toBeLessThanOrEqual(narrow?.lower ?? 0)
      expect(wide?.confidence).toBeGreaterThanOrEqual(0.95)
      const ratio = hodgesLehmannRatioInterval(x, y, 0.5)
      expect(ratio.lower).toBeLessThanOrEqual(hodgesLehmannRatio(x, y) * (1 + 1e-12))
      expect(ratio.upper).toBeGreaterThanOrEqual(hodgesLehmannRatio(x, y) * (1 - 1e-12))
    }),
  )
})

test('too few values have no interval', () => {
  expect(hodgesLehmannInterval([1, 2, 3], [4, 5, 6], 0.95)).toEqual({
    lower: Number.NEGATIVE_INFINITY,
    upper: Number.POSITIVE_INFINITY,
    confidence: 1,
  })
})

test('exact and approximate intervals meet where one hands over to the other', () => {
  const noisy = (n: number, phase: number) =>
    run(n).map((i) => Math.sin(i * 12.9898 + phase) * 43.5)
  const before = hodgesLehmannInterval(noisy(50, 1), noisy(50, 2), 0.95)
  const after = hodgesLehmannInterval(noisy(51, 1), noisy(50, 2), 0.95)
  expect(Math.abs(before.lower - after.lower)).toBeLessThan(1)
  expect(Math.abs(before.upper - after.upper)).toBeLessThan(1)
})
