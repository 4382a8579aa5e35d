/** Whether the tests that pages and tables name ran: docs/conformance.md and docs/faults.md say "shown" of nothing else. */
import type { Tally } from '../check/all.ts'
import { acceptance, type Proof } from '../docs/acceptance.ts'
import { faultTests } from '../docs/fault-catalogue.ts'
import { worldChanges } from '../workflows/world-changes.ts'

/** One test of a finished run. */
export interface Ran {
  /** Path below the root. */
  readonly file: string
  readonly title: string
  /** Titles of the blocks that it stands in. */
  readonly above: readonly string[]
  readonly passed: boolean
}

/** What is read of jest's JSON for it. */
interface Results {
  readonly testResults: readonly {
    readonly name: string
    readonly assertionResults: readonly {
      readonly title: string
      readonly ancestorTitles: readonly string[]
      readonly status: string
    }[]
  }[]
}

/** A test as a page names it. */
interface Named {
  readonly row: string
  readonly file: string
  readonly title: string
  readonly fits: (title: string) => boolean
}

/** The tests of a run from jest's JSON. */
export function testsIn(root: string, json: string): Ran[] {
  return (JSON.parse(json) as Results).testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ title, ancestorTitles, status }) => ({
      file: name.replace(`${root}/`, ''),
      title,
      above: ancestorTitles,
      passed: status === 'passed',
    })),
  )
}

/** Holds a whole run of a folder (`test` or `test-long`) against the pages: `show` gets one line for each named test that did not pass. */
export function namedTests(
  root: string,
  folder: string,
  ran: readonly Ran[],
  show: (line: string) => void = (line) => console.error(line),
): Tally {
  const named = [...conformanceTests(root), ...faultNames(root), ...worldTests(root)].filter(
    ({ file }) => file.startsWith(`${folder}/`),
  )
  const found = new Set(named.flatMap((one) => faultOf(one, ran)))
  for (const line of found) show(`FAILED   ${line}`)
  return { passed: found.size === 0 ? 1 : 0, failed: found.size, notRun: [] }
}

function faultOf({ row, file, title, fits }: Named, ran: readonly Ran[]): string[] {
  const own = ran.filter((one) => one.file === file && [one.title, ...one.above].some(fits))
  const what = `${row} is shown by "${title}" in ${file}, which`
  if (own.length === 0) return [`${what} did not run`]
  return own.every(({ passed }) => passed) ? [] : [`${what} did not pass`]
}

function conformanceTests(root: string): Named[] {
  return Object.entries(acceptance(root)?.mapping.shown ?? {}).flatMap(([row, proofs]) =>
    proofs.flatMap((proof) => namedBy(row, proof)),
  )
}

const worldTests = (root: string): Named[] =>
  (worldChanges(root) ?? []).flatMap(([name, change]) => namedBy(name, change))

const namedBy = (row: string, { file, title }: Proof): Named[] =>
  file === undefined || title === undefined ? [] : [{ row, file, title, fits: fitting(title) }]

const faultNames = (root: string): Named[] =>
  faultTests(root).map(({ id, file, title }) => {
    return { row: id, file, title, fits: (other) => other.includes(`[${id}]`) }
  })

/** The title of a table of tests has `%s`, `$name` and the like where each of its tests has a value. */
function fitting(title: string): (other: string) => boolean {
  const parts = title.split(/%[a-zA-Z#$]|\$[\w.]+/).map(escaped)
  const pattern = new RegExp(`^${parts.join('[\\s\\S]*')}$`)
  return (other) => other === title || pattern.test(other)
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
