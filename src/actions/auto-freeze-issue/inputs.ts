import * as z from 'zod'
import {
  bool,
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
  version: version(),
  'build-type': line('give the build type, such as stable', 64).optional(),
  commit: line('give the commit of the release', 40)
    .regex(/^[0-9a-f]{7,40}$/, { error: 'must be 7 to 40 hex digits' })
    .optional(),
  gate: line('name what failed', 100),
  reason: line('say in one line what failed', 5000),
  ...noticeSecrets(),
  product: product(),
  environment: profile(),
  token: secret('give the token of the job'),
  'ledger-key': ledgerKey(),
  'roles-token': rolesToken(),
  'dry-run': bool(),
})
export type Inputs = z.infer<typeof Inputs>

export const outputs = ['issue_number', 'issue_url', 'created'] as const
