import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { incompleteBeta } from '../../../src/domain/statistics/beta.ts'
import { binomialDensity } from '../../../src/domain/statistics/binomial.ts'
import { kolmogorovTail } from '../../../src/domain/statistics/kolmogorov.ts'
import { normalCdf, normalTail } from '../../../src/domain/statistics/normal.ts'
import { normalQuantile } from '../../../src/domain/statistics/normal-quantile.ts'
import { rootOf } from '../../../src/domain/statistics/root.ts'
import { smirnovTail } from '../../../src/domain/statistics/smirnov.ts'
import { tQuantile, tTail } from '../../../src/domain/statistics/student.ts'
import fc from '../../properties.ts'

/** Computed to 40 digits: see test/data/statistics/README.md. */
interface Exact {
  readonly fn: string
  readonly args: readonly [number, number, number]
  readonly value: number
  readonly lower: number
  readonly upper: number
}

const path = new URL('../../data/statistics/distributions.json', import.meta.url)
const exact = JSON.parse(readFileSync(path, 'utf8')) as Exact[]
const rows = (fn: string) => exact.filter((row) => row.fn === fn)

/** Relative; where both are 0 there is no error. */
const errorOf = (value: number, expected: number) =>
  value === expected ? 0 : Math.abs(value - expected) / Math.abs(expected)

test.each(rows('incompleteBeta'))('the smaller tail of beta$args', ({ args, lower, upper }) => {
  const [a, b, x] = args
  const tails = incompleteBeta(a, b, x, 1 - x)
  const [value, expected] = lower < upper ? [tails.lower, lower] : [tails.upper, upper]
  expect(errorOf(value, expected)).toBeLessThan(1e-12)
  expect(tails.lower + tails.upper).toBeCloseTo(1, 14)
})

test.each(rows('tTail'))('the tail and the quantile of Student at $args', ({ args, value }) => {
  const [t, df] = args
  expect(errorOf(tTail(t, df), value)).toBeLessThan(1e-12)
  expect(errorOf(tTail(-t, df), 1 - value)).toBeLessThan(1e-12)
  // So close to the middle p has not the digits of t.
  if (t > 0.1) expect(errorOf(-tQuantile(value, df), t)).toBeLessThan(1e-12)
})

test.each(rows('normalTail'))('the normal tail beyond $args', ({ args: [z], value }) => {
  expect(errorOf(normalTail(z), value)).toBeLessThan(1e-12)
  expect(normalCdf(-z)).toBe(normalTail(z))
})

test.each(rows('normalQuantile'))('the normal quantile of $args', ({ args: [p], value }) => {
  expect(errorOf(normalQuantile(p), value)).toBeLessThan(1e-12)
})

test.each([...rows('smirnovTail'), ...rows('kolmogorovTail')])(
  '$fn of $args',
  ({ fn, args: [n, d], value }) => {
    const tail = fn === 'smirnovTail' ? smirnovTail(n, d) : kolmogorovTail(n, d)
    expect(errorOf(tail, value)).toBeLessThan(1e-11)
  },
)

test('series and continued fraction of the normal tail meet', () => {
  expect(errorOf(normalTail(3), normalTail(3 - 1e-13))).toBeLessThan(1e-11)
})

test('quantiles have their ends, their middle and nothing outside', () => {
  for (const quantile of [normalQuantile, (p: number) => tQuantile(p, 3)]) {
    expect([0, 0.5, 1].map(quantile)).toEqual([
      Number.NEGATIVE_INFINITY,
      0,
      Number.POSITIVE_INFINITY,
    ])
    expect([-0.1, 1.1, Number.NaN].map(quantile)).toEqual([Number.NaN, Number.NaN, Number.NaN])
  }
  expect(tQuantile(0.3, 0)).toBeNaN()
  expect(normalQuantile(5e-324)).toBeCloseTo(-38.467405617144344, 10)
})

test('a quantile undoes its distribution, and grows', () => {
  const p = fc.double({ min: 1e-100, max: 1 - 1e-9, noNaN: true })
  fc.assert(
    fc.property(p, fc.double({ min: 1, max: 1e6, noNaN: true }), (chance, df) => {
      expect(errorOf(normalCdf(normalQuantile(chance)), chance)).toBeLessThan(1e-9)
      const t = tQuantile(chance, df)
      expect(errorOf(tTail(-t, df), chance)).toBeLessThan(1e-9)
      expect(tQuantile(Math.min(1, chance * 1.001), df)).toBeGreaterThan(t)
    }),
  )
})

test('many degrees of freedom are as good as normal', () => {
  for (const t of [0.1, 2, 6]) expect(errorOf(tTail(t, 1e15), normalTail(t))).toBeLessThan(1e-12)
})

test('a binomial with many trials sums to 1', () => {
  const n = 2000
  let total = 0
  for (let k = 0; k <= n; k++) total += binomialDensity(k, n - k, 0.3, 0.7)
  expect(errorOf(total, 1)).toBeLessThan(1e-12)
})

test('the formulas for few and many values meet at 140', () => {
  for (const d of [0.02, 0.05, 0.08, 0.12, 0.17, 0.3])
    expect(errorOf(kolmogorovTail(141, d), kolmogorovTail(140, d))).toBeLessThan(0.2)
  for (const n of [10, 140, 141, 5000]) {
    const tails = Array.from({ length: 200 }, (_, i) => kolmogorovTail(n, (i + 1) / 200))
    for (const [i, tail] of tails.entries())
      expect(tail).toBeLessThanOrEqual((tails[i - 1] ?? 1) + 1e-6)
  }
})

test('a root is found to its last digits, or the bound that lies nearest', () => {
  expect(rootOf((x) => x ** 3 - 2, 0, 100)).toBeCloseTo(Math.cbrt(2), 14)
  expect(rootOf((x) => Math.atan(x - 1e-9), -1e6, 1e6)).toBeCloseTo(1e-9, 20)
  expect(rootOf((x) => x + 5, 0, 1)).toBe(0)
  expect(rootOf((x) => x - 5, 0, 1)).toBe(1)
  expect(rootOf((x) => (x < 0.3 ? -1 : 1), 0, 1)).toBeCloseTo(0.3, 14)
})
