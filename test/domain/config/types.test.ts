import { expect, test } from '@jest/globals'
import { loadConfig } from '../../../src/domain/config/load.ts'

const types = (text: string) =>
  loadConfig(`product: shop\nobjectives: none\ntypes: ${text}\n`, '').types

test('left out there are no types, and an empty section is the whole table', () => {
  expect(loadConfig('product: shop\nobjectives: none\n', '').types).toBeUndefined()
  expect(types('{}')).toEqual({
    patch: { strategy: 'canary', approval: 'recorded' },
    minor: { strategy: 'canary', approval: 'recorded' },
    major: {},
    migration: {},
  })
})

const window = (changes: Readonly<Record<string, string>>) => {
  const whole = {
    version: '2.0.0',
    from: '2026-12-01T02:00:00Z',
    to: '2026-12-01T03:00:00Z',
    reason: 'new columns',
    ...changes,
  }
  return `{ major: { downtime: ${JSON.stringify(whole)} } }`
}

test('a window is declared whole', () => {
  expect(types(window({}))?.major.downtime).toMatchObject({ version: '2.0.0' })
})

const refused: readonly (readonly [string, string])[] = [
  ['{ patch: { strategy: direct } }', 'types.patch.strategy: '],
  ['{ patch: { strategy: blue-green } }', 'types.patch.strategy: '],
  ['{ minor: { strategy: rolling } }', 'types.minor.strategy: '],
  ['{ major: { strategy: canary } }', 'types.major: Unrecognized key: "strategy"'],
  ['{ major: { approval: recorded } }', 'types.major: Unrecognized key: "approval"'],
  ['{ hotfix: {} }', 'types: Unrecognized key: "hotfix"'],
  [
    '{ patch: { stages: [{ weight: 100%, bake: 1m }] } }',
    'types.patch.stages: must have a stage before the one of 100%',
  ],
  [
    '{ major: { stages: [{ weight: 0%, bake: 1m }, { weight: 100%, bake: 1m }] } }',
    'types.major.stages: must have a stage of the green side between those of 0% and 100%',
  ],
  [window({ to: '2026-12-01T02:00:00Z' }), 'types.major.downtime.to: is not after from'],
  [
    window({ from: '2026-12-01 02:00' }),
    'types.major.downtime.from: must be a time in UTC such as 2026-11-22T02:00:00Z',
  ],
  [window({ version: 'v2' }), 'types.major.downtime.version: must be a version such as 2.0.0'],
  [window({ reason: 'two\nlines' }), 'types.major.downtime.reason: must be one line'],
]

test.each(refused)('%s is refused', (text, said) => {
  expect(() => types(text)).toThrow(said)
})
