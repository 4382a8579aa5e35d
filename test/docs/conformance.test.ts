import { expect, test } from '@jest/globals'
import { conformance } from '../../scripts/check/conformance.ts'
import type { Mapping, Row } from '../../scripts/docs/acceptance.ts'
import { conformancePages } from '../../scripts/docs/conformance.ts'
import { findings, tree } from '../house/tree.ts'

const ids = [
  ...Array.from({ length: 424 }, (_, i) => `R${String(i + 1).padStart(3, '0')}`),
  ...Array.from({ length: 44 }, (_, i) => `A${String(i + 1).padStart(2, '0')}`),
  ...Array.from({ length: 14 }, (_, i) => `B${String(i + 1).padStart(2, '0')}`),
]
const rowOf = (id: string): Row => ({
  id,
  section: 'Seed',
  seed: '000:1',
  who: id === 'R002' ? 'people or application' : 'suite',
  capability: id === 'R003' ? ['house', 'ledger'] : ['house'],
  requirement: `does ${id}`,
})
const rows = ids.map(rowOf)
const proof = { file: 'test/a.test.ts', title: "it's done" }
const mapping: Mapping = {
  built: ['house'],
  shown: { R001: [proof, { rule: 'names' }] },
  people: { R002: 'the team' },
}

/** A tree whose page is fresh unless one is given. */
function filesOf(change: Partial<Mapping> = {}, kept: readonly Row[] = rows, page?: string) {
  const data = {
    'test/data/acceptance-rows.json': JSON.stringify(kept),
    'test/data/conformance.json': JSON.stringify({ ...mapping, ...change }),
    'test/a.test.ts': 'test("it\'s done", () => {})\n',
    'scripts/check/names.ts': '',
  }
  const [made] = conformancePages(tree(data))
  return { ...data, 'docs/conformance.md': page ?? made?.text ?? '' }
}

test('a page with every row, whose proofs exist, is fine', async () => {
  const files = filesOf()
  expect(await findings(conformance, files)).toEqual([])
  const page = files['docs/conformance.md']
  expect(page).toContain('482 rows: 1 shown, 481 open.')
  expect(page).toContain(
    "| R001 | 000:1 | does R001 | suite | [a.test.ts](../test/a.test.ts): it's done<br>rule `names` | shown |",
  )
  expect(page).toContain('| people or application: the team |  | open (house) |')
  expect(page).toContain('| R003 | 000:1 | does R003 | suite |  | open (ledger) |')
})

test('a row that is missing in the data or on the page is named', async () => {
  const lost = rows.filter(({ id }) => id !== 'A07')
  expect(await findings(conformance, filesOf({}, lost))).toEqual([
    'A07: not exactly one row in the data',
  ])
  const page = filesOf()['docs/conformance.md'].replace('| B14 |', '| B |')
  expect(await findings(conformance, filesOf({}, rows, page))).toEqual([
    'B14: no row in docs/conformance.md',
  ])
})

test('a proof that does not exist is named', async () => {
  const shown = {
    R001: [{ ...proof, title: 'it is done' }],
    R004: [{ file: 'test/b.test.ts', title: 'x' }],
    R005: [{ rule: 'nothing' }],
    R006: [{ file: 'test/a.test.ts' }],
    R999: [proof],
  }
  expect(await findings(conformance, filesOf({ shown }))).toEqual([
    'R999: in the mapping, but there is no such row',
    'R001: test/a.test.ts has no test "it is done"',
    'R004: test/b.test.ts does not exist',
    'R005: scripts/check/nothing.ts does not exist',
    'R006: neither a test nor a rule shows it',
  ])
})

test('a row is not shown before its last capability, and people rows say who', async () => {
  expect(await findings(conformance, filesOf({ shown: { R003: [proof] } }))).toEqual([
    'R003: cannot be shown before ledger',
  ])
  expect(await findings(conformance, filesOf({ people: {} }))).toEqual(['R002: who does it?'])
  expect(await findings(conformance, {})).toEqual(['test/data: no rows or no mapping'])
})
