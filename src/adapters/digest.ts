import type { Digest } from '../domain/ledger/canonical.ts'
import type { Measured } from '../domain/release/measured.ts'

/** Loaded by the first digest: it takes 4 ms, for which the first request need not wait. */
const crypto = () => process.getBuiltinModule('node:crypto')

/** SHA-256 of text or bytes as `sha256:<hex>`. */
export function sha256(data: string | Uint8Array): string {
  return `sha256:${crypto().createHash('sha256').update(data).digest('hex')}`
}

export const digest: Digest = sha256

/** The digest of bytes that arrive one piece after the other, none of which is kept. */
export interface Hashing {
  take(piece: Uint8Array): void
  /** Of all that was taken; nothing can be taken after it. */
  done(): Measured
}

/** A digest that is being made. */
export function hashing(): Hashing {
  const hash = crypto().createHash('sha256')
  let size = 0
  return {
    take(piece) {
      hash.update(piece)
      size += piece.length
    },
    done: () => ({ sha256: hash.digest('hex'), size }),
  }
}
