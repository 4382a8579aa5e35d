import * as z from 'zod'
import { SecretName } from './source-access.ts'
import { HttpUrl, Slug } from './text.ts'

/** Release health, issues and events of Sentry. */
export const SentryHealthSource = z.strictObject({
  provider: z.literal('sentry-health').describe('Release health, issues and events of Sentry.'),
  url: HttpUrl.default('https://sentry.io').describe('Address of Sentry.'),
  organization: Slug.describe('Slug of the organisation.'),
  projects: z
    .array(Slug)
    .min(1)
    .max(20)
    .describe('Slugs of the projects. Of several the worst counts.'),
  environment: z
    .string()
    .regex(/^[^\s/\p{Cc}"*]{1,64}$/u, 'must be the name of an environment')
    .optional()
    .describe('Environment at Sentry. Left out: all of them.'),
  release: z
    .string()
    .min(1)
    .max(200)
    .default('{product}@{version}')
    .describe('Name of the release at Sentry, with `{product}` and `{version}`.'),
  deployed: z
    .boolean()
    .default(false)
    .describe('Whether a release without a deploy in the environment is no answer.'),
  confidence: z
    .number()
    .min(0.5)
    .max(0.9999)
    .default(0.95)
    .describe('Confidence of the interval (Wilson) that a share must keep within its limit.'),
  token: SecretName.default('SENTRY_AUTH_TOKEN').describe(
    'Name of the secret with the token; it needs the scopes `org:read`, `project:read` and `event:read`.',
  ),
})
export type SentryHealthSource = z.infer<typeof SentryHealthSource>
