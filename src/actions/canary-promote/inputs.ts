import * as z from 'zod'
import {
  bool,
  choice,
  instant,
  ledgerKey,
  line,
  metricSecrets,
  noticeSecrets,
  product,
  profile,
  prometheusUrl,
  rolesToken,
  secret,
  version,
} from '../../domain/inputs.ts'
import { CHECKPOINTS } from '../../domain/rollout/checkpoints.ts'
import { OVERRIDABLE } from '../../domain/rollout/conditions.ts'
import { GATES } from '../../domain/rollout/gate-pass.ts'
import { OPERATIONS } from '../../domain/rollout/operations.ts'

export const Inputs = z.object({
  canary_version: version(),
  'plan-hash': line('give the output plan_hash of the action plan', 80)
    .regex(/^sha256:[0-9a-f]{64}$/, { error: 'must be sha256: and 64 hex digits' })
    .optional(),
  gate: choice(GATES).optional(),
  stages: choice(['one', 'all']),
  promote_immediately: bool(),
  operation: choice(OPERATIONS),
  reason: line('say in one line why', 5000).optional(),
  checkpoint: choice(CHECKPOINTS).optional(),
  items: line('give the ids of what is done, or all', 1000)
    .regex(/^[a-z][a-z-]*(?:\s*,\s*[a-z][a-z-]*)*$/, {
      error: 'must be ids parted by commas, such as changelog,tests; or all',
    })
    .optional(),
  condition: choice(OVERRIDABLE).optional(),
  at: instant().optional(),
  'prometheus-url': prometheusUrl(),
  ...noticeSecrets(),
  'metric-secrets': metricSecrets(),
  product: product(),
  environment: profile(),
  token: secret('give the token of the job'),
  'ledger-key': ledgerKey(),
  'roles-token': rolesToken(),
  'dry-run': bool(),
})
export type Inputs = z.infer<typeof Inputs>

export const outputs = [
  'deployment_successful',
  'deployment_endpoint',
  'weights',
  'rolled_back',
  'stage',
  'plan_hash',
  'handed_over',
  'state',
] as const
