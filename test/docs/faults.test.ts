import { expect, test } from '@jest/globals'
import { faults } from '../../scripts/check/faults.ts'
import { faultPages } from '../../scripts/docs/faults.ts'
import { textOf } from '../../scripts/files.ts'
import { findings, home, tree } from '../house/tree.ts'

const rows = JSON.parse(textOf(home, 'test/data/faults.json') ?? '[]') as { id: string }[]
const ids = rows.map(({ id }) => id)
/** How titles name rows; put together, so that this file names none. */
const named = (...of: readonly string[]) => of.map((id) => `[${id}]`).join(' ')
const NAMED = ['C-01', 'C-07', 'VP-01']

/** A tree with the whole catalogue in which every row that no test names waits for something. */
function filesOf(change: object = {}, more: Readonly<Record<string, string>> = {}) {
  const later = Object.fromEntries(
    ids.filter((id) => !NAMED.includes(id)).map((id) => [id, 'the desktop rollout']),
  )
  return {
    'test/data/faults.json': JSON.stringify(rows),
    'test/data/faults-status.json': JSON.stringify({ open: {}, later, none: {}, ...change }),
    'test/a.test.ts': `test('${named('C-01', 'C-07')} it\\'s refused', () => {})\n`,
    'test-long/b.test.ts': `test.each([["${named('VP-01')} a | b", 1]])("%s", () => {})\n`,
    ...more,
  }
}

test('each row that a test names is shown by it, and the others say what they wait for', async () => {
  const files = filesOf()
  expect(await findings(faults, files)).toEqual([])
  const [page] = faultPages(tree(files))
  expect(page?.text).toContain('276 rows: 3 shown, 0 open, 273 later, 0 none.')
  expect(page?.text).toContain("[a.test.ts](../test/a.test.ts): it\\'s refused | shown |")
  expect(page?.text).toContain('[b.test.ts](../test-long/b.test.ts): a \\| b | shown |')
  expect(page?.text).toContain(' | the desktop rollout | later |')
})

test('a row that is lost, said twice, unknown or without a reason is named', async () => {
  const unsaid = { later: {} }
  expect(await findings(faults, filesOf(unsaid))).toContain(
    'C-04: no test names it, and nothing is said about it',
  )
  const twice = filesOf({ none: { 'C-01': 'nothing to do it to' }, open: { 'X-01': '' } })
  expect(await findings(faults, twice)).toEqual([
    'C-01: said twice, by a test and none',
    'X-01: open, but there is no such row',
    'X-01: open, but it is not said why',
  ])
  const typo = filesOf({}, { 'test/c.test.ts': `test("${named('C-02')} x", () => {})\n` })
  expect(await findings(faults, typo)).toEqual([
    'test/c.test.ts: names C-02, and there is no such row',
  ])
  const few = filesOf({}, { 'test/data/faults.json': JSON.stringify(rows.slice(0, 275)) })
  expect(await findings(faults, few)).toContain('275 rows in the catalogue, not 276')
  expect(await findings(faults, {})).toEqual(['test/data: no catalogue or no status'])
})
