import { barChart } from '../report/chart.ts'
import { bar, raw, table } from '../report/markdown.ts'
import { verdictMark } from '../report/verdict.ts'
import type { Comparison } from './compare.ts'
import { changeText } from './judge.ts'

/** A chart with more bars cannot be read. */
const LARGEST_CHART = 20

export interface Versions {
  readonly baseline: string
  readonly current: string
}

/** Table and chart of a comparison, as Markdown blocks. Nothing compared gives no blocks. */
export function performanceBlocks(
  comparisons: readonly Comparison[],
  versions: Versions,
): readonly string[] {
  if (comparisons.length === 0) return []
  return [medianTable(comparisons, versions), ...chart(comparisons, versions)]
}

function medianTable(comparisons: readonly Comparison[], versions: Versions): string {
  const header = ['', 'Metric', `${versions.baseline}`, `${versions.current}`, 'Change', 'Better']
  return table(
    header,
    comparisons.map((c) => {
      const top = Math.max(c.baseline, c.current)
      return [
        raw(c.verdict === 'new' ? 'new' : verdictMark(c.verdict)),
        c.name,
        medianCell(c.baseline, top, c.unit),
        medianCell(c.current, top, c.unit),
        c.problem === '' ? changeText(c) : c.problem,
        c.direction,
      ]
    }),
  )
}

function medianCell(value: number, top: number, unit: string): string {
  if (!Number.isFinite(value)) return 'no value'
  const share = top > 0 ? value / top : 0
  return `${bar(share)} ${Number(value.toPrecision(4))} ${unit}`
}

/** Medians of the current version in percent of the baseline's, because units differ. */
function chart(comparisons: readonly Comparison[], { baseline, current }: Versions): string[] {
  const shown = comparisons
    .filter((c) => c.baseline > 0 && Number.isFinite(c.current) && c.current >= 0)
    .slice(0, LARGEST_CHART)
  if (shown.length === 0) return []
  const percent = shown.map((c) => Math.round((c.current / c.baseline) * 1000) / 10)
  const top = Math.ceil(Math.max(100, ...percent) / 10 + 1) * 10
  return [
    barChart({
      title: `Medians of ${current} in percent of ${baseline}`,
      names: shown.map((c) => c.name),
      values: percent,
      unit: 'percent',
      top,
      sideways: true,
      mark: 100,
    }),
  ]
}

/** One line for the output `regression_summary`. */
export function summaryLine(comparisons: readonly Comparison[], versions: Versions): string {
  const parts = comparisons.map((c) => {
    const text = c.problem === '' ? changeText(c) : c.problem
    return `${c.name} ${c.verdict}: ${text}`
  })
  const text = parts.length === 0 ? 'nothing was compared' : parts.join('; ')
  return `${versions.current} against ${versions.baseline}: ${text}`.slice(0, 4000)
}
