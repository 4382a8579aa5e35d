import { describe, expect, test } from '@jest/globals'
import { bool, choice, hours, line, number, profile, version } from '../../../src/domain/inputs.ts'
import fc from '../../properties.ts'

const problem = (result: { error?: { issues: readonly { message: string }[] } | undefined }) =>
  result.error?.issues[0]?.message

/** Texts that are numbers to JavaScript, to a shell or to a person, and to no input. */
const NO_NUMBERS = [
  'NaN',
  'Infinity',
  '-Infinity',
  '1e309',
  '1e2',
  '0x10',
  '0b1',
  '0o7',
  '1_000',
  '1,5',
  '1.',
  '.5',
  '+5',
  '-5',
  '٥',
  '५',
  '５',
  '5 0',
  '5n',
  '1.2.3',
  '½',
  '²',
  '',
  '10 %',
  '5%%',
  '%',
  '5\n',
  'five',
  'null',
  'true',
  '5.1234567',
  '1234567890',
]

describe('numbers', () => {
  test.each(NO_NUMBERS)('%j is none', (text) => {
    expect(number(0, 1_000_000_000, '%').safeParse(text).success).toBe(false)
    expect(hours().safeParse(text).success).toBe(false)
  })

  test.each([
    ['0', 0],
    ['10', 10],
    ['10%', 10],
    ['0.5', 0.5],
    ['007', 7],
    ['99.999999%', 99.999999],
  ])('%s', (text, value) => {
    expect(number(0, 100, '%').parse(text)).toBe(value)
  })

  test('only the suffix of the input itself is taken', () => {
    expect(number(0, 100).safeParse('10%').success).toBe(false)
    expect(number(0, 1000, 'ms').parse('250ms')).toBe(250)
    expect(number(0, 1000, 'ms').safeParse('250s').success).toBe(false)
  })

  test('the bounds belong to it, and the message names them', () => {
    expect(number(5, 50, '%').safeParse('5').success).toBe(true)
    expect(number(5, 50, '%').safeParse('50').success).toBe(true)
    expect(problem(number(5, 50, '%').safeParse('50.1'))).toBe(
      'must be a number from 5 to 50 (with or without %)',
    )
    expect(problem(number(1, 100).safeParse('0'))).toBe('must be a number from 1 to 100')
  })

  test('whatever text comes, the value lies within the bounds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.stringMatching(/^[0-9.eExX%+_-]{0,8}$/), fc.string()), (text) => {
        const value = number(5, 50, '%').safeParse(text).data ?? 5
        expect(value >= 5 && value <= 50).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('hours', () => {
  test.each([
    ['24', 86_400_000],
    ['0.5', 1_800_000],
    ['30m', 1_800_000],
    ['168', 604_800_000],
    ['168h', 604_800_000],
    ['1s', 1000],
  ])('%s', (text, ms) => {
    expect(hours().parse(text)).toBe(ms)
  })

  test.each(['0', '169', '8d', '999ms', '0.0001', '1 h'])('%j is refused', (text) => {
    expect(hours().safeParse(text).success).toBe(false)
  })
})

describe('yes and no', () => {
  test.each(['true', 'True', 'TRUE'])('%s', (text) => expect(bool().parse(text)).toBe(true))
  test.each(['false', 'False', 'FALSE'])('%s', (text) => expect(bool().parse(text)).toBe(false))
  test.each([
    'yes',
    'no',
    '1',
    '0',
    'on',
    'off',
    'tRue',
    ' true',
    'true ',
    '',
    'null',
    undefined,
    true,
  ])('%j is neither', (text) =>
    expect(problem(bool().safeParse(text))).toBe('must be true or false'),
  )
})

describe('one line', () => {
  test.each([
    ['a line feed', '\n'],
    ['a carriage return', '\r'],
    ['a tab', '\t'],
    ['NUL', '\u0000'],
    ['ESC', '\u001b[31m'],
    ['DEL', '\u007f'],
    ['NEL', '\u0085'],
    ['a line separator', '\u2028'],
    ['a paragraph separator', '\u2029'],
    ['a right-to-left override', '\u202e'],
    ['a right-to-left isolate', '\u2067'],
    ['a right-to-left mark', '\u200f'],
    ['half a character', '\ud800'],
    ['the other half', '\udc00'],
  ])('%s is refused', (_name, text) => {
    expect(problem(line('say why').safeParse(`a${text}b`))).toBe(
      'must be one line without control characters: say why',
    )
  })

  test.each(['a', 'ünïcödé', '日本', '👍', '$(id) `id` ; rm -rf / | \'"', 'a  b'])(
    '%s is taken',
    (text) => {
      expect(line('say why').parse(text)).toBe(text)
    },
  )

  test('what is missing or too long is named with its remedy', () => {
    expect(problem(line('say why').safeParse(undefined))).toBe('is required: say why')
    expect(problem(line('say why', 3).safeParse('abcd'))).toBe(
      'is longer than 3 characters: say why',
    )
  })

  test('what passes has one line in every reading', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        const taken = line('say why').safeParse(text).success
        const lines = text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
        if (taken) expect(lines).toHaveLength(1)
        if (taken) expect(text.isWellFormed()).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

test('words, versions and profiles', () => {
  expect(choice(['a', 'b']).parse('b')).toBe('b')
  expect(problem(choice(['a', 'b']).safeParse('B'))).toBe('must be one of a, b')
  expect(version().parse('v1.4.0-beta.2')).toBe('v1.4.0-beta.2')
  expect(problem(version().safeParse('1.4'))).toBe(
    'must be a semantic version such as 1.4.0 or 1.4.0-beta.2, a commit or a digest',
  )
  expect(profile().parse(undefined)).toBeUndefined()
  expect(profile().parse('staging-2')).toBe('staging-2')
  for (const text of ['Staging', '-a', 'a b', '../a', 'a_b', 'x'.repeat(65)])
    expect(profile().safeParse(text).success).toBe(false)
})
