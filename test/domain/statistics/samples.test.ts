import { expect, test } from '@jest/globals'
import { brownForsytheRatio } from '../../../src/domain/statistics/brownforsythe.ts'
import { holm } from '../../../src/domain/statistics/holm.ts'
import { mannWhitney, rankTails } from '../../../src/domain/statistics/mannwhitney.ts'
import { randomOf } from '../../../src/domain/statistics/random.ts'
import { differenceAt } from '../../../src/domain/statistics/select-difference.ts'
import { excessTails } from '../../../src/domain/statistics/share-excess.ts'
import { smirnovDominance } from '../../../src/domain/statistics/smirnov-two-sample.ts'
import { weightedHolm } from '../../../src/domain/statistics/weighted-holm.ts'
import fc from '../../properties.ts'
import { twoSamples } from './arbitraries.ts'

const sorted = (values: readonly number[]) => Float64Array.from(values).sort()

/** All ways to take `size` of these places. */
function* choices(places: number, size: number, from = 0): Generator<readonly number[]> {
  if (size === 0) yield []
  else
    for (let first = from; first <= places - size; first++)
      for (const rest of choices(places, size - 1, first + 1)) yield [first, ...rest]
}

const lead = (x: readonly number[], y: readonly number[]) =>
  Math.max(
    ...[...x, ...y].map(
      (t) => y.filter((v) => v <= t).length / y.length - x.filter((v) => v <= t).length / x.length,
    ),
  )

test.each([
  [
    [3, 5, 6],
    [1, 2, 4],
  ],
  [
    [2, 5],
    [1, 3, 4, 6],
  ],
  [
    [4, 6, 7, 8],
    [1, 2, 3, 5],
  ],
  [
    [5, 6],
    [1, 2, 3, 4, 7],
  ],
  [
    [1, 2, 3],
    [4, 5, 6],
  ],
])('Smirnov’s one-sided chance counts the orders of %j and %j', (x, y) => {
  const all = [...choices(x.length + y.length, x.length)]
  const seen = lead(x, y)
  const places = x.length + y.length
  const asFar = all.filter((own) => {
    const rest = Array.from({ length: places }, (_, i) => i).filter((i) => !own.includes(i))
    return lead(own, rest) >= seen - 1e-9
  })
  expect(smirnovDominance(sorted(x), sorted(y))).toBeCloseTo(asFar.length / all.length, 12)
})

test('for many values of different numbers it is near its exact neighbour', () => {
  const values = (n: number, from: number) => Array.from({ length: n }, (_, i) => from + i / n)
  const near = smirnovDominance(sorted(values(400, 0.1)), sorted(values(401, 0)))
  const exact = smirnovDominance(sorted(values(400, 0.1)), sorted(values(400, 0)))
  expect(near / exact).toBeCloseTo(1, 1)
  expect(smirnovDominance(sorted([1, 2]), sorted([Number.NaN, 3]))).toBe(1)
})

test('both tails at once are those of the test', () => {
  fc.assert(
    fc.property(twoSamples, ([x, y]) => {
      const { u, greater, less } = rankTails(sorted(x), sorted(y))
      expect({ u, p: greater }).toEqual(mannWhitney(x, y, 'greater'))
      expect({ u, p: less }).toEqual(mannWhitney(x, y, 'less'))
    }),
  )
  const many = Array.from({ length: 50 }, (_, i) => (i * 37) % 50)
  const moved = many.map((value) => value + 5)
  expect(rankTails(sorted(many), sorted(moved)).less).toBe(mannWhitney(many, moved, 'less').p)
})

test('equal weights are Holm’s, and a weight of nearly all is no correction', () => {
  const p = [0.01, 0.04, 0.03, 0.2]
  const weighted = weightedHolm(p.map((value) => ({ p: value, weight: 7 })))
  for (const [i, value] of holm(p).entries()) expect(weighted[i]).toBeCloseTo(value, 14)
  const [first, second] = weightedHolm([
    { p: 0.01, weight: 999 },
    { p: 0.01, weight: 1 },
  ])
  expect(first).toBeCloseTo(0.01001, 6)
  expect(second).toBeCloseTo(0.01001, 6)
  expect(weightedHolm([])).toEqual([])
})

test('an excess of shares: where it is exactly the given one both chances are a half', () => {
  const { greater, less } = excessTails(
    { hits: 60, trials: 1000 },
    { hits: 50, trials: 1000 },
    0.01,
  )
  expect(greater).toBeCloseTo(0.5, 10)
  expect(less).toBeCloseTo(0.5, 10)
})

test('the score test holds where there is no hit', () => {
  // The likeliest shares are 0 and the excess: z = −0.005 / √(0.005 · 0.995 / 1000).
  const none = excessTails({ hits: 0, trials: 1000 }, { hits: 0, trials: 1000 }, 0.005)
  expect(none.less).toBeCloseTo(0.012491, 5)
  const all = excessTails({ hits: 10, trials: 10 }, { hits: 0, trials: 10 }, 0.5)
  expect(all.greater).toBeLessThan(0.01)
})

test('twice as wide is within a ratio of 2, and ten times is not', () => {
  const at = (by: number) => sorted(Array.from({ length: 41 }, (_, i) => 7 + by * (i - 20)))
  expect(brownForsytheRatio(at(2), at(1), 2).p).toBeCloseTo(0.5, 10)
  expect(brownForsytheRatio(at(10), at(1), 2).p).toBeLessThan(1e-6)
  expect(brownForsytheRatio(sorted([1, 1]), sorted([1, 1]), 2).p).toBeNaN()
})

test.each([
  ['many ties', 3],
  ['some ties', 400],
  ['hardly a tie', 1e9],
])('a difference is found at its place among 40,000 with %s', (_, steps) => {
  const random = randomOf(steps)
  const sample = () => sorted(Array.from({ length: 200 }, () => Math.floor(random() * steps)))
  const [x, y] = [sample(), sample()]
  const all = sorted([...x].flatMap((one) => [...y].map((other) => one - other)))
  const places = [0, 1, 19_999, 20_000, 39_998, 39_999]
  for (const place of [...places, ...Array.from({ length: 60 }, () => Math.floor(random() * 4e4))])
    expect(differenceAt(x, y, place)).toBe(all[place])
})
