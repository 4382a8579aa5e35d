import { fenced } from './markdown.ts'

/** Mermaid's own first colour is nearly that of the page; the second one is that of the mark. */
const COLOURS =
  '%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#2f6feb, #8b949e"}}}}%%'

/** With longer names beside the bars Mermaid leaves out all of them. */
const LONGEST_NAME = 32

/** Values beside their names; nothing in it may hold a quotation mark. */
export interface BarChart {
  readonly title: string
  readonly names: readonly string[]
  readonly values: readonly number[]
  /** Of the values. */
  readonly unit: string
  /** End of the axis. */
  readonly top: number
  /** Bars to the right: where names are longer than numbers. */
  readonly sideways?: boolean
  /** A value that each bar is to be held against. */
  readonly mark?: number
}

/** A bar chart as GitHub draws it. A line would not do: with one value it has no length. */
export function barChart({ title, names, values, unit, top, sideways, mark }: BarChart): string {
  const lines = [
    COLOURS,
    `xychart-beta${sideways === true ? ' horizontal' : ''}`,
    `  title "${title}"`,
    `  x-axis [${names.map((name, i) => `"${shortened(name, i)}"`).join(', ')}]`,
    `  y-axis "${unit}" 0 --> ${top}`,
    `  bar [${values.join(', ')}]`,
    ...(mark === undefined ? [] : [`  line [${values.map(() => mark).join(', ')}]`]),
  ]
  return fenced(lines.join('\n'), 'mermaid')
}

/** Names stay different: Mermaid draws two bars of one name on top of each other. */
const shortened = (name: string, index: number) =>
  name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 6)}… (${index + 1})`
