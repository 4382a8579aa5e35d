import { describe, expect, test } from '@jest/globals'
import { PublicKey, publicKeysIn, xOf } from '../../../src/domain/ledger/public-key.ts'
import { OWN, STRANGER } from '../../fakes/signing-keys.ts'

describe('a public key', () => {
  const { kty, crv, x } = OWN.jwk

  test('is the same as PEM, as JWK and in a set', () => {
    expect(publicKeysIn(OWN.publicPem, 'file')).toEqual([x])
    expect(publicKeysIn(OWN.publicPem.replaceAll('\n', '\r\n'), 'file')).toEqual([x])
    expect(publicKeysIn(` ${JSON.stringify({ kty, crv, x })}\n`, 'file')).toEqual([x])
    const keys = [
      { kty, crv, x, kid: 'ours', use: 'sig', alg: 'EdDSA' },
      { kty, crv, x: STRANGER.jwk.x, alg: 'Ed25519' },
    ]
    expect(publicKeysIn(JSON.stringify({ keys }), 'file')).toEqual([x, STRANGER.jwk.x])
    expect(xOf(PublicKey.parse(STRANGER.publicPem))).toBe(STRANGER.jwk.x)
  })

  test.each([
    ['a private PEM', OWN.pem],
    ['a private JWK', JSON.stringify(OWN.jwk)],
    ['another curve', JSON.stringify({ kty, crv: 'X25519', x })],
    ['too few bytes', JSON.stringify({ kty, crv, x: x.slice(1) })],
    ['another spelling of the same bytes', JSON.stringify({ kty, crv, x: `${x.slice(0, -1)}p` })],
    ['an empty set', '{"keys":[]}'],
    ['no JSON', '{'],
    ['no key', 'hello'],
  ])('%s is none', (_what, text) => {
    expect(() => publicKeysIn(text, 'key.pem')).toThrow(/^key\.pem holds no public Ed25519 key$/)
  })
})
