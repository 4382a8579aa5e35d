import { expect, test } from '@jest/globals'
import { BUMP_FORMS, nextOf, skipped } from '../../../src/domain/release/bump.ts'
import { fits, misfit, typeByVersion } from '../../../src/domain/release/misfit.ts'
import { RELEASE_TYPES } from '../../../src/domain/release/type.ts'
import { compareVersions } from '../../../src/domain/release/version.ts'
import fc from '../../properties.ts'

const number = fc.integer({ min: 0, max: 40 })
const core = fc.tuple(number, number, number).map((numbers) => numbers.join('.'))

test.each([
  ['patch', '1.2.3', '1.2.4', 'X.Y.Z+1'],
  ['minor', '1.2.3', '1.3.0', 'X.Y+1.0'],
  ['major', '1.2.3', '2.0.0', 'X+1.0.0'],
] as const)('[A07] a %s release after %s is %s', (type, baseline, version, form) => {
  expect(nextOf(type, baseline)).toBe(version)
  expect(BUMP_FORMS[type]).toBe(form)
  expect(typeByVersion(baseline, version)).toBe(type)
  for (const other of RELEASE_TYPES)
    expect([other, fits(other, baseline, version)]).toEqual([
      other,
      other === type || other === 'migration',
    ])
})

const bumps = fc.constantFrom('patch', 'minor', 'major')

test('steps of a type lead to a version of that type, and those between are passed over', () => {
  fc.assert(
    fc.property(core, bumps, fc.nat(25), (baseline, bump, between) => {
      const path = [baseline]
      while (path.length < between + 2) path.push(nextOf(bump, path.at(-1) ?? '') ?? '')
      const version = path.at(-1) ?? ''
      const isFar = between > 20
      expect(typeByVersion(baseline, version)).toBe(isFar ? undefined : bump)
      expect(skipped(bump, baseline, version)).toEqual(isFar ? undefined : path.slice(1, -1))
    }),
    { numRuns: 300 },
  )
})

test('of any two versions the later one is of one type at most, and is reached by its steps', () => {
  fc.assert(
    fc.property(core, core, bumps, (baseline, version, bump) => {
      fc.pre(compareVersions(version, baseline) > 0)
      const between = skipped(bump, baseline, version)
      expect(typeByVersion(baseline, version) === bump).toBe(between !== undefined)
      for (const [i, next] of [...(between ?? []), version].entries())
        if (between !== undefined) expect(next).toBe(nextOf(bump, [baseline, ...between][i] ?? ''))
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['1.1.0', '1.2.0-beta.1', 'minor'],
  ['1.2.0-beta.1', '1.2.0-beta.2', 'minor'],
  ['1.2.0-beta.2', '1.2.0', 'minor'],
  ['1.9.4', '2.0.0-rc.1', 'major'],
  ['2.0.0-rc.1', '2.0.0', 'major'],
  ['1.2.3-rc.1', '1.2.3', 'patch'],
  ['1.2.3', '1.2.4-canary.7', 'patch'],
  ['1.2.0-beta.1', '1.2.1', 'patch'],
  ['1.2.3+7', '1.2.4+8', 'patch'],
])('a prerelease is of the type of what it leads to: %s → %s is %s', (baseline, version, type) => {
  expect(typeByVersion(baseline, version)).toBe(type)
})

test.each([
  ['1.2.3', '1.2.25'],
  ['1.2.3', '1.3.1'],
  ['1.2.3', '2.0.1'],
  ['1.2.3', '2.1.0'],
  ['1.2.9007199254740991', '1.3.1'],
])('%s → %s is of no type but a migration', (baseline, version) => {
  expect(typeByVersion(baseline, version)).toBeUndefined()
  expect(fits('migration', baseline, version)).toBe(true)
})

test('a refusal names both versions, what is wanted and what would fit', () => {
  const text = (...facts: Parameters<typeof misfit>) => {
    const { message, remedy } = misfit(...facts)
    return `${message}. ${remedy}`
  }
  expect(text('minor', '1.2.3', '1.2.4')).toBe(
    'input release_version: 1.2.3 → 1.2.4 is no minor release, which wants X.Y+1.0: 1.3.0. Give release_type: patch, or release 1.3.0',
  )
  expect(text('major', '1.2.3', '3.1.0')).toBe(
    'input release_version: 1.2.3 → 3.1.0 is no major release, which wants X+1.0.0: 2.0.0. Release 2.0.0',
  )
  expect(text(undefined, '1.2.3', '1.3.1')).toBe(
    'input release_version: 1.2.3 → 1.3.1 is of no release type; after 1.2.3 come patch (1.2.4), minor (1.3.0), major (2.0.0). Release one of these, or give release_type: migration where data moves to it in steps',
  )
  expect(text('patch', '1.2.9007199254740991', '2.0.0')).toMatch(
    /X\.Y\.Z\+1: no version\. Give release_type: major, or release no version$/,
  )
})
