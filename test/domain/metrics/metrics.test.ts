import { expect, test } from '@jest/globals'
import type { JsonValue } from '../../../src/domain/config/source-value.ts'
import { judgeObjective } from '../../../src/domain/judging/judge-objective.ts'
import { isPointer, resolvePointer } from '../../../src/domain/metrics/json-pointer.ts'
import { readJsonValue } from '../../../src/domain/metrics/json-value.ts'
import { parseSecrets } from '../../../src/domain/metrics/secrets.ts'
import { parseSentryQuestion } from '../../../src/domain/metrics/sentry-question.ts'
import { hasStopped, hitsOf } from '../../../src/domain/metrics/sessions.ts'
import { inUnit } from '../../../src/domain/metrics/units.ts'
import { worstOf } from '../../../src/domain/metrics/worst-of.ts'
import { tellingParts } from '../../../src/domain/secret-spellings.ts'
import { objectiveOf } from '../../adapters/metrics/rig.ts'
import fc from '../../properties.ts'

const SPAN = { from: Date.parse('2026-01-05T10:00:00Z'), to: Date.parse('2026-01-05T12:00:00Z') }

// RFC 6901, section 5.
const RFC = {
  foo: ['bar', 'baz'],
  '': 0,
  'a/b': 1,
  'c%d': 2,
  'e^f': 3,
  'g|h': 4,
  'i\\j': 5,
  'k"l': 6,
  ' ': 7,
  'm~n': 8,
}

test.each<[string, unknown]>([
  ['', RFC],
  ['/foo', RFC.foo],
  ['/foo/0', 'bar'],
  ['/', 0],
  ['/a~1b', 1],
  ['/c%d', 2],
  ['/e^f', 3],
  ['/g|h', 4],
  ['/i\\j', 5],
  ['/k"l', 6],
  ['/ ', 7],
  ['/m~0n', 8],
  ['/foo/-', undefined],
  ['/foo/00', undefined],
  ['/foo/2', undefined],
  ['/foo/length', undefined],
  ['/toString', undefined],
  ['/__proto__', undefined],
  ['/foo/0/0', undefined],
])('the pointer %j leads where RFC 6901 says', (pointer, found) => {
  expect(isPointer(pointer)).toBe(true)
  expect(resolvePointer(RFC, pointer)).toEqual(found)
})

test.each(['a', '/a~', '/a~2', '#/a'])('%j is no pointer', (text) => {
  expect(isPointer(text)).toBe(false)
})

