import { expect, test } from '@jest/globals'
import {
  hodgesLehmannRatio,
  hodgesLehmannShift,
} from '../../../src/domain/statistics/hodgeslehmann.ts'
import { holm } from '../../../src/domain/statistics/holm.ts'
import {
  type Alternative,
  approximateTest,
  exactTest,
  mannWhitney,
  smallestP,
} from '../../../src/domain/statistics/mannwhitney.ts'
import { median } from '../../../src/domain/statistics/median.ts'
import { normalTail } from '../../../src/domain/statistics/normal.ts'
import { isClose, oracle } from './oracle.ts'

interface Samples {
  readonly x: number[]
  readonly y: number[]
}
interface RankInput extends Samples {
  readonly alternative: Alternative
  readonly method: 'exact' | 'asymptotic' | 'exact-with-ties'
  readonly continuity?: boolean
}

test.each(oracle<RankInput, { U: number; p: number }>('mannwhitney'))(
  'SciPy agrees on $id',
  ({ input, expected, relTol }) => {
    const { x, y, alternative, method, continuity } = input
    const { u, p } =
      method === 'asymptotic'
        ? approximateTest(x, y, alternative, continuity)
        : exactTest(x, y, alternative)
    expect({ u, p, close: isClose(p, expected.p, relTol) }).toEqual({
      u: expected.U,
      p: expect.anything(),
      close: true,
    })
  },
)

test('the oracle is complete', () => {
  expect(oracle('mannwhitney')).toHaveLength(75)
  expect(oracle('hodgeslehmann')).toHaveLength(34)
})

test('sixty values are exact, more are approximated', () => {
  const run = (n: number) => Array.from({ length: n }, (_, i) => i + 0.5)
  const shifted = (n: number) => run(n).map((v) => v + 3.2)
  expect(mannWhitney(run(30), shifted(30), 'less')).toEqual(exactTest(run(30), shifted(30), 'less'))
  expect(mannWhitney(run(31), shifted(30), 'less')).toEqual(
    approximateTest(run(31), shifted(30), 'less'),
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
  const low = Array.from({ length: n }, (_, i) => i)
  const high = Array.from({ length: m }, (_, i) => i + 100)
  expect(exactTest(low, high, 'less').p).toBeCloseTo(expected, 12)
})

test.each(oracle<Samples, { shift: number; ratio?: number }>('hodgeslehmann'))(
  'SciPy agrees on $id',
  ({ input: { x, y }, expected, relTol }) => {
    expect(isClose(hodgesLehmannShift(x, y), expected.shift, relTol)).toBe(true)
    const ratio = hodgesLehmannRatio(x, y)
    expect(expected.ratio === undefined || isClose(ratio, expected.ratio, relTol)).toBe(true)
  },
)

test('a ratio needs values above 0', () => {
  expect(hodgesLehmannRatio([1, 2], [0, 1])).toBeNaN()
  expect(hodgesLehmannRatio([-1, 2], [1, 1])).toBeNaN()
})

test.each(oracle<{ x: number[] }, { median: number }>('descriptive'))(
  'NumPy agrees on the median of $id',
  ({ input, expected, relTol }) => {
    expect(isClose(median(input.x), expected.median, relTol)).toBe(true)
  },
)

test('the median of nothing is no number', () => {
  expect(median([])).toBeNaN()
})

test.each(oracle<{ p: number[] }, { adjusted: number[] }>('multipletests'))(
  'statsmodels agrees on $id',
  ({ input, expected, relTol }) => {
    const adjusted = holm(input.p)
    expect(adjusted.map((p, i) => isClose(p, expected.adjusted[i] ?? 0, relTol))).toEqual(
      input.p.map(() => true),
    )
  },
)

test.each([
  [0, 0.5],
  [1.96, 0.024997895148220435],
  [3.5, 0.00023262907903552502],
  [-3.5, 0.9997673709209645],
  [6.361340902404056, 1e-10],
])('the normal tail beyond %f', (z, expected) => {
  expect(isClose(normalTail(z), expected, 1e-9)).toBe(true)
})

test('series and continued fraction meet', () => {
  expect(isClose(normalTail(3), normalTail(3 - 1e-13), 1e-11)).toBe(true)
})
