import { expect, test } from '@jest/globals'
import { Mask } from '../../../sandbox/act/mask.ts'
import fc from '../../properties.ts'

test('a secret is hidden as it is, line by line, and as JSON, URI and base64 write it', () => {
  const mask = new Mask(['top "secret"/&\nsecond.line'])
  const hidden = 'top "secret"/&'
  expect(mask.text(`a ${hidden} b`)).toBe('a *** b')
  expect(mask.text('second.line second-line')).toBe('*** second-line')
  expect(mask.text(JSON.stringify({ key: hidden }))).toBe('{"key":"***"}')
  expect(mask.text(`?q=${encodeURIComponent(hidden)}`)).toBe('?q=***')
  for (const around of ['', 'x', 'xy', 'xyz']) {
    const text = Buffer.from(`${around}second.line\n`).toString('base64')
    expect(mask.text(text)).toContain('***')
  }
})

test('longer secrets win over those they contain, and a later one counts from then on', () => {
  const mask = new Mask(['abc', 'abcdef', '', '  '])
  expect(mask.text('abcdef abc d')).toBe('*** *** d')
  expect(mask.text('found')).toBe('found')
  mask.add('found')
  expect(mask.text('found')).toBe('***')
})

test('values are masked in every string, and the rest stays what it was', () => {
  const mask = new Mask(['s3cret'])
  expect(mask.value({ a: ['x s3cret', 1, null, { s3cret: true }], at: 5 })).toEqual({
    a: ['x ***', 1, null, { '***': true }],
    at: 5,
  })
})

test('no text that holds a secret comes through', () => {
  const word = fc
    .string({ minLength: 3 })
    .filter((text) => text.trim().length >= 3 && !/[\r\n*]/.test(text))
  fc.assert(
    fc.property(word, fc.string(), fc.string(), (secret, before, after) => {
      expect(new Mask([secret]).text(before + secret + after)).not.toContain(secret)
    }),
  )
})
