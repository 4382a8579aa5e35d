import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { DEFECTS } from '../../test-long/planted/defects.ts'
import { PLANTED } from '../../test-long/simulation/guards.ts'
import { home } from './tree.ts'

// The long tests plant these defects. Here is seen at once that a change has moved the place of one.
const planted = [
  ...DEFECTS.map(({ row, file, from }) => ({ what: row, file, from })),
  ...PLANTED.flatMap(({ what, file, edits, behind }) =>
    [{ file, edits }, ...(behind === undefined ? [] : [behind])].flatMap((place) =>
      place.edits.map(([from]) => ({ what, file: place.file, from })),
    ),
  ),
]

test.each(planted)('the place of the defect "$what" stands once in $file', ({ file, from }) => {
  const text = readFileSync(join(home, file), 'utf8')
  expect(text.split(from)).toHaveLength(2)
})

test.each(DEFECTS)('the test that has to find $row is where it is looked for', (defect) => {
  expect(existsSync(join(home, defect.test))).toBe(true)
  expect(readFileSync(join(home, defect.test), 'utf8')).toContain(`[${defect.row}]`)
})
