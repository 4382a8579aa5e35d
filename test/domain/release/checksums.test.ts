import { expect, test } from '@jest/globals'
import { parseChecksums } from '../../../src/domain/release/checksums.ts'
import { fill } from '../../../src/domain/release/template.ts'

const a = 'a'.repeat(64)
const b = 'b0'.repeat(32)

test('lines as sha256sum writes them', () => {
  const expected = new Map([
    ['checkout-1.0.0.tgz', a],
    ['two words.whl', b],
  ])
  expect(parseChecksums(`${a}  checkout-1.0.0.tgz\n${b}  two words.whl\n`)).toEqual(expected)
  expect(parseChecksums(`${a}  checkout-1.0.0.tgz\n${b}  two words.whl`)).toEqual(expected)
})

test.each([
  ['', 1],
  ['\n', 1],
  [`${a} one-blank`, 1],
  [`${a} *binary`, 1],
  [`${a}  x\r\n`, 1],
  [`${a.toUpperCase()}  x`, 1],
  [`${a.slice(1)}  x`, 1],
  [`${a}0  x`, 1],
  [`${a}  x\n\n${b}  y\n`, 2],
  [`${a}  x\n${b}   y`, 2],
  [`# comment\n${a}  x`, 1],
  [`${a}  `, 1],
])('%j is refused whole', (text, line) => {
  expect(() => parseChecksums(text)).toThrow(`the checksums cannot be read: line ${line} is none`)
})

test('a file that is named twice is refused', () => {
  expect(() => parseChecksums(`${a}  x\n${b}  x`)).toThrow('line 2 names a file again')
})

test('a file larger than 1 MiB is refused', () => {
  expect(() => parseChecksums('a'.repeat(1024 * 1024 + 1))).toThrow('larger than 1 MiB')
})

test('a template is filled once', () => {
  const values = { version: '1.0.0', slot: '{version}' }
  expect(fill('{version}/{slot}/{other}/{constructor}/{}', values)).toBe(
    '1.0.0/{version}/{other}/{constructor}/{}',
  )
})
