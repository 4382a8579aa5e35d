import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { ORACLES } from '../../../scripts/conformance/known.ts'

const folder = new URL('../../data/statistics/', import.meta.url)
const rowsOf = (file: string) =>
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { readonly id: string }[]

const all = Object.entries(ORACLES).flatMap(([file, check]) =>
  rowsOf(file).map((row) => ({ id: row.id, row, check })),
)

test.each(all)('SciPy, statsmodels and NumPy agree on $id', ({ row, check }) => {
  expect(check(row)).toEqual([])
})

test('the oracle is complete', () => {
  const sizes = Object.fromEntries(Object.keys(ORACLES).map((file) => [file, rowsOf(file).length]))
  expect(sizes).toEqual({
    'bootstrap.json': 5,
    'descriptive.json': 8,
    'effectsize.json': 11,
    'hodgeslehmann.json': 34,
    'ks.json': 5,
    'mannwhitney.json': 75,
    'multipletests.json': 20,
    'proportions.json': 8,
    'special.json': 30,
    'ttest.json': 34,
  })
  const known = [...Object.keys(ORACLES), 'distributions.json']
  expect(readdirSync(folder).filter((file) => file.endsWith('.json'))).toEqual(known.sort())
})

test.each(all)('another value of $id would be seen', ({ row, check }) => {
  const moved = (value: unknown): unknown => {
    if (typeof value === 'number') return value * 1.01 + 1e-6
    if (typeof value === 'boolean') return !value
    if (value === null || typeof value !== 'object') return 1
    if (Array.isArray(value)) return value.map(moved)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, moved(inner)]))
  }
  const { expected } = row as unknown as { expected: object }
  const problems = check({ ...row, expected: moved(expected) })
  for (const name of Object.keys(expected))
    expect(problems).toContainEqual(expect.stringMatching(new RegExp(`^${name}[ .[]`)))
})
