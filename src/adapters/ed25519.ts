import type { KeyObject } from 'node:crypto'
import { Failure } from '../domain/failure.ts'
import { thumbprint } from '../domain/ledger/public-key.ts'
import type { KnownKey, Signer } from '../domain/ledger/signature.ts'
import { sha256 } from './digest.ts'

/** Loaded by who has a key: see `digest.ts`. */
const crypto = () => process.getBuiltinModule('node:crypto')

/** @param x The public key, 32 bytes in base64url. */
export function knownKey(x: string) {
  const { createPublicKey, verify } = crypto()
  const jwk = { kty: 'OKP', crv: 'Ed25519', x }
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  return {
    kid: thumbprint(x, sha256),
    verify: (data: string | Uint8Array, signature: string) =>
      verify(null, Buffer.from(data), key, Buffer.from(signature, 'base64url')),
  } satisfies KnownKey
}

/**
 * @param text PKCS#8 PEM, or JWK.
 * @throws Failure `bad-input` that shows nothing of the text.
 */
export function signerOf(text: string) {
  const { createPublicKey, sign } = crypto()
  const key = privateKeyOf(text)
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' })
  return {
    kid: thumbprint(x, sha256),
    sign: (data: string | Uint8Array) => sign(null, Buffer.from(data), key).toString('base64url'),
  } satisfies Signer
}

function privateKeyOf(text: string): KeyObject {
  const key = readable(text)
  if (key?.asymmetricKeyType === 'ed25519') return key
  throw new Failure(
    'bad-input',
    'input ledger-key: is no private Ed25519 key',
    'Make one with openssl genpkey -algorithm ed25519, and give all lines of its file',
  )
}

function readable(text: string): KeyObject | undefined {
  const { createPrivateKey, createPublicKey } = crypto()
  try {
    if (!text.startsWith('{')) return createPrivateKey(text)
    const jwk = JSON.parse(text)
    const key = createPrivateKey({ key: jwk, format: 'jwk' })
    // Node makes the public half of the private one and does not compare.
    return createPublicKey(key).export({ format: 'jwk' }).x === jwk.x ? key : undefined
  } catch {
    return undefined
  }
}
