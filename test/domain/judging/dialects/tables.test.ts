import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { JUDGES } from '../../../../scripts/conformance/known.ts'

const rowsOf = (file: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../data/judges/${file}`, import.meta.url), 'utf8'),
  ) as Readonly<Record<string, unknown>>[]

const all = Object.entries(JUDGES).flatMap(([file, check]) =>
  rowsOf(file).map((row) => ({ file, id: row.id ?? row.name ?? row.criteria, row, check })),
)

test.each(all)('$file: $id', ({ row, check }) => {
  expect(check(row)).toEqual([])
})

test('the tables are complete', () => {
  const sizes = Object.keys(JUDGES).map((file) => [file, rowsOf(file).length])
  expect(Object.fromEntries(sizes)).toEqual({
    'kayenta-classifier.json': 27,
    'kayenta-detector.json': 5,
    'kayenta-gaps.json': 12,
    'kayenta-mannwhitney.json': 6,
    'kayenta-scorer.json': 9,
    'kayenta-transform.json': 4,
    'keptn-criteria.json': 7,
  })
})

/** What a row of each file expects, changed. */
const OTHER: Readonly<Record<string, object>> = {
  'kayenta-classifier.json': { expect: 'Error' },
  'kayenta-detector.json': { truth: 'true, true, true' },
  'kayenta-gaps.json': { kayentaVerdict: 'Low' },
  'kayenta-mannwhitney.json': { consts: {}, name: 'another' },
  'kayenta-scorer.json': { expectedSummaryScore: 12 },
  'kayenta-transform.json': { truth: '1.5' },
  'keptn-criteria.json': { operator: '!' },
}

test.each(all)('$file: $id would be seen if it were otherwise', ({ file, row, check }) => {
  expect(check({ ...row, ...OTHER[file] })).not.toEqual([])
})

test.each(Object.entries(JUDGES))('%s: a row that cannot be read fails', (_, check) => {
  for (const row of [null, 'text', {}, { name: 1 }]) expect(check(row)).not.toEqual([])
})

test('a verdict that is not acceptable fails', () => {
  const [row] = rowsOf('kayenta-gaps.json')
  expect(JUDGES['kayenta-gaps.json']?.({ ...row, acceptable: ['pass'] })).toEqual([
    'is fail, not pass',
  ])
})
