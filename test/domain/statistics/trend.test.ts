import { expect, test } from '@jest/globals'
import { inversions } from '../../../src/domain/statistics/inversions.ts'
import { mannKendall } from '../../../src/domain/statistics/mannkendall.ts'
import { theilSen } from '../../../src/domain/statistics/theilsen.ts'
import fc from '../../properties.ts'

const series = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 60 })
const timed = (values: readonly number[]) => values.map((value, time) => ({ time, value }))

test('inversions are the pairs in the wrong order', () => {
  fc.assert(
    fc.property(series, (values) => {
      const pairs = values.flatMap((a, i) => values.slice(i + 1).filter((b) => a > b))
      expect(inversions(values)).toBe(pairs.length)
    }),
  )
})

test('a series read backwards falls where it grew; any growing scale changes nothing', () => {
  fc.assert(
    fc.property(series, (values) => {
      const { s, tau, p } = mannKendall(values, 'greater')
      const back = mannKendall(values.toReversed(), 'less')
      expect([back.s + s, back.p - p]).toEqual([0, 0])
      expect(
        mannKendall(
          values.map((v) => Math.exp(v / 20) * 1e-9),
          'greater',
        ),
      ).toEqual({ s, tau, p })
      expect(Math.abs(tau) <= 1 || Number.isNaN(tau)).toBe(true)
    }),
  )
})

test('every order is as likely: exact p of four growing values is 1 in 24', () => {
  expect(mannKendall([1, 2, 3, 4], 'greater').p).toBeCloseTo(1 / 24, 14)
  expect(mannKendall([1, 2, 3, 4], 'less').p).toBeCloseTo(1, 14)
  expect(mannKendall([2, 2, 2, 2], 'greater')).toEqual({ s: 0, tau: Number.NaN, p: 1 })
  expect(mannKendall([7], 'greater').p).toBe(1)
  expect(mannKendall([], 'two-sided').p).toBe(1)
})

test('exact and approximate p meet at fifty values', () => {
  const wavy = (n: number) => Array.from({ length: n }, (_, i) => i / 40 + Math.sin(i * 7))
  const [exact, approximate] = [mannKendall(wavy(50), 'greater'), mannKendall(wavy(51), 'greater')]
  expect(Math.abs(exact.p - approximate.p)).toBeLessThan(0.03)
})

test('the slope follows the unit of time and value, and two wild points move it hardly', () => {
  const line = Array.from({ length: 21 }, (_, i) => 5 + 0.25 * i)
  expect(theilSen(timed(line), 0.95)).toEqual({ slope: 0.25, lower: 0.25, upper: 0.25 })
  const wild = line.with(3, 1e9).with(15, -1e9)
  expect(theilSen(timed(wild), 0.95).slope).toBeCloseTo(0.25, 9)
  fc.assert(
    fc.property(series, (values) => {
      const slow = values.map((value, i) => ({ time: i * 4, value: value * 1024 }))
      const { slope, lower, upper } = theilSen(timed(values), 0.9)
      expect(theilSen(slow, 0.9)).toEqual({
        slope: slope * 256,
        lower: lower * 256,
        upper: upper * 256,
      })
      expect(lower).toBeLessThanOrEqual(slope)
      expect(upper).toBeGreaterThanOrEqual(slope)
    }),
  )
})

test('one time has no slope, few points no bounds', () => {
  expect(
    theilSen(
      [
        { time: 1, value: 2 },
        { time: 1, value: 9 },
      ],
      0.9,
    ).slope,
  ).toBeNaN()
  expect(theilSen([], 0.9).slope).toBeNaN()
  expect(theilSen(timed([1, 2, 4]), 0.95)).toEqual({
    slope: 1.5,
    lower: Number.NEGATIVE_INFINITY,
    upper: Number.POSITIVE_INFINITY,
  })
})
