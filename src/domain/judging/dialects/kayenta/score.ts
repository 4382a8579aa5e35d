import type { Label } from './classify.ts'

/** A classified metric in its groups. */
export interface Result {
  readonly name: string
  readonly label: Label
  readonly reason: string
  readonly critical: boolean
  readonly groups: readonly string[]
}

export interface GroupScore {
  readonly name: string
  /** 0…100; 0 without data, which counts as 100 in the sum. */
  readonly score: number
  readonly hasData: boolean
}

export interface Score {
  readonly score: number
  /** Why it is 0; empty where nothing but the groups decided. */
  readonly reason: string
  readonly groups: readonly GroupScore[]
}

/** In percent of all metrics: so many without data are too many. */
const MOST_NODATA = 50

/** Kayenta's sum over groups, 0…100, of the metrics that are not muted. */
export function scoreOf(
  results: readonly Result[],
  weights: Readonly<Record<string, number>>,
): Score {
  const groups = groupsOf(results)
  const failed = results.find(({ critical, label }) => critical && label !== 'Pass')
  if (failed !== undefined) return { score: 0, reason: `Canary Failed: ${failed.reason}`, groups }
  const nodata = results.filter(({ label }) => label === 'Nodata').length
  if ((nodata / results.length) * 100 >= MOST_NODATA) {
    const reason = `Canary Failed: ${MOST_NODATA}% or more metrics returned NODATA`
    return { score: 0, reason, groups }
  }
  return { score: summary(groups, weights), reason: '', groups }
}

function groupsOf(results: readonly Result[]): readonly GroupScore[] {
  const names = [...new Set(results.flatMap(({ groups }) => groups))]
  return names.map((name) => {
    // A metric that names a group twice counts twice.
    const labels = results.flatMap(({ groups, label }) =>
      groups.filter((group) => group === name).map(() => label),
    )
    const count = (...wanted: readonly Label[]) =>
      labels.filter((label) => wanted.includes(label)).length
    const all = count('Pass', 'High', 'Low', 'NodataFailMetric')
    return { name, score: all === 0 ? 0 : (count('Pass') / all) * 100, hasData: all > 0 }
  })
}

/** Groups without a weight share what the others leave. */
function summary(groups: readonly GroupScore[], weights: Readonly<Record<string, number>>): number {
  const weightOf = (name: string) => (Object.hasOwn(weights, name) ? weights[name] : undefined)
  const given = Object.values(weights).reduce((sum, weight) => sum + weight, 0)
  const without = groups.filter(({ name }) => weightOf(name) === undefined).length
  const rest = without > 0 ? (100 - given) / without : 0
  return twoDigits(
    groups.reduce((sum, { name, score, hasData }) => {
      const effective = hasData ? score : 100
      return sum + effective * ((weightOf(name) ?? rest) / 100)
    }, 0),
  )
}

/** Half up in the decimal digits that a number is written with, as Java's BigDecimal rounds. */
function twoDigits(value: number): number {
  const moved = Number(`${Math.abs(value)}e2`)
  return Number.isNaN(moved) ? 0 : (Math.sign(value) * Math.round(moved)) / 100
}
