import { expect, test } from '@jest/globals'
import { normalQuantile } from '../../../src/domain/statistics/normal-quantile.ts'
import { randomOf } from '../../../src/domain/statistics/random.ts'
import { sequentialMean } from '../../../src/domain/statistics/sequential-mean.ts'
import { type RateLook, sequentialRates } from '../../../src/domain/statistics/sequential-rates.ts'
import fc from '../../properties.ts'
import { unit } from './arbitraries.ts'

const MEAN = { alpha: 0.05, expected: 0.5 }
const RATES = { allowed: 1, suspected: [1.5, 2, 4, 8, 32] }
const differences = fc.array(
  fc.integer({ min: -800, max: 800 }).map((n) => n / 8),
  {
    minLength: 2,
    maxLength: 40,
  },
)

test('another unit changes no evidence and scales the interval; the other direction mirrors it', () => {
  fc.assert(
    fc.property(differences, fc.integer({ min: -40, max: 40 }), (values, exponent) => {
      const factor = -(2 ** exponent)
      const [own, scaled] = [values, values.map((v) => v * factor)].map((v) =>
        sequentialMean(v, MEAN),
      )
      expect(scaled?.logEvidence).toBe(own?.logEvidence)
      expect((scaled?.lower ?? 0) - (own?.upper ?? 0) * factor || 0).toBe(0)
    }),
  )
})

test('the interval leaves out 0 exactly where the evidence reaches 1/alpha', () => {
  fc.assert(
    fc.property(differences, fc.integer({ min: -60, max: 60 }), (values, shift) => {
      const moved = values.map((v) => v + shift)
      const { logEvidence, lower, upper } = sequentialMean(moved, MEAN)
      fc.pre(Math.abs(logEvidence - Math.log(20)) > 1e-6)
      expect(lower > 0 || upper < 0).toBe(logEvidence > Math.log(20))
    }),
  )
})

test('the evidence is the mixture over the standardised mean, integrated by hand', () => {
  // For known spread 1 the mixture over N(0, 1/4) of two values is the ratio of two normal densities; the spread is
  // integrated out on both sides with the weight 1/spread.
  const [a, b] = [1.25, 0.5]
  const expected = 0.5
  const density = (spread: number, variance: number) => {
    const [v, c] = [spread ** 2 * (1 + variance), spread ** 2 * variance]
    const det = v * v - c * c
    return (
      Math.exp(-(v * a * a - 2 * c * a * b + v * b * b) / (2 * det)) /
      (2 * Math.PI * Math.sqrt(det))
    )
  }
  const integral = (variance: number) => {
    let total = 0
    for (let log = -12; log < 25; log += 0.001) total += density(Math.exp(log), variance) * 0.001
    return total
  }
  const byHand = Math.log(integral(expected ** 2) / integral(0))
  expect(sequentialMean([a, b], MEAN).logEvidence).toBeCloseTo(byHand, 9)
})

test('one difference says nothing, equal ones without spread everything that the prior allows', () => {
  expect(sequentialMean([5], MEAN)).toEqual({
    logEvidence: 0,
    lower: Number.NEGATIVE_INFINITY,
    upper: Number.POSITIVE_INFINITY,
  })
  expect(sequentialMean([0, 0, 0], MEAN).logEvidence).toBeLessThan(0)
  const constant = sequentialMean([3, 3, 3, 3], MEAN).logEvidence
  const nearly = sequentialMean([3, 3, 3 + 1e-9, 3], MEAN).logEvidence
  expect(constant).toBeGreaterThan(0)
  expect(Math.abs(constant - nearly)).toBeLessThan(1e-6)
  expect(sequentialMean([1, Number.NaN, 2], MEAN).logEvidence).toBeNaN()
})

test('looked at after each of 60 healthy minutes it stops in at most 5 of 100, and sees a shift soon', () => {
  const random = randomOf(5)
  const normal = () => normalQuantile(random())
  const stopsAt = (shift: number) => {
    const seen: number[] = []
    for (let look = 1; look <= 60; look++) {
      seen.push(shift + normal())
      if (sequentialMean(seen, MEAN).logEvidence >= Math.log(20)) return look
    }
    return Number.POSITIVE_INFINITY
  }
  const stops = Array.from({ length: 300 }, () => stopsAt(0)).filter(Number.isFinite)
  expect(stops.length).toBeLessThan(24)
  const late = Array.from({ length: 60 }, () => stopsAt(1)).filter((look) => look > 40)
  expect(late).toEqual([])
})

/** The chance of each number of hits of the first group, given all hits, where its odds are `odds` times the other's. */
function noncentral(first: number, second: number, hits: number, odds: number): readonly number[] {
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k)
  const weights = Array.from({ length: hits + 1 }, (_, k) =>
    k > first || hits - k > second ? 0 : choose(first, k) * choose(second, hits - k) * odds ** k,
  )
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}

const look = (hits: number, all: number, first: number, second: number): RateLook => ({
  first: { events: hits, exposure: first },
  second: { events: all - hits, exposure: second },
})

test('of a healthy group the expected evidence is never above 1, for counts and for hits among trials', () => {
  const size = fc.integer({ min: 1, max: 30 })
  fc.assert(
    fc.property(
      size,
      size,
      fc.integer({ min: 0, max: 12 }),
      fc.constantFrom(1, 1.1, 1.3),
      (n, m, hits, allowed) => {
        const all = Math.min(hits, n + m)
        const question = { allowed, suspected: RATES.suspected.map((v) => v * allowed) }
        const evidence = (k: number) => Math.exp(sequentialRates([look(k, all, n, m)], question))
        const expected = (chances: readonly number[]) =>
          chances.reduce((sum, chance, k) => sum + chance * evidence(k), 0)
        expect(expected(noncentral(n, m, all, allowed))).toBeLessThanOrEqual(1 + 1e-9)
        // Poisson: given all events those of the first group are binomial, and the evidence is exactly fair.
        const share = (n * allowed) / (n * allowed + m)
        const choose = (k: number): number => (k === 0 ? 1 : (choose(k - 1) * (all - k + 1)) / k)
        const binomial = Array.from(
          { length: all + 1 },
          (_, k) => choose(k) * share ** k * (1 - share) ** (all - k),
        )
        expect(expected(binomial)).toBeCloseTo(1, 9)
      },
    ),
  )
})

test('a common rate that leaps says nothing, one fatal error each look does', () => {
  const incident = [1, 1, 900, 1, 0, 0].map((events) => look(events, 2 * events, 1000, 1000))
  expect(sequentialRates(incident, RATES)).toBeLessThan(0)
  const fatal = Array.from({ length: 12 }, () => look(1, 1, 2000, 2000))
  expect(sequentialRates(fatal, RATES)).toBeGreaterThan(Math.log(100))
  expect(sequentialRates([look(0, 0, 10, 10)], RATES)).toBe(0)
  expect(sequentialRates([], RATES)).toBe(0)
})

test('the unit of the exposure does not matter, more events of the first group are more evidence', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 50 }),
      fc.integer({ min: 1, max: 50 }),
      unit,
      (k, more, factor) => {
        const of = (events: number, scale: number) =>
          sequentialRates([look(events, 100, 700 * scale, 300 * scale)], RATES)
        expect(of(k, factor)).toBe(of(k, 1))
        expect(of(k + more, 1)).toBeGreaterThan(of(k, 1))
      },
    ),
  )
})
