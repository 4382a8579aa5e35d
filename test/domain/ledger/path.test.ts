import { expect, test } from '@jest/globals'
import {
  chainFolder,
  entryPath,
  openFreezePath,
  openReleasePath,
  pathPart,
} from '../../../src/domain/ledger/path.ts'
import fc from '../../properties.ts'

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
const awkward = fc.oneof(
  text,
  fc.constantFrom(
    '.',
    '..',
    '...',
    '%2e',
    '%',
    '/',
    'a/b',
    'A',
    'a',
    'ä',
    'a\u0308',
    '\\',
    'CON',
    ' ',
    '-',
    '~',
  ),
)
const key = fc.record({ product: awkward, channel: awkward, version: awkward })

test('a part is written in a few characters, and different texts never share one', () => {
  fc.assert(
    fc.property(awkward, awkward, (a, b) => {
      expect(pathPart(a)).toMatch(/^[a-z0-9.%_-]+$/)
      expect(pathPart(a)).not.toMatch(/^\.+$/)
      expect(pathPart(a) === pathPart(b)).toBe(a === b)
    }),
    { numRuns: 2000 },
  )
})

test('a part leads back to its text', () => {
  fc.assert(fc.property(awkward, (a) => expect(decodeURIComponent(pathPart(a))).toBe(a)))
})

test('no chain lies in another, and no marker is another', () => {
  fc.assert(
    fc.property(key, key, (a, b) => {
      const same = JSON.stringify(a) === JSON.stringify(b)
      expect(chainFolder(a).startsWith(chainFolder(b))).toBe(same)
      expect(openReleasePath(a) === openReleasePath(b)).toBe(same)
    }),
    { numRuns: 1000 },
  )
})

test('the paths of a release', () => {
  const release = { product: 'shop', channel: 'stable', version: '1.4.0+Build.7' }
  expect(entryPath(release, 7, 'verdict')).toBe(
    'releases/shop/stable/1.4.0%2b%42uild.7/000007-verdict.json',
  )
  expect(openReleasePath(release)).toBe('open/releases/shop/stable/1.4.0%2b%42uild.7.json')
  expect(openFreezePath(release)).toBe('open/freezes/shop/stable.json')
})

test('entries sort by their seq', () => {
  const release = { product: 'shop', channel: 'stable', version: '1.0.0' }
  const seq = fc.integer({ min: 1, max: 999_999 })
  fc.assert(
    fc.property(seq, seq, (a, b) => {
      expect(entryPath(release, a, 'plan') < entryPath(release, b, 'plan')).toBe(a < b)
    }),
  )
})
