/** Markdown tables of fields. */

/** One row: everything is text from YAML and may hold what Markdown gives a meaning to. */
export interface Row {
  readonly name: string
  readonly description: string
  readonly rest: readonly string[]
}

/** A table with the given headings; `rest` fills the columns after the description. */
export function table(headings: readonly string[], rows: readonly Row[]): string {
  const lines = rows.map(({ name, description, rest }) =>
    line([`\`${name}\``, cell(description), ...rest]),
  )
  return [line(headings), line(headings.map(() => '---')), ...lines].join('\n')
}

/** A value as code; nothing at all for undefined, a visible empty string for ''. */
export function code(value: unknown): string {
  if (value === undefined || value === null) return ''
  return value === '' ? "`''`" : `\`${cell(String(value))}\``
}

/** Text in a cell: one line, and a bar that does not end the cell. */
export const cell = (text: string): string =>
  text.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|')

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
