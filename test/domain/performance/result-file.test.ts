import { expect, test } from '@jest/globals'
import { gather, interleaved } from '../../../src/domain/performance/gather.ts'
import { parseResultFile, parseSample } from '../../../src/domain/performance/result-file.ts'

const metric = { unit: 'ms', direction: 'lower', values: [1, null, 2] }
const file = (change: object) =>
  JSON.stringify({ schema: 1, version: '1.0.0', metrics: { time: metric }, ...change })

test('a result file is read as it is', () => {
  expect(parseResultFile(file({}), 'a.json')).toEqual(JSON.parse(file({})))
})

test.each([
  ['', 'it is no JSON'],
  ['<html>', 'it is no JSON'],
  ['[]', 'the whole: '],
  [file({ schema: 2 }), 'schema: '],
  [file({ version: 'v1.0.0' }), 'version: must be a version such as 1.4.0'],
  [file({ version: 'newest' }), 'version: '],
  [file({ more: 1 }), 'the whole: '],
  [file({ metrics: { '<b>': metric } }), 'metrics.<b>: '],
  [
    file({ metrics: { time: { ...metric, unit: '|' } } }),
    'metrics.time.unit: must be a short unit',
  ],
  [file({ metrics: { time: { ...metric, direction: 'up' } } }), 'metrics.time.direction: '],
  [file({ metrics: { time: { ...metric, values: ['1'] } } }), 'metrics.time.values.0: '],
  [file({ metrics: { time: { ...metric, values: 1 } } }), 'metrics.time.values: '],
  [
    file({ metrics: { time: { ...metric, values: Array(1001).fill(1) } } }),
    'metrics.time.values: ',
  ],
])('%s is refused', (text, problem) => {
  expect(() => parseResultFile(text, 'a.json')).toThrow(
    expect.objectContaining({
      code: 'bad-result',
      message: expect.stringContaining(`a.json is no performance result: ${problem}`),
    }),
  )
})

const sample = (value: number | null, more = {}) => ({
  metrics: { time: { unit: 'ms', direction: 'lower' as const, value, ...more } },
})

test('the last line of a command is its sample', () => {
  const line = JSON.stringify(sample(1.5))
  expect(parseSample(`starting\n${line}\n\n`, 'the command')).toEqual(sample(1.5))
  expect(() => parseSample(`${line}\ndone`, 'the command')).toThrow('it is no JSON')
  expect(() => parseSample('', 'the command')).toThrow('it is no JSON')
})

test('samples of one version become its file, in order', () => {
  expect(gather('1.0.0', [sample(1), sample(null), sample(2)])).toEqual({
    schema: 1,
    version: '1.0.0',
    metrics: { time: metric },
  })
})

test.each([
  ['another unit', sample(1, { unit: 's' })],
  ['another direction', sample(1, { direction: 'higher' })],
  ['no metric', { metrics: {} }],
])('a run with %s is no sample of the same thing', (_name, odd) => {
  expect(() => gather('1.0.0', [sample(1), odd])).toThrow('the runs of 1.0.0 measured different')
})

test('the order alternates', () => {
  expect(
    interleaved(3)
      .map((side) => side[0])
      .join(''),
  ).toBe('bccbbc')
  expect(interleaved(0)).toEqual([])
})
