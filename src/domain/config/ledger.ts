import * as z from 'zod'
import { PublicKey } from '../ledger/public-key.ts'

/** What is asked of the signatures in the ledger. The same for every profile: there is one ledger. */
export const LedgerConfig = z
  .strictObject({
    keys: z
      .array(PublicKey)
      .max(20)
      .default([])
      .describe(
        'Public Ed25519 keys, each a PEM text (SPKI) or a JWK: what is signed must be signed with one of them.',
      ),
    'require-signature': z
      .boolean()
      .default(false)
      .describe(
        'Whether a release is acted on only while each entry of its record is signed. Needs `keys`.',
      ),
  })
  .refine((ledger) => !ledger['require-signature'] || ledger.keys.length > 0, {
    path: ['keys'],
    error: 'names no key, and require-signature is true',
  })