test('a pointer finds every member of any document again', () => {
  const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1')
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.jsonValue(), (outer, inner, value) => {
      const pointer = `/${escaped(outer)}/${escaped(inner)}`
      const document = JSON.parse(
        `{${JSON.stringify(outer)}:{${JSON.stringify(inner)}:${JSON.stringify(value)}}}`,
      )
      expect(isPointer(pointer)).toBe(true)
      expect(resolvePointer(document, pointer)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('a value has the unit of its objective, whatever the source gives', () => {
  expect(inUnit(1.5, 'percent', 'ratio')).toBe(0.015)
  expect(inUnit(0.25, 'seconds', 'milliseconds')).toBe(250)
  expect(inUnit(Number.NaN, 'count', 'count')).toBeNaN()
  expect(inUnit(Number.POSITIVE_INFINITY, 'count', 'count')).toBe(Number.POSITIVE_INFINITY)
})

test.each([
  [1, 'count', 'ratio', 'bad-config'],
  [1, 'seconds', 'count', 'bad-config'],
  [1.3, 'ratio', 'ratio', 'bad-answer'],
  [101, 'percent', 'ratio', 'bad-answer'],
  [-0.1, 'ratio', 'ratio', 'bad-answer'],
  [Number.NEGATIVE_INFINITY, 'count', 'count', 'bad-answer'],
] as const)('%d in %s for an objective in %s is a failure', (value, from, to, code) => {
  expect(() => inUnit(value, from, to)).toThrow(expect.objectContaining({ code }))
})

const count: JsonValue = { value: '/v', unit: 'count' }
const read = (document: unknown, spec: Partial<JsonValue> = {}) =>
  readJsonValue(document, { ...count, ...spec }, 'count', SPAN)

test('a value is a number, or its text in plain digits', () => {
  expect(read({ v: 7 })).toEqual({ value: 7, samples: 1 })
  expect(read({ v: '7.5e1' })).toEqual({ value: 75, samples: 1 })
  expect(read({ v: 7, n: 12.9 }, { samples: '/n' })).toEqual({ value: 7, samples: 12 })
  expect(read({ v: null, n: 12 }, { samples: '/n' })).toEqual({ value: Number.NaN, samples: 0 })
})

test.each(['', ' 7', '0x10', '1,5', '1_000', 'Infinity', 'NaN', '٧', true, {}, []])(
  '%j is no number',
  (v) => {
    expect(() => read({ v })).toThrow(expect.objectContaining({ code: 'bad-answer' }))
  },
)

test('yes and no are what the config says, and anything else is not known', () => {
  const spec: Partial<JsonValue> = { unit: 'yes-no', yes: ['ok', 1], no: ['violated', false] }
  expect(read({ v: 'ok' }, spec).value).toBe(1)
  expect(read({ v: false }, spec).value).toBe(0)
  for (const v of ['OK', true, 0, '1']) expect(() => read({ v }, spec)).toThrow('yes or no')
  expect(read({ v: true }, { unit: 'yes-no' }).value).toBe(1)
  expect(() => read({ v: 'true' }, { unit: 'yes-no' })).toThrow('yes or no')
})

test('a value has the time of its window, give or take a minute', () => {
  const at = (time: unknown) => read({ v: 1, at: time }, { time: '/at' }).value
  expect(at('2026-01-05T10:00:00+00:00')).toBe(1)
  expect(at('2026-01-05T13:00:59+01:00')).toBe(1)
  expect(at(SPAN.to / 1000)).toBe(1)
  expect(at(SPAN.from - 60_000)).toBe(1)
  for (const time of ['2026-01-05T09:58:59Z', SPAN.to + 60_001, 0])
    expect(() => at(time)).toThrow(expect.objectContaining({ code: 'stale' }))
  for (const time of ['yesterday', '2026-01-05', '2026-01-05T10:00:00', null])
    expect(() => at(time)).toThrow(expect.objectContaining({ code: 'bad-answer' }))
})

test('secrets are lines of NAME=value, and a wrong line is named without its value', () => {
  expect(parseSecrets('A=1\r\n\n  B_2 = x=y \nC=\n')).toEqual(
    'line 3 must be NAME=value, with a name such as KPI_TOKEN',
  )
  expect(parseSecrets('A=1\r\n\n  B_2= x=y \nC=\n')).toEqual({ A: '1', B_2: 'x=y' })
  expect(parseSecrets('A=1\nA=2')).toBe('names A twice')
  expect(parseSecrets('hush')).not.toContain('hush')
  expect(parseSecrets('')).toEqual({})
})

test('what such a line says is a secret of its own', () => {
  expect(tellingParts('KPI_TOKEN=hush-hush\nB=other-one')).toEqual(
    expect.arrayContaining(['hush-hush', 'other-one']),
  )
})

test.each([
  ['crashed-users', { kind: 'crashed-users' }],
  ['events:TOB_PARSE_ERROR', { kind: 'events', message: 'TOB_PARSE_ERROR' }],
  ['events: no route to host', { kind: 'events', message: 'no route to host' }],
  ['events:', undefined],
  ['events:a"b', undefined],
  ['events:*', undefined],
  ['crashes', undefined],
])('the question %j is understood or refused', (text, question) => {
  expect(parseSentryQuestion(text)).toEqual(question)
})

test('a share gives back the hits behind it', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000 }), fc.nat({ max: 1_000_000 }), (a, b) => {
      const [hits, trials] = a < b ? [a, b] : [b, a]
      fc.pre(trials > 0)
      expect(hitsOf(hits / trials, trials)).toBe(hits)
    }),
  )
  for (const share of [null, Number.NaN, 1.1, -0.1]) expect(hitsOf(share, 10)).toBeUndefined()
})

test('sessions have stopped when a pause of that length is no chance', () => {
  expect(hasStopped([100, 120, 0, 0])).toBe(true)
  // The last interval has only begun.
  expect(hasStopped([100, 120, 0])).toBe(false)
  expect(hasStopped([1, 0, 2, 0, 0, 0])).toBe(false)
  expect(hasStopped([0, 0, 0])).toBe(false)
  expect(hasStopped([])).toBe(false)
})

test('of several parts the worst counts, with the fewest samples and the widest interval', () => {
  const parts = [
    { value: 0.99, samples: 500, interval: { lower: 0.97, upper: 0.995 } },
    { value: 0.98, samples: 10_000, interval: { lower: 0.975, upper: 0.985 } },
  ]
  expect(worstOf(parts, { direction: 'at-least' })).toEqual({
    value: 0.98,
    samples: 500,
    interval: { lower: 0.97, upper: 0.995 },
  })
  expect(
    worstOf(
      [
        { value: 1, samples: 2 },
        { value: Number.NaN, samples: 0 },
      ],
      { direction: 'at-most' },
    ),
  ).toEqual({
    value: Number.NaN,
    samples: 0,
  })
})

test.each([
  ['at-most', 3],
  ['below', 3],
  ['at-least', 1],
  ['above', 1],
] as const)('of numbers that have to be %s a limit the worst is %d', (direction, worst) => {
  const parts = [1, 3].map((value) => ({ value, samples: 10 }))
  expect(worstOf(parts, { direction }).value).toBe(worst)
})

test('a value within its limit whose interval reaches beyond it decides nothing; one beyond fails', () => {
  const free = objectiveOf({ unit: 'ratio', limit: 0.99, direction: 'at-least' })
  const judged = (value: number, lower: number, upper: number) =>
    judgeObjective(free, { value, samples: 500, question: '', interval: { lower, upper } })
  expect(judged(0.999, 0.991, 1)).toMatchObject({ verdict: 'pass' })
  expect(judged(0.992, 0.98, 0.997)).toMatchObject({
    verdict: 'inconclusive',
    answer: '99.2 %, surely at least 98 %',
  })
  expect(judged(0.98, 0.96, 0.995)).toMatchObject({ verdict: 'fail' })
})
