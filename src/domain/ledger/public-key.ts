import * as z from 'zod'
import { Failure } from '../failure.ts'
import type { Digest } from './canonical.ts'
import { canonical } from './canonical.ts'

/** 32 bytes in base64url, of which there is one spelling. */
const X = /^[\w-]{42}[AEIMQUYcgkosw048]$/
/** SPKI (RFC 8410): what stands before the 32 bytes of the key is always the same. */
const PEM =
  /^\s*-----BEGIN PUBLIC KEY-----\s+MCowBQYDK2VwAyEA([A-Za-z0-9+/]{42}[AEIMQUYcgkosw048])=\s+-----END PUBLIC KEY-----\s*$/
const WANTED =
  'must be a public Ed25519 key, as PEM (SPKI) or as JWK with kty OKP, crv Ed25519 and x, and never the private one'

const PublicJwk = z.strictObject(
  {
    kty: z.literal('OKP', { error: WANTED }),
    crv: z.literal('Ed25519', { error: WANTED }),
    x: z.string({ error: WANTED }).regex(X, { error: WANTED }),
    use: z.literal('sig').optional(),
    alg: z.enum(['EdDSA', 'Ed25519']).optional(),
    kid: z.string().max(200).optional(),
  },
  { error: WANTED },
)

/** A public Ed25519 key (RFC 8037, RFC 8410). The `kid` of a JWK is not looked at: the thumbprint is. */
export const PublicKey = z.union([
  z.string({ error: WANTED }).max(300).regex(PEM, { error: WANTED }),
  PublicJwk,
])
export type PublicKey = z.infer<typeof PublicKey>

/** The member `x` of the key's JWK: its 32 bytes in base64url. */
export function xOf(key: PublicKey): string {
  if (typeof key !== 'string') return key.x
  return (PEM.exec(key)?.[1] ?? '').replaceAll('+', '-').replaceAll('/', '_')
}

/** Id of a key: the thumbprint of RFC 7638, SHA-256 in base64url. */
export function thumbprint(x: string, digest: Digest): string {
  const hex = digest(canonical({ crv: 'Ed25519', kty: 'OKP', x })).slice('sha256:'.length)
  const bytes = (hex.match(/../g) ?? []).map((pair) => String.fromCharCode(Number(`0x${pair}`)))
  return btoa(bytes.join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

const Keys = z.union([
  PublicKey.transform((key) => [key]),
  z.strictObject({ keys: z.array(PublicKey).min(1) }).transform(({ keys }) => keys),
])

/**
 * The `x` of every key in a text: PEM, JWK or JWK set.
 * @throws Failure `bad-input` that shows nothing of the text.
 */
export function publicKeysIn(text: string, name: string): readonly string[] {
  const { data: keys } = Keys.safeParse(text.trimStart().startsWith('{') ? jsonOf(text) : text)
  if (keys !== undefined) return keys.map(xOf)
  throw new Failure(
    'bad-input',
    `${name} holds no public Ed25519 key`,
    'Make it of the private one: openssl pkey -in ledger-key.pem -pubout',
  )
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
