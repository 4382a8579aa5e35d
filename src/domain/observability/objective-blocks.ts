import { formatDuration } from '../config/duration.ts'
import { allowedBeside } from '../judging/against-baseline.ts'
import { formatValue, isUpperLimit, type Objective } from '../judging/objective.ts'
import type { Evidence } from '../judging/verdict.ts'
import { barChart } from '../report/chart.ts'
import { raw, table } from '../report/markdown.ts'
import { verdictMark } from '../report/verdict.ts'

interface Judged {
  readonly objective: Objective
  readonly evidence: Evidence
}

/** What was seen of each objective: pictures against the limits, and a table with all that a verdict rests on. */
export function objectiveBlocks(
  objectives: readonly Objective[],
  evidence: readonly Evidence[],
): readonly string[] {
  const judged = objectives.flatMap((objective) => {
    const found = evidence.find(({ name }) => name === objective.name)
    return found === undefined ? [] : [{ objective, evidence: found }]
  })
  if (judged.length === 0) return []
  const isUpper = ({ objective }: Judged) => isUpperLimit(objective)
  return [
    ...picture('At most 100 percent of its limit is good', judged.filter(isUpper)),
    ...picture(
      'At least 100 percent of its limit is good',
      judged.filter((one) => !isUpper(one)),
    ),
    rows(judged),
  ]
}

function rows(judged: readonly Judged[]): string {
  const header = [
    ...['Objective', '', 'Value', '95 % interval', 'Limit', 'Baseline', 'Samples', 'Window'],
    'What would change it',
  ]
  return table(
    header,
    judged.map(({ objective, evidence }) => [
      objective.name,
      raw(verdictMark(evidence.verdict)),
      evidence.answer,
      intervalText(objective, evidence),
      evidence.limit,
      baselineText(objective, evidence),
      String(evidence.samples ?? ''),
      evidence.look?.window === undefined ? '' : formatDuration(evidence.look.window),
      evidence.hint ?? '',
    ]),
  )
}

function intervalText({ unit }: Objective, { interval }: Evidence): string {
  if (interval === undefined) return ''
  return `${formatValue(interval.lower, unit)} to ${formatValue(interval.upper, unit)}`
}

function baselineText({ unit }: Objective, { look }: Evidence): string {
  if (look?.baseline === undefined) return ''
  const { value = Number.NaN, samples } = look.baseline
  return `${formatValue(value, unit)} from ${samples} samples`
}

interface Bar {
  readonly name: string
  readonly value: number
}

/** Values and baselines in percent of what is allowed; nothing where that is no number, or 0. */
function picture(title: string, judged: readonly Judged[]): readonly string[] {
  const bars = judged.flatMap(barsOf)
  if (bars.length === 0) return []
  const values = bars.map(({ value }) => value)
  const chart = {
    ...{ title, names: bars.map(({ name }) => name), values, unit: 'percent of the limit' },
    ...{ top: Math.max(120, Math.ceil(Math.max(...values) / 10) * 10), sideways: true, mark: 100 },
  }
  return [barChart(chart)]
}

/** A bar that is longer says no more, and would hide all the others. */
const LONGEST = 300

function barsOf({ objective, evidence }: Judged): readonly Bar[] {
  const { value, look } = evidence
  if (value === undefined || objective.must === 'grow') return []
  const { baseline } = look ?? {}
  const allowed =
    objective.versus === undefined
      ? objective.limit
      : allowedBeside(objective, { value, samples: 0, question: '', ...look })
  if (!(allowed > 0) || value < 0) return []
  const share = (of: number) => Math.min(LONGEST, Number(((100 * of) / allowed).toFixed(1)))
  const other = baseline?.value
  return [
    { name: objective.name, value: share(value) },
    ...(other === undefined ? [] : [{ name: `${objective.name} baseline`, value: share(other) }]),
  ]
}
