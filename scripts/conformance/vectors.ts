import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { filesIn } from '../files.ts'
import type { RowCheck } from './checker.ts'
import { KNOWN } from './known.ts'

/** A row that does not pass, and why. */
export interface Failed {
  readonly id: string
  readonly problems: readonly string[]
}

/** What became of a file whose name is known. */
export interface CheckedFile {
  readonly path: string
  readonly rows: number
  readonly failed: readonly Failed[]
}

export interface Checked {
  readonly files: readonly CheckedFile[]
  /** Paths of JSON files that nothing here checks. */
  readonly unknown: readonly string[]
}

/** Every JSON file in a folder and the folders below, each known by its name alone. */
export function checkVectors(folder: string): Checked {
  const paths = filesIn(folder, '**/*.json')
  const checkOf = (path: string) =>
    Object.hasOwn(KNOWN, basename(path)) ? KNOWN[basename(path)] : undefined
  return {
    files: paths.flatMap((path) => {
      const check = checkOf(path)
      return check === undefined ? [] : [checkFile(folder, path, check)]
    }),
    unknown: paths.filter((path) => checkOf(path) === undefined),
  }
}

function checkFile(folder: string, path: string, check: RowCheck): CheckedFile {
  const rows = rowsOf(join(folder, path))
  if (typeof rows === 'string')
    return { path, rows: 0, failed: [{ id: 'the file', problems: [rows] }] }
  const failed = rows.flatMap((row, i) => {
    const problems = problemsOf(check, row)
    return problems.length === 0 ? [] : [{ id: idOf(row) ?? `row ${i + 1}`, problems }]
  })
  return { path, rows: rows.length, failed }
}

/** The rows of a file, or why there are none. */
function rowsOf(file: string): readonly unknown[] | string {
  try {
    const rows: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (!Array.isArray(rows)) return 'holds no list of rows'
    return rows.length === 0 ? 'holds no row' : rows
  } catch {
    return 'cannot be read as JSON'
  }
}

/** A row that makes a function throw has failed as one that makes it answer wrongly. */
function problemsOf(check: RowCheck, row: unknown): readonly string[] {
  try {
    return check(row)
  } catch (error) {
    return [`throws ${error instanceof Error ? error.message : String(error)}`]
  }
}

/** What rows are called in one file or another. */
const IDS = ['id', 'name', 'criteria']

function idOf(row: unknown): string | undefined {
  if (typeof row !== 'object' || row === null) return undefined
  const fields = new Map<string, unknown>(Object.entries(row))
  const ids = IDS.map((field) => fields.get(field))
  return ids.find((id) => typeof id === 'string')
}
