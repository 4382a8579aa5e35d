import * as z from 'zod'
import {
  bool,
  choice,
  jobResults,
  ledgerKey,
  line,
  noticeSecrets,
  product,
  profile,
  secret,
  version,
} from '../../domain/inputs.ts'
import { attachmentLines } from '../../domain/ledger/attachment-lines.ts'

export const Inputs = z.object({
  version: version(),
  'plan-hash': line('give the output plan_hash of the action plan', 80)
    .regex(/^sha256:[0-9a-f]{64}$/, { error: 'must be sha256: and 64 hex digits' })
    .optional(),
  jobs: jobResults(),
  report: choice(['pipeline', 'verification', 'jobs', 'evidence']),
  attachments: attachmentLines(),
  'expected-skips': line('name jobs, parted by commas', 1000).optional(),
  ...noticeSecrets(),
  product: product(),
  environment: profile(),
  token: secret('give the token of the job'),
  'ledger-key': ledgerKey(),
  'dry-run': bool(),
})
export type Inputs = z.infer<typeof Inputs>

export const outputs = ['overall_success', 'result'] as const
