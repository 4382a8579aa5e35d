import type { Checked, CheckedFile } from './vectors.ts'

/** What is printed: a table, then why each row failed, then what nobody checked, last the sums. */
export function tableOf({ files, unknown }: Checked): readonly string[] {
  const lines = files.map(({ path, rows, failed }) => [
    path,
    `${rows}`,
    `${passedOf({ path, rows, failed })}`,
    failed.map(({ id }) => id).join(', ') || 'none',
  ])
  const reasons = files.flatMap(({ path, failed }) =>
    failed.map(({ id, problems }) => `${path}: ${id}: ${problems.join('; ')}`),
  )
  const total = (count: (file: CheckedFile) => number) =>
    files.reduce((sum, file) => sum + count(file), 0)
  return [
    ...aligned([['file', 'rows', 'passed', 'failed'], ...lines]),
    ...reasons,
    ...unknown.map((path) => `not known: ${path}`),
    `${files.length} files, ${total((f) => f.rows)} rows, ${total(passedOf)} passed, ${total((f) => f.failed.length)} failed`,
  ].map(printable)
}

/** What cannot be read as a whole has no rows, and one failure. */
const passedOf = ({ rows, failed }: CheckedFile) => Math.max(0, rows - failed.length)

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = [0, 1, 2].map((i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  return rows.map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '))
}

/** Names in a file are foreign text: one line each, nothing that moves the cursor. */
const printable = (line: string) => line.replaceAll(/\p{C}/gu, '�')
