import { createHash } from 'node:crypto'
import type { Digest } from '../domain/ledger/chain.ts'

/** SHA-256 of text or bytes as `sha256:<hex>`. */
export function sha256(data: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(data).digest('hex')}`
}

export const digest: Digest = sha256
