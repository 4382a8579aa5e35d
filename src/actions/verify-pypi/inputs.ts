import * as z from 'zod'
import type { Verified } from '../../app/verify-package.ts'
import { parseDuration } from '../../domain/config/duration.ts'
import { bool, line, product, profile, secret, version } from '../../domain/inputs.ts'
import { expectedSums } from '../../domain/packages/expected-sums.ts'

/** Defaults live in action.yml; an empty input means the config. */
export const Inputs = z.object({
  version: version(),
  package: line('give the name of a package', 200)
    .regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/, {
      error: 'must be the name of a package: letters, digits, hyphens, dots and underscores',
    })
    .optional(),
  'index-url': line('give the address of a package index', 2048)
    .refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''), {
      error: 'must be an http(s) address such as https://index.example/simple',
    })
    .optional(),
  wait: line('give a duration with its unit, such as 30m', 40)
    .transform((text, ctx) => {
      const ms = parseDuration(text)
      if (ms !== undefined && ms <= 5 * 3_600_000) return ms
      ctx.issues.push({
        code: 'custom',
        input: text,
        message: 'must be a duration of at most 5h with its unit, such as 30m',
      })
      return z.NEVER
    })
    .optional(),
  'expected-sha256s': expectedSums().optional(),
  product: product(),
  environment: profile(),
  token: secret('give a token, usually github.token'),
  'dry-run': bool().default(false),
})
export type Inputs = z.infer<typeof Inputs>

/** Outputs beside verdict, reason and evidence; `version` is the normalised one. */
export const outputs = ['pypi_available', 'pypi_delay_minutes', 'version'] as const

/** Inputs that stand over the config, by name, where they are set. */
export function overriding(inputs: Inputs): readonly string[] {
  const over = ['package', 'index-url', 'wait', 'expected-sha256s'] as const
  return over.filter((name) => inputs[name] !== undefined)
}

/** What was found out, as outputs: an answer that nobody has is empty. */
export function toOutputs({ available, delayMs }: Verified) {
  return {
    pypi_available: available === undefined ? '' : String(available),
    pypi_delay_minutes: delayMs === undefined ? '' : (delayMs / 60_000).toFixed(1),
  }
}
