import * as z from 'zod'
import { bool, product, profile, secret, version } from '../../domain/inputs.ts'

export const Inputs = z.object({
  version: version(),
  product: product(),
  environment: profile(),
  token: secret('give the token of the job'),
  'dry-run': bool(),
})
export type Inputs = z.infer<typeof Inputs>

export const outputs = ['attested', 'record-path', 'record-digest', 'attestation-id'] as const
