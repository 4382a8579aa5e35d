import { expect, test } from '@jest/globals'
import { brownForsythe } from '../../../src/domain/statistics/brownforsythe.ts'
import { mean, sum, variance } from '../../../src/domain/statistics/moments.ts'
import { studentTest, welchInterval, welchTest } from '../../../src/domain/statistics/welch.ts'
import fc from '../../properties.ts'
import { twoSamples, unit } from './arbitraries.ts'

const varied = ([x, y]: readonly [readonly number[], readonly number[]]) =>
  new Set(x).size > 1 || new Set(y).size > 1

test('a sum keeps what single additions lose', () => {
  expect(sum([1, 1e100, 1, -1e100])).toBe(2)
  expect(sum([])).toBe(0)
})

test('equal values have exactly their mean and no variance', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.integer({ min: 2, max: 99 }),
      (v, n) => {
        const values = Array.from({ length: n }, () => v)
        expect(mean(values) - v).toBe(0)
        expect(variance(values)).toBe(0)
      },
    ),
  )
})

test('an offset of 1e12 leaves the variance as it is', () => {
  expect(variance([1, 2, 3, 4].map((v) => v + 1e12))).toBe(variance([1, 2, 3, 4]))
  expect([mean([]), variance([]), variance([1])]).toEqual([Number.NaN, Number.NaN, Number.NaN])
})

test('another unit changes no test of means or spreads, and scales the interval', () => {
  fc.assert(
    fc.property(twoSamples.filter(varied), unit, ([x, y], factor) => {
      const [a, b] = [x.map((v) => v * factor), y.map((v) => v * factor)]
      for (const meanTest of [welchTest, studentTest, brownForsythe])
        expect(meanTest(a, b, 'greater')).toEqual(meanTest(x, y, 'greater'))
      const [small, large] = [welchInterval(x, y, 0.9), welchInterval(a, b, 0.9)]
      expect(large).toEqual({ lower: small.lower * factor, upper: small.upper * factor })
    }),
  )
})

test('swapped samples swap the sides; both sides together are everything', () => {
  fc.assert(
    fc.property(twoSamples.filter(varied), ([x, y]) => {
      for (const meanTest of [welchTest, studentTest]) {
        const { p, t } = meanTest(x, y, 'greater')
        expect(meanTest(y, x, 'less').p).toBeCloseTo(p, 12)
        expect(meanTest(y, x, 'less').t + t).toBeCloseTo(0, 9)
        expect(meanTest(x, y, 'less').p + p).toBeCloseTo(1, 12)
      }
    }),
  )
})

test('the interval holds 0 just where the test sees nothing', () => {
  fc.assert(
    fc.property(twoSamples.filter(varied), ([x, y]) => {
      const { lower, upper } = welchInterval(x, y, 0.95)
      const { p } = welchTest(x, y, 'two-sided')
      fc.pre(Math.abs(p - 0.05) > 1e-9)
      expect(lower <= 0 && upper >= 0).toBe(p > 0.05)
    }),
  )
})

test('constant samples: different is certain, equal is unknown; one value says nothing', () => {
  expect(welchTest([3, 3, 3], [2, 2], 'greater').p).toBe(0)
  expect(welchTest([3, 3, 3], [2, 2], 'less').p).toBe(1)
  // An oracle's row has the same null for both.
  expect(welchTest([3, 3, 3], [5, 5], 'two-sided').t).toBe(Number.NEGATIVE_INFINITY)
  expect(studentTest([5, 5, 5], [3, 3], 'two-sided').t).toBe(Number.POSITIVE_INFINITY)
  expect(welchTest([3, 3, 3], [3, 3], 'two-sided').t).toBeNaN()
  expect(welchTest([3, 3, 3], [3, 3], 'two-sided').p).toBeNaN()
  expect(welchInterval([3, 3, 3], [2, 2], 0.95)).toEqual({ lower: 1, upper: 1 })
  expect(welchTest([3], [3, 4], 'two-sided').p).toBeNaN()
  expect(brownForsythe([1, 1, 1], [2, 2, 2], 'greater').p).toBeNaN()
})

test('a wider sample is seen wherever it lies', () => {
  const narrow = Array.from({ length: 30 }, (_, i) => 1000 + (i % 7))
  const wide = Array.from({ length: 30 }, (_, i) => -5 + 4 * (i % 7))
  expect(brownForsythe(wide, narrow, 'greater').p).toBeLessThan(1e-6)
  expect(brownForsythe(narrow, wide, 'greater').p).toBeGreaterThan(0.99)
  expect(brownForsythe(narrow, narrow, 'two-sided').p).toBe(1)
})
