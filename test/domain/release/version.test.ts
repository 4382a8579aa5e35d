import { expect, test } from '@jest/globals'
import {
  compareVersions,
  parseVersion,
  readVersion,
  tagOf,
  versionOfAnyTag,
  versionOfTag,
} from '../../../src/domain/release/version.ts'
import fc from '../../properties.ts'

/** The expression that semver.org gives. */
const SEMVER =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$/

const number = fc.oneof(fc.nat(20), fc.nat()).map(String)
const identifier = fc.stringMatching(/^[0-9a-z-]{1,4}$/)
const dotted = fc.array(identifier, { minLength: 1, maxLength: 3 }).map((i) => i.join('.'))
/** Mostly almost versions: leading zeros, empty parts and stray characters included. */
const almost = fc
  .tuple(
    fc.constantFrom('', '', '', '', 'v', '=', ' ', '0'),
    fc.array(number, { minLength: 2, maxLength: 4 }).map((n) => n.join('.')),
    fc.option(dotted, { nil: undefined }),
    fc.option(dotted, { nil: undefined }),
    fc.constantFrom('', '', '', '', ' ', '-', '+', '.', '\n'),
  )
  .map(([start, core, pre, build, end]) =>
    [
      start,
      core,
      pre === undefined ? '' : `-${pre}`,
      build === undefined ? '' : `+${build}`,
      end,
    ].join(''),
  )

test('a text is a version exactly when semver.org says so', () => {
  fc.assert(
    fc.property(fc.oneof(almost, fc.string()), (text) => {
      expect(parseVersion(text, '') !== undefined).toBe(SEMVER.test(text))
    }),
    { numRuns: 2000 },
  )
})

test('what was parsed is the text itself, with prefix or without, and its tag leads back to it', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(SEMVER),
      fc.constantFrom('v', 'client-v', 'rel/', ''),
      (text, prefix) => {
        fc.pre(text.length <= 128 && !text.split(/[.+-]/).some((n) => n.length > 15))
        expect(parseVersion(text, prefix)?.version).toBe(text)
        expect(parseVersion(tagOf(text, prefix), prefix)?.version).toBe(text)
      },
    ),
  )
})

test('a tag belongs to the product whose prefix it has, and to no other', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^\d{1,3}\.\d{1,3}\.\d{1,3}(-[a-z]{1,5}\.\d{1,3})?$/),
      fc.constantFrom('v', 'client-v', 'edge/v', 'rel/', ''),
      fc.constantFrom('v', 'client-v', 'edge/v', 'rel/', ''),
      (text, own, other) => {
        fc.pre(SEMVER.test(text))
        const tag = tagOf(text, other)
        expect(versionOfTag(tag, own)?.version).toBe(own === other ? text : undefined)
        expect(versionOfAnyTag(tag)?.version).toBe(text)
        const readable = [own, 'v', ''].includes(other)
        expect(readVersion(tag, own)?.version).toBe(readable ? text : undefined)
      },
    ),
  )
})

test('no text is taken for a tag that holds no version', () => {
  fc.assert(
    fc.property(fc.oneof(almost, fc.string()), (text) => {
      const found = versionOfAnyTag(text)
      if (found === undefined) return
      expect(text.endsWith(found.version)).toBe(true)
      expect(SEMVER.test(found.version)).toBe(true)
    }),
    { numRuns: 2000 },
  )
  for (const text of ['edge/v1.2', 'edge/v', '1.2.3.4', 'v 1.2.3', 'edge/v1.2.3\n', 'latest'])
    expect([text, versionOfAnyTag(text)]).toEqual([text, undefined])
})

test.each([
  ['1.2', 'two parts'],
  ['1.2.3.4', 'four parts'],
  [' 1.2.3', 'a blank before'],
  ['1.2.3 ', 'a blank after'],
  ['1.2.3\n', 'a line break'],
  ['=1.2.3', 'an equals sign'],
  ['01.2.3', 'a leading zero'],
  ['1.2.3-01', 'a leading zero in the prerelease'],
  ['1.2.3-', 'an empty prerelease'],
  ['1.2.3-a..b', 'an empty identifier'],
  ['1.2.3+', 'an empty build'],
  ['vv1.2.3', 'the prefix twice'],
  ['V1.2.3', 'a capital prefix'],
  ['1.2.x', 'a range'],
  ['99999999999999999999.0.0', 'a number that no double holds'],
  ['１.２.３', 'digits of full width'],
  ['$(id)', 'a command'],
  ['1.2.3;id', 'a command behind it'],
  [`1.2.3-${'a'.repeat(130)}`, 'too long'],
  ['', 'nothing'],
])('%j is none: %s', (text) => {
  expect(parseVersion(text, 'v')).toBeUndefined()
})

test('without a prefix in the config v1.2.3 is none', () => {
  expect(parseVersion('v1.2.3', '')).toBeUndefined()
  expect(parseVersion('v1.2.3', 'client-v')).toBeUndefined()
})

test.each([
  ['1.4.0', 'stable', false],
  ['1.4.0+build.7', 'stable', false],
  ['1.4.0-beta.2', 'beta', true],
  ['1.4.0-canary', 'canary', true],
  ['1.4.0-rc1', 'preview', true],
  ['1.4.0-0', 'preview', true],
  ['1.4.0-Beta', 'preview', true],
  ['1.4.0-x-y.beta', 'preview', true],
])('%s goes out on %s', (text, channel, prerelease) => {
  expect(parseVersion(text, 'v')).toEqual({ version: text, channel, prerelease })
})

test('versions are ordered: a chain of semver.org ascends, and swapping turns the sign', () => {
  const chain = [
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0-rc.1',
    '1.0.0',
    '1.2.0',
    '1.10.0',
    '2.0.0',
  ]
  const pair = fc.tuple(fc.nat(chain.length - 1), fc.nat(chain.length - 1))
  fc.assert(
    fc.property(pair, ([i, j]) => {
      const [a, b] = [chain[i] ?? '', chain[j] ?? '']
      expect(Math.sign(compareVersions(a, b))).toBe(Math.sign(i - j))
    }),
  )
})
