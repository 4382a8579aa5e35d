import { describe, expect, test } from '@jest/globals'
import { loadConfig } from '../../../src/domain/config/load.ts'
import { CONFIG_PATH } from '../../../src/domain/config/path.ts'
import { Failure } from '../../../src/domain/failure.ts'
import fc from '../../properties.ts'

const BASE = 'product: shop\nobjectives: none\n'
const ROUTER = `traffic:
  provider: router
  url: http://router.example
  slots: {blue: {url: http://a.example}, green: {url: http://b.example}}
`

function refusal(text: string, profile = ''): Failure {
  try {
    loadConfig(text, profile)
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
  throw new Error('it was taken')
}

describe('an error names the file, the place, the problem and the remedy', () => {
  test.each([
    ['an unknown key', `${BASE}colour: red\n`, 3, 1, 'Unrecognized key: "colour"'],
    [
      'an unknown key deep down',
      `${BASE}looks:\n  interval: 1s\n  often: yes\n`,
      5,
      3,
      'looks: Unrecognized key: "often"',
    ],
    ['a key twice', `${BASE}product: other\n`, 3, 1, 'Map keys must be unique'],
    [
      'a key twice deep down',
      `${BASE}looks:\n  interval: 1s\n  interval: 2s\n`,
      5,
      3,
      'Map keys must be unique',
    ],
    ['a tab', `${BASE}looks:\n\tinterval: 1s\n`, 4, 1, 'Tabs are not allowed as indentation'],
    ['a second document', `${BASE}---\nproduct: other\n`, 3, 1, 'multiple documents'],
    ['an open quote', `${BASE}tag-prefix: "v\n`, 4, 1, 'Missing closing "quote'],
    ['an open bracket', `${BASE}allow-private: [http://a.example\n`, 4, 1, 'Flow sequence'],
    ['a missing section', 'product: shop\n', 1, 1, 'objectives:'],
    ['nothing', '', 1, 1, 'the file:'],
    ['a list', '- a\n', 1, 1, 'the file:'],
    ['a text', 'shop\n', 1, 1, 'the file:'],
    ['a bare number for a duration', `${BASE}looks: {interval: 30}\n`, 3, 9, 'looks.interval:'],
    [
      'a bare text for a duration',
      `${BASE}looks: {interval: '30'}\n`,
      3,
      9,
      'must be a duration with its unit',
    ],
    [
      'a wrong type in a list',
      `${BASE}deploy:\n  command: [node, 5]\n  asset: a\n`,
      4,
      19,
      'deploy.command.1:',
    ],
    ['a wrong slug', 'product: My Shop\nobjectives: none\n', 1, 1, 'must be lower-case letters'],
    [
      'a limit of another unit',
      'product: shop\nobjectives:\n  - {name: e, metric: error-rate, unit: ratio, limit: 250ms}\n',
      3,
      48,
      'must be a limit in ratio, such as 1%',
    ],
    [
      'a metric of its own without a query',
      'product: shop\nobjectives:\n  - {name: e, metric: custom, unit: count, limit: "5"}\n',
      3,
      5,
      'is required for the metric `custom`',
    ],
    [
      'three slots',
      `${BASE}${ROUTER.replace('slots: {', 'slots: {red: {url: http://c.example}, ')}`,
      6,
      3,
      'exactly two slots',
    ],
    [
      'a password in a URL',
      `${BASE}sentry: {url: 'https://me:pw@s.example', organization: a, project: b}\n`,
      3,
      10,
      'without credentials',
    ],
    ['no objective at all', 'product: shop\nobjectives: []\n', 2, 1, 'objectives:'],
    [
      'a path where an origin belongs',
      `${BASE}allow-private: ['http://a.example/x']\n`,
      3,
      17,
      'must be an origin',
    ],
    ['a prototype', `${BASE}__proto__: {product: other}\n`, 3, 1, '__proto__'],
  ])('%s', (_name, text, line, col, said) => {
    const failure = refusal(text)
    expect(failure.code).toBe('bad-config')
    expect(failure.message).toContain(`${CONFIG_PATH}:${line}:${col}: `)
    expect(failure.message).toContain(said)
    expect(failure.message).not.toContain('\n')
    expect(failure.remedy).not.toBe('')
  })

  test('more than 64 KiB are not looked at', () => {
    const failure = refusal(`${BASE}# ${'x'.repeat(64 * 1024)}\n`)
    expect(failure.message).toBe(`${CONFIG_PATH}:1:1: is larger than 64 KiB`)
  })

  test.each([
    [
      'an alias bomb',
      `${BASE}a: &a [x, x]\n${Array.from({ length: 9 }, (_, i) => `b${i}: &b${i} [${`*${i === 0 ? 'a' : `b${i - 1}`}, `.repeat(9)}]`).join('\n')}\n`,
      /alias/i,
    ],
    ['an alias without an anchor', `${BASE}looks: *nowhere\n`, /nowhere/],
    ['a merge of a text', `${BASE}looks: {<<: text}\n`, /[Mm]erge/],
  ])('%s ends in one line, at once', (_name, text, said) => {
    const before = performance.now()
    const failure = refusal(text)
    expect(performance.now() - before).toBeLessThan(1000)
    expect(failure.code).toBe('bad-config')
    expect(failure.message).toMatch(said)
    expect(failure.message).not.toContain('\n')
  })

  test('any text at all is a config or one line', () => {
    const yaml = fc.array(
      fc.constantFrom(
        'product: ',
        'shop',
        'objectives: none',
        '\n',
        '  ',
        '- ',
        '{',
        '}',
        '[',
        ']',
        '"',
        '&a ',
        '*a',
        '<<: ',
        '#',
        ': ',
        '|',
        '>',
        '!!js/function ',
        '\t',
        '...',
        '---',
        '%YAML 9',
        '? ',
        '\u2028',
        '\ud800',
      ),
      { maxLength: 25 },
    )
    fc.assert(
      fc.property(yaml, fc.constantFrom('', 'staging', 'x'), (parts, profile) => {
        try {
          expect(loadConfig(parts.join(''), profile).product).toMatch(/^[a-z]/)
        } catch (error) {
          expect(error).toBeInstanceOf(Failure)
          expect(String(error)).toMatch(/^Failure: \.github\/release-actions\.yml:\d+:\d+: [^\n]+$/)
        }
      }),
      { numRuns: 500 },
    )
  })
})
