/** Key pairs that everybody knows: those of RFC 8032, section 7.1. The first is that of RFC 8037, appendix A too. */
import { createPrivateKey, createPublicKey } from 'node:crypto'
import { knownKey, signerOf } from '../../src/adapters/ed25519.ts'
import type { Signing } from '../../src/domain/ledger/trust.ts'

export interface TestKey {
  /** Private. */
  readonly jwk: {
    readonly kty: 'OKP'
    readonly crv: 'Ed25519'
    readonly x: string
    readonly d: string
  }
  /** Private, PKCS#8. */
  readonly pem: string
  /** Public, SPKI. */
  readonly publicPem: string
  readonly kid: string
}

const base64url = (hex: string) => Buffer.from(hex, 'hex').toString('base64url')

function testKey(secret: string, open: string): TestKey {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: base64url(open), d: base64url(secret) } as const
  const key = createPrivateKey({ key: jwk, format: 'jwk' })
  return {
    jwk,
    pem: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicPem: createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString(),
    kid: knownKey(jwk.x).kid,
  }
}

export const OWN = testKey(
  '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
  'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
)
export const STRANGER = testKey(
  '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
  '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
)

/** What a run has that signs with `by` and trusts `keys`. */
export function signing(
  by: TestKey | undefined,
  keys: readonly TestKey[] = [],
  required = false,
): Signing {
  return {
    keys: keys.map(({ jwk }) => knownKey(jwk.x)),
    required,
    signer: by === undefined ? undefined : signerOf(by.pem),
  }
}
