import * as z from 'zod'
import {
  bool,
  choice,
  hours,
  imageDigests,
  instant,
  ledgerKey,
  number,
  product,
  profile,
  registrySecrets,
  rolesToken,
  secret,
  version,
} from '../../domain/inputs.ts'
import { STRATEGY_WORDS } from '../../domain/release/strategy.ts'
import { TYPE_WORDS } from '../../domain/release/type.ts'

export const Inputs = z.object({
  release_version: version(),
  baseline_version: version().optional(),
  deployment_strategy: choice(STRATEGY_WORDS).optional(),
  release_type: choice(TYPE_WORDS).optional(),
  'desktop-rollout-percentage': number(1, 100, '%'),
  canary_percentage: number(5, 50, '%').optional(),
  rollout_duration: hours().optional(),
  error_rate_threshold: number(0, 100, '%').optional(),
  response_time_threshold: number(1, 600_000, 'ms').optional(),
  success_rate_minimum: number(0, 100, '%').optional(),
  digests: imageDigests(),
  ...registrySecrets(),
  clock: choice(['inline', 'watch', 'schedule', 'external']).optional(),
  product: product(),
  not_before: instant().optional(),
  environment: profile(),
  token: secret('give the token of the job'),
  'ledger-key': ledgerKey(),
  'roles-token': rolesToken(),
  'dry-run': bool(),
})
export type Inputs = z.infer<typeof Inputs>

export const outputs = [
  'release_version',
  'baseline_version',
  'deployment_strategy',
  'product',
  'release_type',
  'channel',
  'can_proceed',
  'plan_hash',
  'issue_number',
  'endpoint',
] as const
