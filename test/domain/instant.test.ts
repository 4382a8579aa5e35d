import { expect, test } from '@jest/globals'
import { instantOf, instantText } from '../../src/domain/instant.ts'
import fc from '../properties.ts'

const FIRST = Date.UTC(1600, 0, 1)
const LAST = Date.UTC(9999, 11, 31)

test('a moment is written and read as the platform does', () => {
  fc.assert(
    fc.property(fc.integer({ min: FIRST, max: LAST }), (time) => {
      const text = new Date(time).toISOString()
      expect(instantText(time)).toBe(text)
      expect(instantOf(text)).toBe(time)
    }),
    { numRuns: 2000 },
  )
})

test('every day of four centuries has its own text', () => {
  const wrong: number[] = []
  for (let day = Date.UTC(1970, 0, 1); day < Date.UTC(2371, 0, 1); day += 86_400_000)
    if (instantOf(instantText(day)) !== day) wrong.push(day)
  expect(wrong).toEqual([])
})

test.each([
  '2026-03-01T22:00:00Z',
  '2026-03-01T22:00Z',
  '2026-03-01T22:00:00.25Z',
  '2026-03-01T00:30:00+01:00',
  '2024-12-31T23:45:00-05:30',
])('a zone and what may be left out are read: %s', (text) => {
  expect(instantOf(text)).toBe(Date.parse(text))
})

test.each(['', 'tomorrow', '2026-03-01', '2026-03-01T22:00:00', '1772402400'])(
  'what has no zone is no moment: %s',
  (text) => {
    expect(instantOf(text)).toBeNaN()
  },
)
