import { expect, test } from '@jest/globals'
import { kolmogorovSmirnov } from '../../../src/domain/statistics/kolmogorovsmirnov.ts'
import fc from '../../properties.ts'
import { twoSamples, unit } from './arbitraries.ts'

const METHODS = ['exact', 'asymptotic', 'auto'] as const

test('order, unit, zero and direction of the values change nothing', () => {
  fc.assert(
    fc.property(twoSamples, unit, ([x, y], factor) => {
      for (const method of METHODS) {
        const seen = kolmogorovSmirnov(x, y, method)
        const moved = (values: readonly number[]) =>
          values.map((v) => -v * factor + 8 * factor).reverse()
        expect(kolmogorovSmirnov(moved(x), moved(y), method)).toEqual(seen)
        expect(kolmogorovSmirnov(y, x, method).distance).toBe(seen.distance)
        expect(kolmogorovSmirnov(y, x, method).p).toBeCloseTo(seen.p, 12)
        expect(seen.p).toBeGreaterThanOrEqual(0)
        expect(seen.p).toBeLessThanOrEqual(1)
      }
    }),
  )
})

/** All orders of n and m values, counted one by one. */
function enumerated(n: number, m: number, distance: number): number {
  let [all, touched] = [0, 0]
  const walk = (i: number, j: number, largest: number) => {
    const here = Math.max(largest, Math.abs(i / n - j / m))
    if (i < n) walk(i + 1, j, here)
    if (j < m) walk(i, j + 1, here)
    if (i === n && j === m) {
      all++
      if (here >= distance - 1e-9) touched++
    }
  }
  walk(0, 0, 0)
  return touched / all
}

test.each([
  [5, 5],
  [4, 6],
  [3, 8],
  [6, 5],
  [7, 2],
])('%i and %i values: exact is the count of all orders', (n, m) => {
  const y = Array.from({ length: m }, (_, i) => i)
  for (let shift = -1; shift <= m; shift++) {
    const x = Array.from({ length: n }, (_, i) => shift + 0.1 + i / n)
    const { distance, p } = kolmogorovSmirnov(x, y, 'exact')
    expect(p).toBeCloseTo(enumerated(n, m, distance), 12)
  }
})

test('with hundreds of values exact and asymptotic are near each other, for equal and unequal numbers', () => {
  const x = Array.from({ length: 300 }, (_, i) => i)
  const y = x.map((v) => v + 30.5)
  for (const other of [y, y.slice(1)]) {
    const [exact, asymptotic] = [
      kolmogorovSmirnov(x, other),
      kolmogorovSmirnov(x, other, 'asymptotic'),
    ]
    expect(Math.abs(asymptotic.p / exact.p - 1)).toBeLessThan(0.2)
  }
})

test('equal samples are as near as can be, apart ones as far; what is no number gives none', () => {
  expect(kolmogorovSmirnov([1, 2, 2], [2, 1, 2])).toEqual({ distance: 0, p: 1 })
  expect(kolmogorovSmirnov([1, 2], [3, 4], 'exact').p).toBeCloseTo(1 / 3, 14)
  expect(kolmogorovSmirnov([1], [2], 'asymptotic')).toEqual({ distance: 1, p: 0 })
  for (const method of METHODS)
    expect(kolmogorovSmirnov([1, Number.NaN], [2, 3], method)).toEqual({
      distance: Number.NaN,
      p: Number.NaN,
    })
})

test('auto is asymptotic beyond 10,000 values, and exact where it can be counted only', () => {
  const run = (n: number) => Float64Array.from({ length: n }, (_, i) => Math.sin(i))
  const [large, small] = [[...run(10_001)], [...run(50)]]
  expect(kolmogorovSmirnov(large, small)).toEqual(kolmogorovSmirnov(large, small, 'asymptotic'))
  const [n, m] = [[...run(46_341)], [...run(46_349)]]
  expect(kolmogorovSmirnov(n, m, 'exact')).toEqual(kolmogorovSmirnov(n, m, 'asymptotic'))
})
