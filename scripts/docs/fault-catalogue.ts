/** The catalogue of bad inputs and faults, the tests that name its rows, and what is said about the rest. */
import { filesIn, textOf } from '../files.ts'

/** One row: what is done to the suite and what it has to make of it. */
export interface Fault {
  readonly id: string
  readonly group: string
  readonly what: string
  readonly expected: string
}

/** A test whose title names a row as `[C-07]`; for a table of tests the name of its line. */
export interface FaultTest {
  readonly id: string
  readonly file: string
  readonly title: string
}

/**
 * What is said about the rows that no test names, id to one sentence: `open`: what is missing, and where a test would go;
 * `later`: the piece of work that brings what the row is about; `none`: why the row has nothing to be done to.
 */
export type FaultStatus = Readonly<
  Record<'open' | 'later' | 'none', Readonly<Record<string, string>>>
>

const ROWS = 'test/data/faults.json'
const STATUS = 'test/data/faults-status.json'
const LITERAL = /(?<quote>['"`])(?<title>(?:\\.|(?!\k<quote>)[^\\\n])*)\k<quote>/g
const ID = /\[((?:C|OG|FI|PM|VP|PR|CP|RW)-\d{2})\]/g

/** Rows, tests and the rest, or undefined where a tree has no catalogue. */
export function faultCatalogue(
  root: string,
): { rows: readonly Fault[]; tests: readonly FaultTest[]; status: FaultStatus } | undefined {
  const rows = textOf(root, ROWS)
  const status = textOf(root, STATUS)
  if (rows === undefined || status === undefined) return undefined
  return {
    rows: JSON.parse(rows) as Fault[],
    tests: faultTests(root),
    status: JSON.parse(status) as FaultStatus,
  }
}

/** Every title in a test file that names a row, once for each row that it names. */
export function faultTests(root: string): FaultTest[] {
  return filesIn(root, 'test/**/*.test.ts', 'test-long/**/*.test.ts').flatMap((file) =>
    [...(textOf(root, file) ?? '').matchAll(LITERAL)].flatMap(({ groups }) => {
      const title = groups?.title ?? ''
      return [...title.matchAll(ID)].map(([, id = '']) => ({ id, file, title }))
    }),
  )
}
