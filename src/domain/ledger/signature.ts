import * as z from 'zod'
import { canonical } from './canonical.ts'

/** Who signed an entry, and the signature: a compact JWS (RFC 7515) whose payload is left out (its appendix F). */
export const Signature = z.strictObject({
  /** Thumbprint (RFC 7638) of the public key. */
  kid: z.string().regex(/^[\w-]{43}$/),
  jws: z
    .string()
    .max(1000)
    .regex(/^[\w-]*\.\.[\w-]*$/),
})
export type Signature = z.infer<typeof Signature>

/** Signs with one private Ed25519 key. */
export interface Signer {
  /** Thumbprint of the public key. */
  readonly kid: string
  /** Signature of a text in ASCII, in base64url. */
  sign(text: string): string
}

/** A public Ed25519 key that is trusted. */
export interface KnownKey {
  readonly kid: string
  /** Whether a signature in base64url is this key's, and of this text. */
  verify(text: string, signature: string): boolean
}

interface Signable {
  readonly signature: Signature | null
}

/** 64 bytes in base64url, of which there is one spelling. */
const ED25519 = /^[\w-]{85}[AQgw]$/

/** The same entry, signed where somebody signs. */
export function signed<T extends Signable>(entry: T, signer: Signer | undefined): T {
  if (signer === undefined) return entry
  const { kid, sign } = signer
  const header = headerOf(kid)
  const jws = `${header}..${sign(signingInput(header, entry))}`
  return { ...entry, signature: { kid, jws } }
}

/** Whether the signature is the key's and of these very contents. Its form is looked at before, by `formFault`. */
export function isOf(entry: Signable, key: KnownKey): boolean {
  const [header = '', signature = ''] = entry.signature?.jws.split('..') ?? []
  return key.verify(signingInput(header, entry), signature)
}

/** Exactly one header is right for a key: what is wrong with another one, in words. */
export function formFault({ kid, jws }: Signature): string | undefined {
  const [header = '', signature = ''] = jws.split('..')
  if (header !== headerOf(kid)) return headerFault(header, kid)
  return ED25519.test(signature) ? undefined : 'its signature is not 64 bytes of base64url'
}

function headerFault(header: string, kid: string): string {
  const value = Header.safeParse(jsonOf(header)).data
  if (value === undefined) return 'the header of its signature cannot be read'
  if (value.alg !== 'EdDSA') return `its signature has the alg ${shown(value.alg)}, not EdDSA`
  if (value.kid !== kid) return 'the header of its signature names another key'
  return 'the header of its signature does not hold just alg and kid'
}

const Header = z.looseObject({ alg: z.unknown(), kid: z.unknown() })

const shown = (alg: unknown) =>
  typeof alg === 'string' && /^[\w-]{1,20}$/.test(alg) ? alg : 'unknown'

/** The protected header (RFC 8037): nothing in it can be chosen. */
function headerOf(kid: string): string {
  return base64url(canonical({ alg: 'EdDSA', kid }))
}

/** What is signed: the header, and the canonical entry as it was before it was signed. */
function signingInput(header: string, entry: Signable): string {
  return `${header}.${base64url(canonical({ ...entry, signature: null }))}`
}

function base64url(text: string): string {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte))
  return btoa(bytes.join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function jsonOf(header: string): unknown {
  try {
    return JSON.parse(atob(header.replaceAll('-', '+').replaceAll('_', '/')))
  } catch {
    return undefined
  }
}
