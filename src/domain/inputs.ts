import * as z from 'zod'
import { parseDuration } from './config/duration.ts'
import type { Which } from './config/product.ts'
import { HttpUrl } from './config/text.ts'
import { instantOf, instantText } from './instant.ts'
import { parseSecrets } from './metrics/secrets.ts'
import { parseImageDigests } from './release/image-digests.ts'
import { parseJobResults } from './release/outcome.ts'
import { untaggedVersion } from './release/scheme.ts'
import { versionOfAnyTag } from './release/version.ts'

/** Characters that no single-line input may hold: they could forge a line of a log, an output or a header. */
const CONTROL = /[\p{Cc}\u2028\u2029\p{Cs}\p{Bidi_Control}]/u

/** One line of text, 1 to `max` characters. Every input of the suite that is not a list is one of these. */
export const line = (remedy: string, max = 1024) =>
  z
    .string({ error: `is required: ${remedy}` })
    .max(max, { error: `is longer than ${max} characters: ${remedy}` })
    .refine((text) => !CONTROL.test(text), {
      error: `must be one line without control characters: ${remedy}`,
    })

/** A secret: one line, never echoed. */
export const secret = (remedy: string) => line(remedy, 8192)

/**
 * The secret RELEASE_LEDGER_KEY: the one input of several lines. Its form is looked at here, before anybody is asked. A JWK has
 * one line, because the runner hides each line of a secret wherever it stands, also a lone brace.
 */
