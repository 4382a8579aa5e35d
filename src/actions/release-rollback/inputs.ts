import * as z from 'zod'
import { OPERATIONS } from '../../app/rollback-route.ts'
import {
  bool,
  choice,
  jobResults,
  ledgerKey,
  line,
  noticeSecrets,
  product,
  profile,
  rolesToken,
  secret,
  version,
} from '../../domain/inputs.ts'

export const Inputs = z.object({
  operation: choice(OPERATIONS),
  rollback_version: version(),
  rollback_reason: line('say in one line why', 500),
  pypi_action: choice(['yank', 'leave-as-is', 'delete-if-possible']),
  current_version: version().optional(),
  jobs: jobResults().optional(),
  ...noticeSecrets(),
  product: product(),
  environment: profile(),
  token: secret('give the token of the job'),
  'ledger-key': ledgerKey(),
  'roles-token': rolesToken(),
  'dry-run': bool(),
})
export type Inputs = z.infer<typeof Inputs>

export const outputs = [
  'can_rollback',
  'current_version',
  'issue_number',
  'command',
  'next_version',
  'artifact-name',
] as const
