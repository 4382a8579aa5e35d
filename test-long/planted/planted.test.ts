import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Copy, copyOfProject } from './copy.ts'
import { DEFECTS } from './defects.ts'

const PATIENCE_MS = 240_000

let copy: Copy
beforeAll(() => {
  copy = copyOfProject()
})
const table: string[] = []
afterAll(() => {
  copy?.[Symbol.dispose]()
  process.stdout.write(`${['row | defect | red', ...table].join('\n')}\n`)
})

test(
  'without a defect the tests of all these rows are green',
  async () => {
    const rows = DEFECTS.map(({ row }) => row)
    const files = [...new Set(DEFECTS.map((defect) => defect.test))]
    const { green, red, said } = await copy.run(rows, files)
    expect([red, red.length === 0 ? '' : said]).toEqual([[], ''])
    expect(rows.filter((row) => !green.some((title) => title.includes(`[${row}]`)))).toEqual([])
  },
  PATIENCE_MS,
)

test('a defect whose place is gone, or is there twice, is named', () => {
  const file = 'src/app/one-issue.ts'
  expect(() => copy.replace(file, 'no such text', '')).toThrow(`${file}: 0 times, not once`)
  expect(() => copy.replace(file, 'number', '')).toThrow(
    /one-issue\.ts: \d+ times, not once: number/,
  )
})

test.each(DEFECTS)(
  '$row is red where $what',
  async ({ row, what, file, from, to, test: path }) => {
    using _ = copy.replace(file, from, to)
    const { red } = await copy.run([row], [path])
    table.push(`${row} | ${what} (${file}) | ${red.join('; ')}`)
    expect(red).not.toEqual([])
  },
  PATIENCE_MS,
)
