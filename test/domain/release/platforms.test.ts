import { expect, test } from '@jest/globals'
import { loadConfig } from '../../../src/domain/config/load.ts'
import { platformsOf } from '../../../src/domain/release/platforms.ts'

const legs = (artefact: string, more = '') => {
  const text = `product: shop\nobjectives: none\nartefacts: [${artefact}]\n${more}`
  return platformsOf(loadConfig(text, '')).map(({ runner, python }) => `${runner} ${python}`)
}
const PACKAGE = '{ kind: python-package, name: shop, file: shop.whl, import: shop, checksums: S }'

test('a package is installed on three systems with three interpreters', () => {
  expect(legs(PACKAGE)).toHaveLength(9)
  expect(new Set(legs(PACKAGE)).size).toBe(9)
})

test('without a package one leg has nothing to install, and no more are paid for', () => {
  expect(legs('{ kind: image, name: ghcr.io/acme/shop }')).toEqual(['ubuntu-latest 3.12'])
})

test('the legs of the config are those that run', () => {
  const named = 'verification: { platforms: [{ runner: windows-latest, python: 3.x }] }\n'
  expect(legs(PACKAGE, named)).toEqual(['windows-latest 3.x'])
  expect(legs('{ kind: image, name: ghcr.io/acme/shop }', named)).toEqual(['windows-latest 3.x'])
})
