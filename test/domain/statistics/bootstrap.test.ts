import { expect, test } from '@jest/globals'
import { acceleration, bootstrapReplicates } from '../../../src/domain/statistics/bootstrap.ts'
import {
  basicInterval,
  bcaInterval,
  medianBias,
  percentileInterval,
} from '../../../src/domain/statistics/bootstrap-interval.ts'
import { mean } from '../../../src/domain/statistics/moments.ts'
import { randomOf } from '../../../src/domain/statistics/random.ts'
import fc from '../../properties.ts'

const ratio = (x: readonly number[], y: readonly number[]) => mean(x) / mean(y)
const x = [102, 106, 102.5, 120, 91, 113, 103, 115, 110, 108]
const y = [107, 98, 94, 96.5, 95, 93, 100.5, 98, 103.5]

test('the same seed draws the same, another one something else', () => {
  const draw = (seed: number) => bootstrapReplicates({ x, y }, ratio, { count: 50, seed })
  expect(draw(7)).toEqual(draw(7))
  expect(draw(8)).not.toEqual(draw(7))
  expect(new Set(draw(7)).size).toBeGreaterThan(45)
})

test('numbers of the generator are even, from 0 up to 1', () => {
  const random = randomOf(1)
  const counts = new Array<number>(10).fill(0)
  for (let i = 0; i < 20_000; i++) {
    const value = random()
    expect(value >= 0 && value < 1).toBe(true)
    counts[Math.floor(value * 10)] = (counts[Math.floor(value * 10)] ?? 0) + 1
  }
  for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(180)
})

test('a growing scale of the statistic moves the percentile and BCa bounds along', () => {
  const replicates = bootstrapReplicates({ x, y }, ratio, { count: 401, seed: 3 })
  const a = acceleration(x, y, ratio)
  const estimate = ratio(x, y)
  for (const power of [1, 3]) {
    const scaled = replicates.map((v) => v ** power)
    const bca = bcaInterval(scaled, estimate ** power, a, 0.9)
    expect(bca.lower ** (1 / power)).toBeCloseTo(bcaInterval(replicates, estimate, a, 0.9).lower, 4)
    expect(percentileInterval(scaled, 0.9).upper ** (1 / power)).toBeCloseTo(
      percentileInterval(replicates, 0.9).upper,
      4,
    )
  }
})

test('without bias and acceleration BCa is the percentile interval, and mirrored the basic one', () => {
  const symmetric = Array.from({ length: 99 }, (_, i) => i - 49)
  expect(medianBias(symmetric, 0)).toBe(0)
  const percentile = percentileInterval(symmetric, 0.9)
  const bca = bcaInterval(symmetric, 0, 0, 0.9)
  expect([bca.lower, bca.upper].map((v) => v.toFixed(9))).toEqual(
    [percentile.lower, percentile.upper].map((v) => v.toFixed(9)),
  )
  const { lower, upper } = basicInterval(symmetric, 0, 0.9)
  expect(lower).toBeCloseTo(percentile.lower, 12)
  expect(upper).toBeCloseTo(percentile.upper, 12)
})

test('replicates that all lie on one side say nothing', () => {
  expect(bcaInterval([1, 2, 3], 0, 0, 0.9)).toEqual({ lower: Number.NaN, upper: Number.NaN })
  expect(medianBias([1, 2, 3], 9)).toBe(Number.POSITIVE_INFINITY)
})

test('the acceleration has no unit and is 0 where leaving out changes nothing', () => {
  const difference = (a: readonly number[], b: readonly number[]) => mean(a) - mean(b)
  fc.assert(
    fc.property(fc.integer({ min: -30, max: 30 }), (exponent) => {
      const scaled = (values: readonly number[]) => values.map((v) => v * 2 ** exponent)
      expect(acceleration(scaled(x), scaled(y), difference)).toBeCloseTo(
        acceleration(x, y, difference),
        12,
      )
    }),
  )
  expect(acceleration([2, 2, 2], [1, 1], difference)).toBe(0)
  expect(acceleration([2], [1, 1], difference)).toBeNaN()
})
