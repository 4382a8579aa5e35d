import { expect, test } from '@jest/globals'
import {
  coefficientOfVariation,
  geometricMean,
  medianDeviation,
  medianDeviationOfSorted,
  standardDeviation,
  trimmedMean,
} from '../../../src/domain/statistics/describe.ts'
import {
  dominance,
  standardisedDifference,
  superiority,
} from '../../../src/domain/statistics/effect-size.ts'
import { median } from '../../../src/domain/statistics/median.ts'
import { quantile } from '../../../src/domain/statistics/quantile.ts'
import fc from '../../properties.ts'
import { twoPositive, twoSamples, unit } from './arbitraries.ts'

test('quantiles grow from the smallest to the largest value', () => {
  fc.assert(
    fc.property(twoSamples, ([x]) => {
      const quantiles = Array.from({ length: 21 }, (_, i) => quantile(x, i / 20))
      expect(quantiles[0]).toBe(Math.min(...x))
      expect(quantiles[20]).toBe(Math.max(...x))
      expect(quantiles.toSorted((a, b) => a - b)).toEqual(quantiles)
      expect(quantile(x, 0.5)).toBeCloseTo(median(x), 12)
    }),
  )
  expect([quantile([], 0.5), quantile([1], 2), median([])]).toEqual([
    Number.NaN,
    Number.NaN,
    Number.NaN,
  ])
})

test('spreads and middles follow the unit, what has none does not', () => {
  fc.assert(
    fc.property(twoPositive, unit, ([x, y], factor) => {
      const a = x.map((v) => v * factor)
      for (const figure of [
        standardDeviation,
        medianDeviation,
        (v: readonly number[]) => trimmedMean(v, 0.2),
      ])
        expect(figure(a)).toBe(figure(x) * factor)
      expect(geometricMean(a)).toBeCloseTo(geometricMean(x) * factor, 9 - Math.log10(factor))
      expect(coefficientOfVariation(a)).toBe(coefficientOfVariation(x))
      const b = y.map((v) => v * factor)
      for (const effect of [superiority, dominance, standardisedDifference])
        expect(effect(a, b)).toEqual(effect(x, y))
    }),
  )
  expect(geometricMean([1, 0])).toBeNaN()
  expect(coefficientOfVariation([-1, -3])).toBeLessThan(0)
})

test('effect sizes change their side with the samples and stay in their bounds', () => {
  fc.assert(
    fc.property(twoSamples, ([x, y]) => {
      expect(superiority(x, y) + superiority(y, x)).toBeCloseTo(1, 14)
      expect(dominance(x, y) + dominance(y, x)).toBeCloseTo(0, 14)
      const [d, mirrored] = [standardisedDifference(x, y), standardisedDifference(y, x)]
      expect(
        Number.isNaN(d) ||
          Math.abs(d) === Number.POSITIVE_INFINITY ||
          Math.abs(d + mirrored) < 1e-9,
      ).toBe(true)
    }),
  )
  expect([superiority([2], [1]), superiority([1], [2]), superiority([1], [1])]).toEqual([1, 0, 0.5])
  expect(superiority([], [1])).toBeNaN()
})

test('of sorted values the median deviation is found from the middle outwards, and is the same', () => {
  fc.assert(
    fc.property(twoSamples, ([x]) => {
      expect(medianDeviationOfSorted(Float64Array.from(x).sort())).toBe(medianDeviation(x))
    }),
  )
  expect(medianDeviationOfSorted(new Float64Array(0))).toBeNaN()
  expect(medianDeviationOfSorted(Float64Array.of(3))).toBe(0)
})
