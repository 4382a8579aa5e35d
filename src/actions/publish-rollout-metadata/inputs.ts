import * as z from 'zod'
import { bool, choice, line, product, profile, secret, version } from '../../domain/inputs.ts'

export const Inputs = z.object({
  version: version(),
  'plan-hash': line('give the output plan_hash of the action plan', 80).regex(
    /^sha256:[0-9a-f]{64}$/,
    { error: 'must be sha256: and 64 hex digits' },
  ),
  decision: choice(['go', 'no-go']),
  artifact: bool(),
  product: product(),
  environment: profile(),
  token: secret('give the token of the job'),
  'dry-run': bool(),
})
export type Inputs = z.infer<typeof Inputs>

export const outputs = ['asset', 'artifact-name', 'digest', 'desktop-rollout-percentage'] as const
