import { z } from 'zod'
import { shiftOf, wilcoxonDiff } from '../../../src/domain/judging/dialects/kayenta/interval.ts'
import { normalQuantile } from '../../../src/domain/statistics/normal-quantile.ts'
import { ascending } from '../../../src/domain/statistics/pairs.ts'
import type { RowCheck } from '../checker.ts'

const Samples = z.array(z.number()).min(1)
const Row = z.object({
  name: z.string(),
  arrs: z.record(z.string(), Samples),
  consts: z.record(z.string(), z.number()),
})

/** What a test of Kayenta asserts. */
interface Asserted {
  readonly figures: (x: readonly number[], y: readonly number[]) => readonly number[]
  readonly wanted: readonly number[]
}

/** The difference that the suite allows. */
const NEAR = 1e-6

function interval(confidence: number): Asserted['figures'] {
  return (x, y) => {
    const { low, high, estimate } = shiftOf(x, y, confidence) ?? {}
    return [low, high, estimate].map((figure) => figure ?? Number.NaN)
  }
}

/** By the row's name: the numbers stand in Kayenta's MannWhitneySuite.scala (Apache-2.0), not in the row. */
const ASSERTED: Readonly<Record<string, Asserted>> = {
  'Wilcoxon Diff Function': {
    figures: (x, y) =>
      [0, 5].map((mu) => wilcoxonDiff(mu, 0, ascending(x), ascending(y)) ?? Number.NaN),
    wanted: [-1.229416, -35.80606],
  },
  'Mann-Whitney Confidence Interval & Estimate': {
    figures: interval(0.95),
    wanted: [6, 39, 22.5],
  },
  'Mann-Whitney Confidence Interval & Estimate: Problem Case': {
    figures: interval(0.98),
    wanted: [-1.4808028936386108e-5, 1.808255910873413e-5, 1.808255910873413e-5],
  },
}

/** The rows that name what R gives, by the names of the suite's constants. */
function figuresOfR(x: readonly number[], y: readonly number[], confidence: number) {
  const { low, high, estimate } = shiftOf(x, y, confidence) ?? {}
  const [a, b] = [ascending(x), ascending(y)]
  const [least, most] = [(a[0] ?? 0) - (b.at(-1) ?? 0), (a.at(-1) ?? 0) - (b[0] ?? 0)]
  const z = -normalQuantile((1 - confidence) / 2)
  const at = (mu: number, quantile: number) => wilcoxonDiff(mu, quantile, a, b)
  return new Map([
    ...pairsOf(['rCiLow', 'rCil'], low),
    ...pairsOf(['rCiHigh', 'rCiu'], high),
    ['rEst', estimate] as const,
    ['rMumin', least] as const,
    ['rMumax', most] as const,
    ['rZqLower', z] as const,
    ['rZqUpper', -z] as const,
    ['rFlower1', at(least, z)] as const,
    ['rFupper1', at(most, z)] as const,
    ['rFlower2', at(least, -z)] as const,
    ['rFupper2', at(most, -z)] as const,
  ])
}

const pairsOf = (names: readonly string[], figure: number | undefined) =>
  names.map((name) => [name, figure] as const)

/** The suite allows R's estimate more. */
const allowedFor = (name: string) => (name === 'rEst' ? 1e-4 : NEAR)

function againstR(
  { name, consts }: z.infer<typeof Row>,
  x: readonly number[],
  y: readonly number[],
): readonly string[] {
  // As the tests of these names set it.
  const figures = figuresOfR(x, y, /large/i.test(name) ? 0.98 : 0.95)
  const named = Object.entries(consts)
  if (named.length === 0) return ['nothing is known to hold it against']
  return named.flatMap(([constant, want]) => {
    const figure = figures.get(constant)
    if (figure === undefined) return [`${constant} is not known`]
    return Math.abs(figure - want) <= allowedFor(constant)
      ? []
      : [`${constant} is ${figure}, not ${want}`]
  })
}

/** kayenta-mannwhitney.json: the interval and the estimate as Kayenta's root search leaves them. */
export const kayentaMannWhitney: RowCheck = (row) => {
  const parsed = Row.safeParse(row)
  if (!parsed.success) return ['cannot be read as {name, arrs, consts}']
  const { name, arrs } = parsed.data
  const experiment = arrs.x ?? arrs.experiment ?? arrs.experimentData
  const control = arrs.y ?? arrs.control ?? arrs.controlData
  if (experiment === undefined || control === undefined) return ['names no two samples']
  const asserted = Object.hasOwn(ASSERTED, name) ? ASSERTED[name] : undefined
  if (asserted === undefined) return againstR(parsed.data, experiment, control)
  const found = asserted.figures(experiment, control)
  return asserted.wanted.flatMap((want, i) => {
    const figure = found[i] ?? Number.NaN
    return Math.abs(figure - want) <= NEAR ? [] : [`is ${figure}, not ${want}`]
  })
}
