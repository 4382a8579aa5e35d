import { formatDuration } from '../config/duration.ts'
import type { Entry } from '../ledger/entry.ts'
import { COMPARISON } from '../rollout/compared-stage.ts'
import { stageText } from '../rollout/completing.ts'
import type { Plan } from '../rollout/plan.ts'
import { attachmentTable } from './attachments.ts'
import { barChart } from './chart.ts'
import { comparisonBlocks } from './comparison.ts'
import { conditionBlocks } from './conditions.ts'
import { raw, table } from './markdown.ts'
import { recordText } from './record.ts'
import { stageCell } from './stage-cell.ts'
import { verdictMark } from './verdict.ts'

/** Picture and table of a rollout: weight of each stage, what was seen, the verdict. */
export function rolloutBlocks(plan: Plan, entries: readonly Entry[]): string[] {
  const verdicts = entries.flatMap((e) =>
    e.kind === 'verdict' && e.payload.stage !== null ? [e] : [],
  )
  const rows = plan.stages.map((stage, index) => {
    const seen = verdicts.findLast((v) => v.payload.stage === index)?.payload
    const values = (seen?.evidence ?? [])
      // What was compared has a table of its own.
      .filter((e) => e.samples !== undefined && e.name !== COMPARISON)
      .map((e) => `${e.name} ${e.answer}`)
    return [
      stageText(plan, index),
      stageCell(stage),
      formatDuration(stage.bake),
      values.join(', '),
      raw(seen === undefined ? '' : verdictMark(seen.verdict)),
    ]
  })
  return [
    weightChart(plan, entries),
    table(['Stage', 'Traffic', 'Bake', 'Seen', 'Verdict'], rows),
    ...comparisonBlocks(plan, entries),
    ...conditionBlocks(entries),
    `Ledger: ${recordText(entries)}.`,
    attachmentTable(entries),
  ].filter((b) => b !== '')
}

/** The weight of the new version after each shift, as GitHub can draw it. */
function weightChart(plan: Plan, entries: readonly Entry[]): string {
  const points = entries.flatMap((e) =>
    e.kind === 'intent' ? [plan.stages[e.payload.stage]?.weight ?? 0] : [],
  )
  if (points.length === 0) return ''
  return barChart({
    title: 'Traffic of the new version',
    names: points.map((_, i) => String(i + 1)),
    values: points,
    unit: 'percent',
    top: 100,
  })
}