export const ledgerKey = () =>
  z
    .string()
    .max(8192, { error: 'is longer than 8192 characters' })
    .regex(
      /^(?:-----BEGIN PRIVATE KEY-----\s[\w+/=\s]+-----END PRIVATE KEY-----|\{ *"[^\r\n]+\})$/,
      {
        error:
          'must be a private Ed25519 key: the whole PEM of openssl genpkey -algorithm ed25519, or a JWK in one line',
      },
    )
    .optional()

/** The secret RELEASE_ROLES_TOKEN: who may read the members of the organisation; needed where `roles` hold teams. */
export const rolesToken = () => secret('give the secret RELEASE_ROLES_TOKEN').optional()

/** The secrets by which people are told; which of them are needed the config says. */
export const noticeSecrets = () => ({
  'slack-webhook-url': secret('give the secret SLACK_WEBHOOK_URL').optional(),
  'grafana-api-key': secret('give the secret GRAFANA_API_KEY').optional(),
})
export type NoticeSecrets = {
  readonly [name in keyof ReturnType<typeof noticeSecrets>]?: string | undefined
}

/** Secrets of the sources of values, a line `NAME=value` each; which of them are needed the config says. */
export const metricSecrets = () =>
  z
    .string()
    .transform((text, ctx) => {
      const secrets = parseSecrets(text)
      if (typeof secrets !== 'string') return secrets
      ctx.issues.push({ code: 'custom', input: '', message: secrets })
      return z.NEVER
    })
    .prefault('')

/** The login at a container registry, for images that are not public. */
export const registrySecrets = () => ({
  'registry-username': line('give the secret REGISTRY_USERNAME', 256)
    .regex(/^[^:]*$/, { error: 'must be a name without a colon' })
    .optional(),
  'registry-password': secret('give the secret REGISTRY_PASSWORD').optional(),
})
export type RegistrySecrets = {
  readonly [name in keyof ReturnType<typeof registrySecrets>]?: string | undefined
}

/** Digests of images, a line `name=sha256:<hex>` each. */
export const imageDigests = () =>
  z
    .string()
    .max(10_000, { error: 'is longer than 10,000 characters' })
    .transform((text, ctx) => {
      const digests = parseImageDigests(text)
      if (digests !== undefined) return digests
      const message = 'must hold one line name=sha256:… for every image, each image once'
      ctx.issues.push({ code: 'custom', input: text, message })
      return z.NEVER
    })
    .optional()

/** A release version or a tag, a commit or a digest; whether it is one of the product is seen when its tag prefix is known. */
export const version = () =>
  line('give a version such as 1.4.0', 168).refine(
    (text) => (versionOfAnyTag(text) ?? untaggedVersion(text)) !== undefined,
    {
      error: 'must be a semantic version such as 1.4.0 or 1.4.0-beta.2, a commit or a digest',
    },
  )

/** Exactly the values that `core.getBooleanInput` knows. */
export const bool = () =>
  z
    .enum(['true', 'True', 'TRUE', 'false', 'False', 'FALSE'], { error: 'must be true or false' })
    .transform((text) => text.toLowerCase() === 'true')

/** A decimal number in plain digits within bounds; a `%`, `ms` or `h` suffix is accepted where the seed's unit is that one. */
export const number = (min: number, max: number, suffix = '') =>
  line(`give a number from ${min} to ${max}`, 40).transform((text, ctx) => {
    const digits = suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text
    const value = /^\d{1,9}(?:\.\d{1,6})?$/.test(digits) ? Number(digits) : Number.NaN
    if (value >= min && value <= max) return value
    ctx.issues.push({
      code: 'custom',
      input: text,
      message: `must be a number from ${min} to ${max}${suffix === '' ? '' : ` (with or without ${suffix})`}`,
    })
    return z.NEVER
  })

/** Milliseconds: a bare number is hours (seed 003), anything else a duration with its unit; a second to a week. */
export const hours = () =>
  line('give hours such as 24, or a duration such as 30m', 40).transform((text, ctx) => {
    const bare = /^\d{1,3}(?:\.\d{1,4})?$/.test(text) ? Number(text) * 3_600_000 : undefined
    const ms = bare ?? parseDuration(text) ?? Number.NaN
    if (ms >= 1000 && ms <= 168 * 3_600_000) return Math.round(ms)
    const message = 'must be hours such as 24, or a duration such as 30m, at most 168h'
    ctx.issues.push({ code: 'custom', input: text, message })
    return z.NEVER
  })

/** A moment, ISO 8601 with its zone; read as the same moment in UTC. */
export const instant = () =>
  line('give a time such as 2026-03-01T22:00:00Z', 40)
    .refine((text) => z.iso.datetime({ offset: true }).safeParse(text).success, {
      error:
        'must be a time with its zone, such as 2026-03-01T22:00:00Z or 2026-03-01T23:00:00+01:00',
      abort: true,
    })
    .transform((text) => instantText(instantOf(text)))
/** Milliseconds for which one run watches; absent: it looks once. A job ends after six hours, and an action before. */
export const watchTime = () =>
  line('give a duration such as 5h30m', 40)
    .transform((text, ctx) => {
      const ms = parseDuration(text) ?? Number.NaN
      if (ms >= 1000 && ms <= 330 * 60_000) return ms
      const message = 'must be a duration such as 5h30m, from 1s to 5h30m'
      ctx.issues.push({ code: 'custom', input: text, message })
      return z.NEVER
    })
    .optional()

/** File name of a workflow; absent: `release-watch.yml`. */
export const workflowFile = () =>
  line('give the file name of a workflow', 100)
    .regex(/^[A-Za-z0-9_][\w.-]*\.ya?ml$/, {
      error: 'must be a file name such as release-watch.yml',
    })
    .default('release-watch.yml')

/** One of a few words. */
export const choice = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.enum(words, { error: `must be one of ${words.join(', ')}` })

/** Results of jobs, a line `job=result` each. */
export const jobResults = () =>
  z
    .string({ error: 'is required: give one line job=result for every job' })
    .max(10_000, { error: 'is longer than 10,000 characters' })
    .transform((text, ctx) => {
      const results = parseJobResults(text)
      if (results !== undefined) return results
      const message = 'must hold one line job=result for every job, each job once'
      ctx.issues.push({ code: 'custom', input: text, message })
      return z.NEVER
    })

/** The address from the secret or variable PROMETHEUS_URL; empty means that of the config. */
export const prometheusUrl = () =>
  line('give the address of Prometheus', 2048).pipe(HttpUrl).optional()

/** The slug of a profile; empty means none. */
export const profile = () =>
  line('give the name of a profile of .github/release-actions.yml', 64)
    .regex(/^[a-z0-9][a-z0-9-]*$/, { error: 'must be the name of a profile, such as staging' })
    .optional()

/** The name of a product; empty where the config describes one, or where a tag says it. */
export const product = () =>
  line('give the name of a product of .github/release-actions.yml', 64)
    .regex(/^[a-z0-9][a-z0-9-]*$/, { error: 'must be the name of a product, such as edge' })
    .optional()

/** Inputs that name a release: a tag in one of them says whose it is. */
const NAMING = [
  'release_version',
  'version',
  'canary_version',
  'version_to_verify',
  'version_to_test',
  'current_version',
  'rollback_version',
] as const

/** What these inputs say of the product that is meant. */
export function whichProduct(inputs: Readonly<Record<string, unknown>>): Which {
  const tags = NAMING.map((name) => inputs[name]).filter((text) => typeof text === 'string')
  const { product: name } = inputs
  return { product: typeof name === 'string' ? name : undefined, tags }
}
