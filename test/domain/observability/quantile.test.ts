import { expect, test } from '@jest/globals'
import { bucketQuantile, nearestRank } from '../../../src/domain/observability/quantile.ts'

const INF = Number.POSITIVE_INFINITY
const buckets = (...pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([bound, count]) => ({ bound, count }))

test('interpolates inside the bucket that holds the quantile', () => {
  const of = (q: number) => bucketQuantile(q, buckets([INF, 100], [0.1, 50], [0.2, 90], [0.4, 100]))
  expect(of(0.5).value).toBeCloseTo(0.1, 12)
  expect(of(0.7).value).toBeCloseTo(0.15, 12)
  expect(of(0.95).value).toBeCloseTo(0.3, 12)
  expect(of(0.25).value).toBeCloseTo(0.05, 12)
})

test('beyond the largest bound only "at least" is known', () => {
  expect(bucketQuantile(0.95, buckets([0.1, 90], [INF, 100]))).toEqual({
    value: 0.1,
    atLeast: true,
  })
})

test.each([
  ['nothing', buckets()],
  ['no infinite bucket', buckets([0.1, 5])],
  ['no observations', buckets([0.1, 0], [INF, 0])],
  ['NaN', buckets([0.1, 1], [INF, Number.NaN])],
])('%s is no value', (_name, given) => {
  expect(bucketQuantile(0.95, given).value).toBeNaN()
})

test('a dip by rounding is no dip', () => {
  expect(bucketQuantile(0.5, buckets([1, 10], [2, 9.99], [INF, 10])).value).toBeCloseTo(0.5, 12)
})

test('nearest rank is a value that was seen', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i)
  expect([
    nearestRank(0.95, hundred),
    nearestRank(0.95, [1, 2, 3]),
    nearestRank(0.5, [4, 2]),
    nearestRank(0.95, []),
  ]).toEqual([95, 3, 2, Number.NaN])
})
