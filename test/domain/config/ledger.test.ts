import { expect, test } from '@jest/globals'
import { loadConfig } from '../../../src/domain/config/load.ts'
import { OWN, STRANGER } from '../../fakes/signing-keys.ts'

const load = (ledger: string, profile = '') =>
  loadConfig(`product: shop\nobjectives: none\n${ledger}`, profile).ledger
const block = (pem: string) => pem.trim().replaceAll('\n', '\n      ')
const { kty, crv, x } = OWN.jwk
const jwk = JSON.stringify({ kty, crv, x })

test('nothing is asked unless it is said, and keys are PEM or JWK', () => {
  expect(load('')).toEqual({ keys: [], 'require-signature': false })
  const text = `ledger:\n  keys:\n    - |\n      ${block(STRANGER.publicPem)}\n    - ${jwk}\n  require-signature: true\n`
  expect(load(text)).toEqual({
    keys: [STRANGER.publicPem, { kty, crv, x }],
    'require-signature': true,
  })
})

test.each([
  [
    'a required signature of nobody',
    '{ require-signature: true }',
    /ledger\.keys: names no key, and require-signature is true/,
  ],
  [
    'a private JWK',
    `{ keys: [${JSON.stringify(OWN.jwk)}] }`,
    /ledger\.keys\.0: must be a public Ed25519 key, .* never the private one/,
  ],
  [
    'a private PEM',
    `{ keys: [${JSON.stringify(OWN.pem)}] }`,
    /ledger\.keys\.0: must be a public Ed25519 key/,
  ],
  [
    'a key of another kind',
    `{ keys: [{ kty: RSA, n: x, e: AQAB }] }`,
    /ledger\.keys\.0.*: must be a public Ed25519 key/,
  ],
  ['a key that is no text', '{ keys: [7] }', /ledger\.keys\.0: must be a public Ed25519 key/],
  ['an unknown key', '{ key: x }', /ledger: /],
])('%s is refused, and nothing of a key is said', (_what, ledger, said) => {
  let message = ''
  try {
    load(`ledger: ${ledger}\n`)
  } catch (error) {
    message = String(error)
  }
  expect(message).toMatch(said)
  expect(message).not.toContain(OWN.jwk.d)
})

test('a profile cannot say who signs: there is one ledger', () => {
  const profiles = `ledger: { keys: [${jwk}], require-signature: true }\nprofiles: { staging: { ledger: { require-signature: false } } }\n`
  expect(() => load(profiles, 'staging')).toThrow(/profiles\.staging/)
})
