import * as z from 'zod'
import { bool, choice, line, profile, secret, version } from '../../domain/inputs.ts'
import { parseJobResults } from '../../domain/release/outcome.ts'

export const Inputs = z.object({
  operation: choice(['readiness', 'validate', 'traffic', 'hotfix-branch', 'packages', 'finalize']),
  rollback_version: version(),
  rollback_reason: line('say in one line why', 500),
  pypi_action: choice(['yank', 'leave-as-is', 'delete-if-possible']),
  current_version: version().optional(),
  jobs: z
    .string()
    .max(10_000, { error: 'is longer than 10,000 characters' })
    .transform((text, ctx) => {
      const results = parseJobResults(text)
      if (results !== undefined) return results
      const message = 'must hold one line job=result for every job, each job once'
      ctx.issues.push({ code: 'custom', input: text, message })
      return z.NEVER
    })
    .optional(),
  environment: profile(),
  token: secret('give the token of the job'),
  'dry-run': bool(),
})
export type Inputs = z.infer<typeof Inputs>

export const outputs = [
  'can_rollback',
  'current_version',
  'issue_number',
  'command',
  'artifact-name',
] as const
