import * as z from 'zod'
import { SecretName } from './source-access.ts'
import { valuesOf } from './source-value.ts'

const Label = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^,\p{Cc}]+$/u, 'must be one label without a comma')

const Value = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('open-issues').describe('How many issues are open now.'),
    labels: z
      .array(Label)
      .min(1)
      .max(20)
      .describe('Labels that an issue has, all of them, with `{version}`.'),
  }),
  z.strictObject({
    kind: z
      .literal('failed-runs')
      .describe('How many runs of a workflow began in the window and failed.'),
    workflow: z
      .string()
      .regex(/^[\w.-]{1,200}\.ya?ml$/, 'must be the file name of a workflow')
      .describe('File name of the workflow.'),
    branch: z
      .string()
      .regex(/^[^\s\p{Cc}~^:?*[\\]{1,250}$/u, 'must be the name of a branch')
      .optional()
      .describe('Only runs of this branch. Left out: of all.'),
  }),
])
export type GitHubValue = z.infer<typeof Value>

/** Issues and runs of a repository on GitHub. */
export const GitHubSource = z.strictObject({
  provider: z.literal('github').describe('Issues and workflow runs on GitHub.'),
  repository: z
    .string()
    .regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/, 'must be owner/name')
    .optional()
    .describe('Left out: the repository of the config.'),
  token: SecretName.default('GITHUB_TOKEN').describe(
    'Name of the secret with the token. `GITHUB_TOKEN` is the token of the action; it needs `issues: read` or `actions: read`.',
  ),
  values: valuesOf(Value).describe(
    'What an objective may ask for, by the name that it gives as `query`.',
  ),
})
export type GitHubSource = z.infer<typeof GitHubSource>
