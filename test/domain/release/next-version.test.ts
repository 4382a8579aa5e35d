import { expect, test } from '@jest/globals'
import semver from 'semver'
import { nextFreeVersion } from '../../../src/domain/release/next-version.ts'
import { parseVersion, tagOf } from '../../../src/domain/release/version.ts'
import fc from '../../properties.ts'

/** Few numbers, so that tags collide. */
const number = fc.nat(3)
const core = fc.tuple(number, number, number).map((parts) => parts.join('.'))
const prerelease = fc.constantFrom('', '', '-beta', '-beta.0', '-beta.1', '-rc1', '-0', '-beta.2.x')
const build = fc.constantFrom('', '', '+a', '+b.7')
const version = fc.tuple(core, prerelease, build).map((parts) => parts.join(''))
const prefix = fc.constantFrom('v', 'edge/v', 'client-v', '')
const tags = fc.array(fc.tuple(prefix, version).map(([p, v]) => tagOf(v, p)))

/** Tags of the product, as `semver` reads them. */
const versionsOf = (all: readonly string[], own: string) =>
  all
    .filter((tag) => tag.startsWith(own) && !/^v/.test(tag.slice(own.length)))
    .flatMap((tag) => semver.parse(tag.slice(own.length)) ?? [])

/** The bump that keeps the channel, until nobody has the version. */
function expected(from: string, all: readonly string[], own: string): string {
  const kind = semver.prerelease(from) === null ? 'patch' : 'prerelease'
  const taken = versionsOf(all, own)
  let next = semver.inc(from, kind) ?? ''
  while (taken.some((other) => semver.eq(other, next))) next = semver.inc(next, kind) ?? ''
  return next
}

test('is what semver bumps to, past everything that the product has tagged', () => {
  fc.assert(
    fc.property(version, tags, prefix, (from, all, own) => {
      const next = nextFreeVersion(from, all, own)
      expect(next).toBe(expected(from, all, own))
      expect(semver.gt(next, from)).toBe(true)
      expect(versionsOf(all, own).some((other) => semver.eq(other, next))).toBe(false)
      expect(parseVersion(next, '')?.channel).toBe(parseVersion(from, '')?.channel)
    }),
    { numRuns: 1000 },
  )
})

test('its tag makes the next call go on', () => {
  fc.assert(
    fc.property(version, prefix, (from, own) => {
      const first = nextFreeVersion(from, [], own)
      const second = nextFreeVersion(from, [tagOf(first, own)], own)
      expect(semver.gt(second, first)).toBe(true)
      // Another product's tag, or one that only looks like ours, takes nothing.
      const others = [
        tagOf(first, `${own}other-`),
        ` ${tagOf(first, own)}`,
        `${tagOf(first, own)}.0`,
      ]
      expect(nextFreeVersion(from, others, own)).toBe(first)
    }),
  )
})

test.each([
  ['1.2.0', [], 'v', '1.2.1'],
  ['1.2.0', ['v1.2.1', 'v1.2.2'], 'v', '1.2.3'],
  ['1.2.0', ['v1.2.2', 'v2.0.0', 'v1.3.0'], 'v', '1.2.1'],
  ['1.2.0+build.5', [], 'v', '1.2.1'],
  ['1.2.0', ['v1.2.1+rebuilt'], 'v', '1.2.2'],
  ['1.2.0', ['v1.2.1-rc.1'], 'v', '1.2.1'],
  ['1.2.0', ['1.2.1', 'v1.2.1', 'cloud/v1.2.1'], 'edge/v', '1.2.1'],
  ['1.2.0', ['edge/v1.2.1'], 'edge/v', '1.2.2'],
  ['1.2.0', ['v1.2.1', '1.2.1'], '', '1.2.2'],
  ['1.2.0-beta.2', ['v1.2.0', 'v1.2.0-beta.3'], 'v', '1.2.0-beta.4'],
  ['1.2.0-beta', ['v1.2.0-beta.0'], 'v', '1.2.0-beta.1'],
  ['1.2.0-beta.2.x', [], 'v', '1.2.0-beta.3.x'],
  ['1.2.9007199254740990', [], 'v', '1.2.9007199254740991'],
])('after %s beside %j with the prefix %j: %s', (from, all, own, next) => {
  expect(nextFreeVersion(from, all, own)).toBe(next)
})

test.each([
  ['1.2.9007199254740991', []],
  ['1.2.9007199254740990', ['v1.2.9007199254740991']],
  [`1.2.0-${'a'.repeat(122)}`, []],
])('where the numbers end there is none: %s', (from, all) => {
  expect(() => nextFreeVersion(from, all, 'v')).toThrow(/^there is no version after 1\.2\./)
})
