import { acceptance, type Mapping, type Proof, type Row } from '../docs/acceptance.ts'
import { textOf } from '../files.ts'
import { looked, type Rule } from './rule.ts'

const PAGE = 'docs/conformance.md'
/** How many rows of each kind there are: none may get lost. */
const EXPECTED = { R: 424, A: 44, B: 14 } as const

/** Every requirement has a row, and what a shown row names exists: the file, and in it a test of exactly that title. */
export const conformance: Rule = {
  name: 'conformance',
  look(root) {
    const found = acceptance(root)
    if (found === undefined) return looked('rows', ['test/data: no rows or no mapping'])
    const { rows, mapping } = found
    return looked(`${rows.length} rows`, [
      ...missingRows(rows, textOf(root, PAGE) ?? ''),
      ...strangeIds(rows, mapping),
      ...rows.flatMap((row) => rowFindings(root, row, mapping)),
    ])
  },
}

function missingRows(rows: readonly Row[], page: string): string[] {
  const ids = Object.entries(EXPECTED).flatMap(([letter, count]) =>
    Array.from({ length: count }, (_, i) => {
      const digits = letter === 'R' ? 3 : 2
      return letter + String(i + 1).padStart(digits, '0')
    }),
  )
  return ids.flatMap((id) => {
    if (rows.filter((row) => row.id === id).length !== 1)
      return [`${id}: not exactly one row in the data`]
    return page.includes(`\n| ${id} | `) ? [] : [`${id}: no row in ${PAGE}`]
  })
}

function strangeIds(rows: readonly Row[], { shown, people }: Mapping): string[] {
  return [...Object.keys(shown), ...Object.keys(people)]
    .filter((id) => !rows.some((row) => row.id === id))
    .map((id) => `${id}: in the mapping, but there is no such row`)
}

function rowFindings(
  root: string,
  { id, who, capability }: Row,
  { built, shown, people }: Mapping,
): string[] {
  const proofs = shown[id] ?? []
  const missing = capability.filter((name) => !built.includes(name))
  return [
    ...(proofs.length > 0 && missing.length > 0
      ? [`${id}: cannot be shown before ${missing.join(', ')}`]
      : []),
    ...(id in shown && !proofs.some(({ title, rule }) => title !== undefined || rule !== undefined)
      ? [`${id}: neither a test nor a rule shows it`]
      : []),
    ...(who === 'people or application' && !people[id] ? [`${id}: who does it?`] : []),
    ...proofs.flatMap((proof) => proofFindings(root, proof).map((line) => `${id}: ${line}`)),
  ]
}

/** What a proof names that does not exist, one line each. */
export function proofFindings(root: string, { file, title, rule }: Proof): string[] {
  const path = rule === undefined ? (file ?? '') : `scripts/check/${rule}.ts`
  const text = textOf(root, path)
  if (text === undefined) return [`${path} does not exist`]
  const found = title === undefined || ["'", '"', '`'].some((q) => text.includes(q + title + q))
  return found ? [] : [`${file} has no test "${title}"`]
}
