import { describe, expect, test } from '@jest/globals'
import { formatDuration, parseDuration } from '../../../src/domain/config/duration.ts'
import { formatRatio, parseRatio } from '../../../src/domain/config/ratio.ts'
import { parseLimit } from '../../../src/domain/judging/objective.ts'
import fc from '../../properties.ts'

const DAY = 86_400_000

describe('durations', () => {
  test.each([
    ['500ms', 500],
    ['30s', 30_000],
    ['15m', 900_000],
    ['48h', 172_800_000],
    ['1h30m', 5_400_000],
    ['1d2h3m4s5ms', DAY + 7_384_005],
    ['90m', 5_400_000],
    ['366d', 366 * DAY],
  ])('%s', (text, ms) => {
    expect(parseDuration(text)).toBe(ms)
  })

  test.each([
    '',
    '5',
    '1000',
    '5x',
    '-5m',
    '0s',
    '0h0m',
    '1e9d',
    '367d',
    '999999d',
    ' 5m',
    '5m ',
    '5 m',
    '5M',
    '5min',
    '1.5h',
    '1,5h',
    '30m1h',
    '5m5m',
    '1h 30m',
    'm',
    '٥m',
    '５m',
    '5m\n',
    '1_000ms',
    '0x10s',
    'Infinity',
    'NaN',
    'P1D',
    '9999999999ms',
  ])('%j is none', (text) => {
    expect(parseDuration(text)).toBeUndefined()
  })

  test('every whole number of milliseconds up to 366 days has a text that is read back', () => {
    const ms = fc.oneof(fc.integer({ min: 1, max: 366 * DAY }), fc.integer({ min: 1, max: 5000 }))
    fc.assert(fc.property(ms, (n) => expect(parseDuration(formatDuration(n))).toBe(n)))
  })

  test('whatever is read lies between one millisecond and 366 days', () => {
    const near = fc.stringMatching(/^[0-9dhms]{0,9}$/)
    fc.assert(
      fc.property(fc.oneof(near, fc.string()), (text) => {
        const ms = parseDuration(text) ?? 1
        expect(Number.isInteger(ms) && ms >= 1 && ms <= 366 * DAY).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('ratios', () => {
  test.each([
    ['1%', 0.01],
    ['0.01', 0.01],
    ['5%', 0.05],
    ['99.9%', 0.999],
    ['0.000001%', 1e-8],
    ['100%', 1],
    ['1', 1],
    ['0', 0],
    ['0%', 0],
  ])('%s', (text, ratio) => {
    expect(parseRatio(text)).toBe(ratio)
  })

  test.each([
    '',
    '5',
    '1.5',
    '101%',
    '-1%',
    '-0.1',
    '+1%',
    '1 %',
    '%',
    '1%%',
    '1e-2',
    '.5',
    '5.',
    '1,5%',
    '0x1',
    'NaN',
    'Infinity',
    '٥%',
    '1％',
    '1%\n',
    '0.0000001',
    '1000%',
  ])('%j is none', (text) => {
    expect(parseRatio(text)).toBeUndefined()
  })

  test('percent and share are the same number, and people see the percent', () => {
    const hundredths = fc.integer({ min: 0, max: 10_000 })
    fc.assert(
      fc.property(hundredths, (n) => {
        const percent = `${Math.trunc(n / 100)}.${String(n % 100).padStart(2, '0')}`
        expect(parseRatio(`${percent}%`)).toBe(n / 10_000)
        expect(formatRatio(n / 10_000)).toBe(`${Number(percent)} %`)
      }),
    )
  })
})

describe('limits', () => {
  test.each([
    ['1%', 'ratio', 0.01],
    ['250ms', 'milliseconds', 250],
    ['2s', 'milliseconds', 2000],
    ['1000', 'count', 1000],
    ['0', 'count', 0],
    ['0.5', 'count', 0.5],
  ] as const)('%s in %s', (text, unit, limit) => {
    expect(parseLimit(text, unit)).toBe(limit)
  })

  test.each([
    ['250', 'milliseconds'],
    ['250ms', 'ratio'],
    ['5', 'ratio'],
    ['1%', 'count'],
    ['1%', 'milliseconds'],
    ['0ms', 'milliseconds'],
    ['-1', 'count'],
    ['1e3', 'count'],
    ['1_000', 'count'],
    ['1,5', 'count'],
    ['0x10', 'count'],
    ['1e309', 'count'],
    ['NaN', 'count'],
    ['Infinity', 'count'],
    ['١', 'count'],
    [' 1', 'count'],
    ['', 'count'],
  ] as const)('%j is no limit in %s', (text, unit) => {
    expect(parseLimit(text, unit)).toBeUndefined()
  })
})
