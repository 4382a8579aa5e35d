import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { runJest } from '../../scripts/test/jest.ts'
import { namedTests, type Ran } from '../../scripts/test/named-tests.ts'
import { home, tree } from './tree.ts'

const jestConfig = JSON.stringify({
  type: 'module',
  jest: {
    testMatch: ['<rootDir>/test/**/*.test.ts'],
    extensionsToTreatAsEsm: ['.ts'],
    transform: {},
  },
})
/** How a title names a row; put together, so that this file names none. */
const row = (id: string) => `[${id}]`
const HEAD = "import { describe, expect, test } from '@jest/globals'\n"
const pages = (shown: object) => ({
  'test/data/acceptance-rows.json': '[]',
  'test/data/conformance.json': JSON.stringify({ built: [], shown, people: {} }),
})

/** What is said about a tree whose tests are run by jest itself. */
async function said(files: Readonly<Record<string, string>>) {
  const root = tree({ 'package.json': jestConfig, ...files })
  mkdirSync(join(root, 'scripts'))
  symlinkSync(join(home, 'scripts/test'), join(root, 'scripts/test'))
  const ran: Ran[] = []
  await runJest(root, [], { ran, show: () => {} })
  const lines: string[] = []
  const tally = namedTests(root, 'test', ran, (line) => lines.push(line))
  return { tally, lines: lines.sort() }
}

const proof = (title: string, file = 'test/a.test.ts') => [{ file, title }]

test('tests that ran and passed are fine: by title, by a block, by each line of a table, by the id of a fault', async () => {
  const shown = {
    R001: proof("it's done"),
    R002: proof('a story'),
    R003: [...proof('%s gives $value (100%)'), { rule: 'names' }],
    R004: proof('elsewhere', 'test-long/b.test.ts'),
  }
  const a = `${HEAD}test("it's done", () => expect(1).toBe(1))
describe('a story', () => { test('${row('C-07')} ends', () => expect(1).toBe(1)) })
test.each([{ value: 1 }, { value: 2 }])('%s gives $value (100%)', () => expect(1).toBe(1))
`
  const b = `${HEAD}test('${row('C-08')} elsewhere', () => expect(1).toBe(1))\n`
  const files = { ...pages(shown), 'test/a.test.ts': a, 'test-long/b.test.ts': b }
  expect(await said(files)).toEqual({ tally: { passed: 1, failed: 0, notRun: [] }, lines: [] })
}, 60_000)

test('a named test that is skipped, fails in one line of its table or is in no test file fails the run with one line', async () => {
  const shown = {
    R001: proof('is skipped'),
    R002: proof('%i is one'),
    R003: proof('was removed'),
    R004: [{ file: 'README.md' }],
  }
  const a = `${HEAD}test.skip('is skipped', () => expect(1).toBe(1))
test.each([1, 2])('%i is one', (value) => expect(value).toBe(1))
const lost = '${row('C-07')} is no test'
test('${row('C-08')} fails', () => expect(lost).toBe(''))
`
  const { tally, lines } = await said({ ...pages(shown), 'test/a.test.ts': a })
  expect(lines).toEqual([
    `FAILED   C-07 is shown by "${row('C-07')} is no test" in test/a.test.ts, which did not run`,
    `FAILED   C-08 is shown by "${row('C-08')} fails" in test/a.test.ts, which did not pass`,
    'FAILED   R001 is shown by "is skipped" in test/a.test.ts, which did not pass',
    'FAILED   R002 is shown by "%i is one" in test/a.test.ts, which did not pass',
    'FAILED   R003 is shown by "was removed" in test/a.test.ts, which did not run',
  ])
  expect(tally).toEqual({ passed: 0, failed: 5, notRun: [] })
}, 60_000)
