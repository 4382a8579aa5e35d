import * as z from 'zod'
import { parseDuration } from '../../domain/config/duration.ts'
import {
  bool,
  choice,
  ledgerKey,
  line,
  metricSecrets,
  number,
  product,
  profile,
  prometheusUrl,
  secret,
  version,
} from '../../domain/inputs.ts'
import type { GateRequest } from '../../domain/observability/gate.ts'
import { notAToken } from '../../domain/observability/sentry-token.ts'

const slug = (what: string) =>
  line(`give ${what}`, 64)
    .regex(/^[a-z0-9][a-z0-9-]*$/, {
      error: `must be ${what}: lower-case letters, digits and hyphens`,
    })
    .optional()

const WINDOW = 'give a duration with its unit, such as 5m'

/** Defaults live in action.yml; an empty input means the config. */
export const Inputs = z.object({
  version: version(),
  channel: slug('the channel of the release, such as stable'),
  enforce: line('give channels, such as stable,beta', 1000)
    .transform((text) => text.split(',').map((word) => word.trim()))
    .pipe(
      z.array(
        z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, {
          error: 'must be channels parted by commas, such as stable,beta',
        }),
      ),
    )
    .optional(),
  subject: choice(['serving', 'new']).default('serving'),
  baseline_version: version().optional(),
  error_rate_threshold: number(0, 100, '%').optional(),
  response_time_threshold: number(1, 3_600_000, 'ms').optional(),
  success_rate_minimum: number(0, 100, '%').optional(),
  window: line(WINDOW, 40)
    .transform((text, ctx) => {
      const ms = parseDuration(text)
      if (ms !== undefined && ms >= 1000 && ms <= 86_400_000) return ms
      ctx.issues.push({
        code: 'custom',
        input: text,
        message: 'must be a duration from 1s to 24h with its unit, such as 5m',
      })
      return z.NEVER
    })
    .prefault('5m'),
  'prometheus-url': prometheusUrl(),
  'metric-secrets': metricSecrets(),
  'sentry-auth-token': secret('give the secret SENTRY_AUTH_TOKEN')
    .check(({ value, issues }) => {
      const why = notAToken(value)
      if (why === undefined) return
      const message = `${why}: give an organisation token (sntrys_) or a user token (sntryu_)`
      issues.push({ code: 'custom', input: value, message })
    })
    .optional(),
  'sentry-org': slug('the slug of the Sentry organisation'),
  'sentry-project': slug('the slug of the Sentry project'),
  'sentry-release': line('give a release name, such as {product}@{version}', 200).optional(),
  product: product(),
  environment: profile(),
  record: bool().default(false),
  'plan-hash': line('give the output plan_hash of the action plan', 80)
    .regex(/^sha256:[0-9a-f]{64}$/, { error: 'must be sha256: and 64 hex digits' })
    .optional(),
  'ledger-key': ledgerKey(),
  token: secret('give a token, usually github.token'),
  'dry-run': bool().default(false),
})
export type Inputs = z.infer<typeof Inputs>

/** Outputs beside verdict, reason and evidence. */
export const outputs = ['channel', 'enforced', 'measured_version'] as const

/** Inputs that stand over the config, by name, where they are set. */
export function overriding(inputs: Inputs): readonly string[] {
  const own = [
    'version',
    'subject',
    'baseline_version',
    'window',
    'product',
    'environment',
    'record',
    'plan-hash',
    'ledger-key',
    'token',
    'dry-run',
    // These stand behind the config.
    'prometheus-url',
    'metric-secrets',
    'sentry-org',
    'sentry-project',
    'sentry-auth-token',
  ]
  const set = Object.entries(inputs).filter(
    ([name, value]) => value !== undefined && !own.includes(name),
  )
  return set.map(([name]) => name)
}

/** The inputs in the words of the use case. */
export function toRequest(inputs: Inputs): GateRequest {
  return {
    version: inputs.version,
    channel: inputs.channel,
    enforce: inputs.enforce,
    subject: inputs.subject,
    baseline: inputs.baseline_version,
    windowMs: inputs.window,
    errorRate: inputs.error_rate_threshold,
    responseTime: inputs.response_time_threshold,
    successRate: inputs.success_rate_minimum,
    sentryOrganization: inputs['sentry-org'],
    sentryProject: inputs['sentry-project'],
    sentryRelease: inputs['sentry-release'],
  }
}
