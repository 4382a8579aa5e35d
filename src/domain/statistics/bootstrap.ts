import { sum } from './moments.ts'
import { randomOf } from './random.ts'

/** A figure of two samples, for example the ratio of their medians. */
export type Statistic = (x: readonly number[], y: readonly number[]) => number

/**
 * The statistic of `count` pairs of samples that are drawn, with replacement, from the two: how it varies from one
 * measurement to another. The same seed gives the same draws. B. Efron, "Bootstrap methods: another look at the
 * jackknife", Annals of Statistics 7, 1979. Neither sample is empty.
 */
export function bootstrapReplicates(
  samples: { readonly x: readonly number[]; readonly y: readonly number[] },
  statistic: Statistic,
  { count, seed }: { readonly count: number; readonly seed: number },
): readonly number[] {
  const random = randomOf(seed)
  const draw = (values: readonly number[]) =>
    values.map(() => values[Math.floor(random() * values.length)] ?? Number.NaN)
  return Array.from({ length: count }, () => statistic(draw(samples.x), draw(samples.y)))
}

/**
 * How fast the spread of a statistic changes with its value, from leaving out one value at a time: the acceleration of BCa
 * for two samples (B. Efron, R. Tibshirani, "An Introduction to the Bootstrap", 1993, 14.3 and 22.4); 0 where leaving out
 * changes nothing. NaN where a sample has fewer than two values.
 */
export function acceleration(
  x: readonly number[],
  y: readonly number[],
  statistic: Statistic,
): number {
  const influences = [
    influencesOf(x, (rest) => statistic(rest, y)),
    influencesOf(y, (rest) => statistic(x, rest)),
  ]
  const moment = (power: number) => sum(influences.flat().map((influence) => influence ** power))
  const second = moment(2)
  return second === 0 ? 0 : moment(3) / (6 * second ** 1.5)
}

/** What each value does to the figure, in units of the figure. */
function influencesOf(
  values: readonly number[],
  figure: (rest: readonly number[]) => number,
): readonly number[] {
  if (values.length < 2) return [Number.NaN]
  const without = values.map((_, left) => figure(values.filter((_value, i) => i !== left)))
  const middle = sum(without) / without.length
  return without.map((value) => ((values.length - 1) * (middle - value)) / values.length)
}
