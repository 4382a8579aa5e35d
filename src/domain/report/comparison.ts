import { formatDuration } from '../config/duration.ts'
import { formatRatio } from '../config/ratio.ts'
import type { ComparedFinding } from '../judging/compared-finding.ts'
import { formatValue, type Unit } from '../judging/objective.ts'
import type { Entry } from '../ledger/entry.ts'
import { isCompared } from '../rollout/compared-stage.ts'
import { intervalText } from '../rollout/comparison-evidence.ts'
import { stageText } from '../rollout/completing.ts'
import type { Plan } from '../rollout/plan.ts'
import { barChart } from './chart.ts'
import { inert, raw, table } from './markdown.ts'
import { verdictMark } from './verdict.ts'

/** What was compared in the last verdict of a stage. */
interface Compared {
  readonly stage: number
  readonly verdict: 'pass' | 'fail' | 'inconclusive'
  readonly findings: readonly ComparedFinding[]
}

/** In which unit the level of each kind is shown. */
const UNITS: Readonly<Record<ComparedFinding['kind'], Unit>> = {
  latency: 'milliseconds',
  errors: 'ratio',
  restarts: 'ratio',
  sessions: 'ratio',
  gauge: 'count',
  lag: 'count',
}

/** How a plan compares, in a line for people; nothing where it does not. */
export function comparisonLine({ comparison, stages, baseline }: Plan): string[] {
  if (comparison === undefined) return []
  const { metrics, look, alpha, onBreach } = comparison
  const names = metrics.map(({ name }) => name).join(', ')
  const count = stages.filter(isCompared).length
  const part = count === 1 ? '' : `, ${formatRatio(alpha / count)} in each of ${count} stages`
  const text = `Compared with ${baseline} while both serve: ${names}, in looks of ${formatDuration(look)} or longer; alpha ${formatRatio(alpha)}${part}; breach ${onBreach}.`
  return [inert(text)]
}

/** Table of both versions in every stage that was compared, and a picture of the last one; nothing where none was. */
export function comparisonBlocks(plan: Plan, entries: readonly Entry[]): string[] {
  const stages = plan.stages.flatMap((_, stage) => comparedIn(stage, entries) ?? [])
  const last = stages.at(-1)
  if (last === undefined) return []
  const header = ['Stage', 'Compared', plan.baseline, plan.version, 'Times', '', 'Looks', '']
  const rows = stages.flatMap(({ stage, verdict, findings }) =>
    findings.map((one) => [
      stageText(plan, stage),
      one.name,
      level(one, one.baseline),
      level(one, one.canary),
      one.ratio === null ? 'not compared' : String(Number(one.ratio.toPrecision(3))),
      one.ratio === null ? '' : intervalText(one),
      String(one.looks),
      raw(verdictMark(verdict)),
    ]),
  )
  return [
    `Compared with ${inert(plan.baseline)}:`,
    table(header, rows),
    picture(plan, last),
  ].filter((block) => block !== '')
}

function comparedIn(stage: number, entries: readonly Entry[]): Compared | undefined {
  const judged = entries.findLast(
    ({ kind, payload }) =>
      kind === 'verdict' && payload.gate === 'stage' && payload.stage === stage,
  )
  if (judged?.kind !== 'verdict') return undefined
  const evidence = judged.payload.evidence.find(({ findings }) => findings !== undefined)
  const { verdict, findings } = evidence ?? {}
  return verdict === undefined || findings === undefined ? undefined : { stage, verdict, findings }
}

function level({ kind }: ComparedFinding, value: number | null): string {
  return formatValue(value ?? Number.NaN, UNITS[kind])
}

/** Both versions side by side: units differ, so the new one is shown in percent of the old one. */
function picture({ baseline, version }: Plan, { findings }: Compared): string {
  const shown = findings.filter((one) => (one.baseline ?? 0) > 0 && one.canary !== null)
  if (shown.length === 0) return ''
  const percent = shown.map(
    (one) => Math.round((1000 * (one.canary ?? 0)) / (one.baseline ?? 1)) / 10,
  )
  return barChart({
    title: `${version} in percent of ${baseline}`,
    names: shown.map(({ name }) => name),
    values: percent,
    unit: 'percent',
    top: Math.ceil(Math.max(100, ...percent) / 10 + 1) * 10,
    sideways: true,
    mark: 100,
  })
}
