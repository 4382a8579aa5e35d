import * as z from 'zod'
import {
  bool,
  ledgerKey,
  metricSecrets,
  noticeSecrets,
  product,
  profile,
  prometheusUrl,
  rolesToken,
  secret,
  watchTime,
  workflowFile,
} from '../../domain/inputs.ts'

export const Inputs = z.object({
  'prometheus-url': prometheusUrl(),
  'metric-secrets': metricSecrets(),
  ...noticeSecrets(),
  product: product(),
  environment: profile(),
  watch: watchTime(),
  successor: workflowFile(),
  token: secret('give the token of the job'),
  'ledger-key': ledgerKey(),
  'roles-token': rolesToken(),
  'dry-run': bool(),
})
export type Inputs = z.infer<typeof Inputs>

export const outputs = ['open', 'releases', 'successor'] as const
