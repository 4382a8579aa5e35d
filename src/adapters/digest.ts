import type { Digest } from '../domain/ledger/canonical.ts'

/** Loaded by the first digest: it takes 4 ms, for which the first request need not wait. */
const crypto = () => process.getBuiltinModule('node:crypto')

/** SHA-256 of text or bytes as `sha256:<hex>`. */
export function sha256(data: string | Uint8Array): string {
  return `sha256:${crypto().createHash('sha256').update(data).digest('hex')}`
}

export const digest: Digest = sha256
