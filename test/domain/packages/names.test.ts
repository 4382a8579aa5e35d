import { expect, test } from '@jest/globals'
import { isDistribution, versionInFileName } from '../../../src/domain/packages/file-name.ts'
import { normaliseName } from '../../../src/domain/packages/name.ts'
import { pythonVersionKey, toPythonVersion } from '../../../src/domain/packages/python-version.ts'

test('a project has one name however it is written', () => {
  const spellings = ['Friendly-Bard', 'friendly.bard', 'FRIENDLY_BARD', 'friendly--._bard']
  expect(new Set(spellings.map(normaliseName))).toEqual(new Set(['friendly-bard']))
})

test.each([
  ['1.2.0', 'v1.2', '1.2.0.0', '01.2.00'],
  ['1.0b2', '1.0-beta.2', '1.0.0BETA_2', '1.0beta2'],
  ['1.0rc0', '1.0c', '1.0-preview', '1.0.pre.0'],
  ['1.0.post3', '1.0-3', '1.0-r3', '1.0.rev3'],
  ['1.0.dev0', '1.0dev', '1.0-DEV'],
  ['2!1.0', '2!1'],
  ['1.0+ab.7', '1.0+AB-07'],
])('%s has one spelling', (...spellings) => {
  expect(new Set(spellings.map(pythonVersionKey)).size).toBe(1)
  expect(pythonVersionKey(spellings[0])).toBeDefined()
})

test.each(['', 'latest', '1.2.', '1..2', '1.2-beta.x', '1.0+', '1.2.0 ', '9'.repeat(200)])(
  '%j is no Python version',
  (text) => {
    expect(pythonVersionKey(text)).toBeUndefined()
  },
)

test('different versions never share a key', () => {
  const versions = [
    '1.2',
    '1.20',
    '12',
    '1.2a1',
    '1.2b1',
    '1.2rc1',
    '1.2.post1',
    '1.2.dev1',
    '1!1.2',
  ]
  expect(new Set(versions.map(pythonVersionKey)).size).toBe(versions.length)
})

test.each([
  ['1.4.0', '1.4.0'],
  ['1.4.0-beta.2', '1.4.0b2'],
  ['1.4.0-alpha', '1.4.0a0'],
  ['1.4.0-rc.10', '1.4.0rc10'],
  ['1.4.0-dev.3', '1.4.0.dev3'],
  ['1.4.0+build.7', '1.4.0+build.7'],
  ['1.4.0-canary.1', undefined],
  ['1.4.0-beta.2.1', undefined],
  ['1.4.0-1', undefined],
])('the release %s is %s in Python', (version, python) => {
  expect(toPythonVersion(version)).toBe(python)
})

test.each([
  ['checkout_client-1.2.0-py3-none-any.whl', '1.2'],
  ['Checkout.Client-1.2.0-1-cp312-cp312-manylinux_2_17_x86_64.whl', '1.2'],
  ['checkout-client-1.2.0.tar.gz', '1.2'],
  ['checkout_client-1.2.0b1.zip', '1.2b1'],
  ['checkout-1.2.0.tar.gz', undefined],
  ['checkout_client_extra-1.2.0.tar.gz', undefined],
  ['checkout_client-1.2.0.txt', undefined],
  ['checkout_client-latest.tar.gz', undefined],
])('the version in %s is %s', (file, version) => {
  expect(versionInFileName(file, 'checkout-client')).toBe(version)
})

test('only package files are distributions', () => {
  expect(['a.whl', 'a.tar.gz', 'a.html', 'a'].map(isDistribution)).toEqual([
    true,
    true,
    false,
    false,
  ])
})
