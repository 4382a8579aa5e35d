import { expect, test } from '@jest/globals'
import { CountEvidence } from '../../../../src/domain/judging/comparison/count-evidence.ts'
import { LevelFilter } from '../../../../src/domain/judging/comparison/level-filter.ts'
import { logGamma } from '../../../../src/domain/judging/comparison/log-gamma.ts'
import { logNormalBound } from '../../../../src/domain/judging/comparison/normal-bound.ts'
import { normalTail } from '../../../../src/domain/statistics/normal.ts'
import fc from '../../../properties.ts'

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1))
const choose = (n: number, k: number) => factorial(n) / factorial(k) / factorial(n - k)

test('betting on counts pays at most 1 on average, at every ratio that is healthy', () => {
  const given = fc.record({
    events: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 2 }),
    share: fc.double({ min: 0.02, max: 0.98, noNaN: true }),
    healthier: fc.double({ min: 0.01, max: 1, noNaN: true }),
  })
  const ratios = [
    { ratio: 2, weight: 0.5 },
    { ratio: 20, weight: 0.5 },
  ]
  const allowed = { middle: Math.log(1.05), deviation: 0 }
  fc.assert(
    fc.property(given, ({ events, share, healthier }) => {
      const odds = (share / (1 - share)) * 1.05 * healthier
      const q = odds / (1 + odds)
      const chance = (k: number, n: number) => choose(n, k) * q ** k * (1 - q) ** (n - k)
      const [first = 0, second = 0] = events
      let mean = 0
      for (let a = 0; a <= first; a++)
        for (let b = 0; b <= second; b++) {
          const evidence = new CountEvidence(ratios, 0.1)
          evidence.add({ canary: a, baseline: first - a, share }, allowed)
          evidence.add({ canary: b, baseline: second - b, share }, allowed)
          mean += chance(a, first) * chance(b, second) * Math.exp(evidence.logE)
        }
      expect(mean).toBeLessThanOrEqual(1 + 1e-9)
      if (healthier === 1) expect(mean).toBeCloseTo(1, 9)
    }),
    { numRuns: 200, seed: 13 },
  )
})

test('sampling without replacement, where many of all requests fail, pays no more', () => {
  const [nc, nb] = [6, 9]
  for (let k = 0; k <= nc + nb; k++) {
    let mean = 0
    for (let c = Math.max(0, k - nb); c <= Math.min(k, nc); c++) {
      const evidence = new CountEvidence([{ ratio: 5, weight: 1 }], 0.1)
      evidence.add(
        { canary: c, baseline: k - c, share: nc / (nc + nb) },
        { middle: 0, deviation: 0 },
      )
      const chance = (choose(nc, c) * choose(nb, k - c)) / choose(nc + nb, k)
      mean += chance * Math.exp(evidence.logE)
    }
    expect(mean).toBeLessThanOrEqual(1 + 1e-9)
  }
})

test('the filter has the likelihood of the normal distribution that it stands for', () => {
  const number = fc.double({ min: -1, max: 1, noNaN: true })
  fc.assert(
    fc.property(number, number, fc.double({ min: 0.01, max: 0.9, noNaN: true }), (y, z, memory) => {
      const filter = new LevelFilter({ deviation: 0.3, memory, weight: 1 }, 1)
      filter.add(y, 0.02, Float64Array.of(0))
      filter.add(z, 0.05, Float64Array.of(1))
      const [a, b, c] = [0.09 + 0.02, 0.09 * memory, 0.09 + 0.05]
      const det = a * c - b * b
      // Of u' Σ⁻¹ v for the covariance [[a, b], [b, c]].
      const product = (u: readonly number[], v: readonly number[]) => {
        const [p = 0, q = 0] = u
        const [r = 0, s = 0] = v
        return (c * p * r - b * (p * s + q * r) + a * q * s) / det
      }
      expect(filter.logLikelihood).toBeCloseTo(-(Math.log(det) + product([y, z], [y, z])) / 2, 9)
      expect(filter.score).toBeCloseTo(product([1, 1], [y, z]), 9)
      expect(filter.information).toBeCloseTo(product([1, 1], [1, 1]), 9)
      expect(filter.scores[0]).toBeCloseTo(product([0, 1], [y, z]), 9)
      expect(filter.informations[0]).toBeCloseTo(product([0, 1], [0, 1]), 9)
      expect(filter.crossed[0]).toBeCloseTo(product([0, 1], [1, 1]), 9)
    }),
    { numRuns: 100, seed: 13 },
  )
})

test('ln Γ of whole numbers, of halves and of very large ones', () => {
  for (const n of [1, 2, 5, 12, 30]) {
    const exact = Math.log(factorial(n - 1))
    expect(Math.abs(logGamma(n) - exact)).toBeLessThan(1e-12 * Math.max(1, exact))
  }
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12)
  expect(logGamma(1e6 + 1) - logGamma(1e6)).toBeCloseTo(Math.log(1e6), 8)
})

test('the bound of ln Φ lies below it, and not far', () => {
  for (let x = -12; x <= 6; x += 0.25) {
    const exact = Math.log(normalTail(-x))
    expect(logNormalBound(x)).toBeLessThanOrEqual(exact + 1e-12)
    expect(logNormalBound(x)).toBeGreaterThan(exact - 0.24)
  }
})
