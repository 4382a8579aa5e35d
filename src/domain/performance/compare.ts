import type { VerdictKind } from '../judging/verdict.ts'
import { hodgesLehmannRatio, hodgesLehmannShift } from '../statistics/hodgeslehmann.ts'
import { holm } from '../statistics/holm.ts'
import { mannWhitney, smallestP } from '../statistics/mannwhitney.ts'
import { median } from '../statistics/median.ts'
import type { Metric, ResultFile } from './result-file.ts'

/** Fewer values a side decide nothing. */
const FEWEST = 4

export interface Limits {
  /** Largest shift in the bad direction, as a ratio: 0.15 is 15 %. */
  readonly threshold: number
  /** Largest p, adjusted over all metrics, that counts as a difference. */
  readonly alpha: number
}

/** One metric of both versions. */
export interface Comparison {
  readonly name: string
  /** `new`: the baseline does not have it, so there is nothing to judge yet. */
  readonly verdict: VerdictKind | 'new'
  readonly unit: string
  readonly direction: Metric['direction']
  /** Medians; NaN where there is nothing to take one of. */
  readonly baseline: number
  readonly current: number
  /** Values a side. */
  readonly samples: readonly [baseline: number, current: number]
  /** Relative Hodges–Lehmann shift of the current version, for example 0.2 = 20 % more; NaN without one. */
  readonly shift: number
  /** One-sided p in the bad direction, adjusted by Holm over all metrics that could be tested; NaN without a test. */
  readonly p: number
  /** Why nothing was decided; empty otherwise. */
  readonly problem: string
}

/**
 * Compare every metric that either file has. A regression is both: a difference that the rank test sees, and a shift
 * in the bad direction beyond the threshold. A metric that is gone is one too: renaming it would hide any. What cannot be
 * told is inconclusive, never a pass.
 */
export function compareResults(
  baseline: ResultFile,
  current: ResultFile,
  limits: Limits,
): readonly Comparison[] {
  const names = [...new Set([...Object.keys(baseline.metrics), ...Object.keys(current.metrics)])]
  const facts = names.sort().map((name) => measure(name, baseline, current))
  const testable = facts.filter((f) => f.problem === '')
  const adjusted = holm(testable.map((f) => f.p))
  return facts.map((fact) => {
    const place = testable.indexOf(fact)
    return place === -1
      ? fact
      : judge({ ...fact, p: adjusted[place] ?? Number.NaN }, testable.length, limits)
  })
}

/** The facts of one metric; `p` is not adjusted yet. */
function measure(name: string, { metrics: a }: ResultFile, { metrics: b }: ResultFile): Comparison {
  const [before, after] = [a[name], b[name]]
  const [x, y] = [finite(after), finite(before)]
  const some = before ?? after
  const fact = {
    name,
    verdict: undecided(before, after),
    unit: some?.unit ?? '',
    direction: some?.direction ?? 'lower',
    baseline: median(y),
    current: median(x),
    samples: [y.length, x.length] as const,
    shift: Number.NaN,
    p: Number.NaN,
  }
  const shift = relativeShift(x, y)
  const problem = problemOf(before, after) || (Number.isNaN(shift) ? 'the baseline is 0' : '')
  if (problem !== '') return { ...fact, problem }
  const worse = fact.direction === 'lower' ? 'greater' : 'less'
  return { ...fact, shift, p: mannWhitney(x, y, worse).p, problem }
}

/** What is to be said where the values are not compared. */
function undecided(before: Metric | undefined, after: Metric | undefined): Comparison['verdict'] {
  if (before === undefined) return 'new'
  return after === undefined ? 'fail' : 'inconclusive'
}

function problemOf(before: Metric | undefined, after: Metric | undefined): string {
  if (before === undefined) return 'the baseline does not have it'
  if (after === undefined) return 'the current version does not have it'
  if (before.unit !== after.unit || before.direction !== after.direction)
    return 'unit or direction differ'
  const values = [...before.values, ...after.values]
  const missing = values.filter((v) => v === null).length
  if (missing > 0) return `${missing} of ${values.length} values are no numbers`
  const fewest = Math.min(before.values.length, after.values.length)
  return fewest < FEWEST ? `${fewest} values on a side, at least ${FEWEST} are needed` : ''
}

/** A shift needs something to be relative to: a baseline around 0 has none, unless nothing moved at all. */
function relativeShift(x: readonly number[], y: readonly number[]): number {
  const ratio = hodgesLehmannRatio(x, y)
  if (!Number.isNaN(ratio)) return ratio - 1
  const shift = hodgesLehmannShift(x, y)
  if (shift === 0) return 0
  const base = median(y)
  return base > 0 ? shift / base : Number.NaN
}

function judge(fact: Comparison, metrics: number, { threshold, alpha }: Limits): Comparison {
  const reachable = smallestP(...fact.samples) * metrics
  if (reachable > alpha) {
    const [n, m] = fact.samples
    const problem = `${n} and ${m} values of ${metrics} metrics cannot reach p ${alpha}`
    return { ...fact, problem }
  }
  const bad = fact.direction === 'lower' ? fact.shift : -fact.shift
  const worse = fact.p <= alpha && bad > threshold
  return { ...fact, verdict: worse ? 'fail' : 'pass' }
}

function finite(metric: Metric | undefined): readonly number[] {
  return (metric?.values ?? []).filter((v) => v !== null)
}
