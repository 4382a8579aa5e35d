import { expect, test } from '@jest/globals'
import { releaseKey } from '../../../src/domain/release/key.ts'
import {
  SCHEMES,
  schemeOf,
  tagPrefixOf,
  untaggedVersion,
} from '../../../src/domain/release/scheme.ts'
import { spoken } from '../../../src/domain/release/spoken.ts'

const COMMIT = '0123456789abcdef0123456789abcdef01234567'
const DIGEST = `sha256:${'0'.repeat(64)}`
const of = (name: (typeof SCHEMES)[number], prefix = 'edge/v') =>
  schemeOf({ 'version-scheme': name, 'tag-prefix': prefix })

test.each(SCHEMES)('%s reads its own versions and no others', (name) => {
  const own = { semver: '1.4.0', 'git-sha': COMMIT, digest: DIGEST }
  for (const [other, text] of Object.entries(own)) {
    const read = of(name).read(text)
    expect([other, read?.version]).toEqual([other, other === name ? text : undefined])
  }
})

test.each([
  'abcdef', // 6 digits
  `${COMMIT}0`,
  COMMIT.toUpperCase(),
  ` ${COMMIT}`,
  `v${COMMIT}`,
  `edge/v${COMMIT}`,
  DIGEST.slice(0, -1),
  `${DIGEST}0`,
  DIGEST.toUpperCase(),
  'main',
  '',
  `${COMMIT}\n`,
])('%j is neither a commit nor a digest', (text) => {
  expect(untaggedVersion(text)).toBeUndefined()
  expect(of('git-sha').read(text)).toBeUndefined()
  expect(of('digest').read(text)).toBeUndefined()
})

test('a commit may be short, is stable, and has no tag and no order', () => {
  expect(of('git-sha').read('abcdef0')).toEqual({
    ...{ version: 'abcdef0', channel: 'stable', prerelease: false },
  })
  for (const name of ['git-sha', 'digest'] as const) {
    expect(of(name).tag(COMMIT)).toBeUndefined()
    expect(of(name).compare).toBeUndefined()
    expect(tagPrefixOf({ 'version-scheme': name, 'tag-prefix': 'v' })).toBeUndefined()
  }
  expect(of('semver').tag('1.4.0')).toBe('edge/v1.4.0')
  expect(of('semver').compare?.('1.4.0', '1.10.0')).toBeLessThan(0)
  expect(tagPrefixOf({ 'version-scheme': 'semver', 'tag-prefix': '' })).toBe('')
})

test('a version of another scheme is refused with what is wanted', () => {
  const config = { product: 'cloud', 'tag-prefix': 'v', 'version-scheme': 'git-sha' } as const
  expect(releaseKey('version', COMMIT, config)).toMatchObject({ product: 'cloud', version: COMMIT })
  expect(() => releaseKey('version', '1.4.0', config)).toThrow(
    'input version: must be a commit in 7 to 40 hex digits',
  )
})

test('people write a v before a number, and before nothing else', () => {
  expect(['1.4.0-beta.2', COMMIT, DIGEST].map(spoken)).toEqual(['v1.4.0-beta.2', COMMIT, DIGEST])
})
