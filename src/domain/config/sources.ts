import * as z from 'zod'
import { CloudWatchSource } from './cloudwatch-source.ts'
import { GitHubSource } from './github-source.ts'
import { ProberSource, PrometheusSource } from './objective.ts'
import { SentryHealthSource } from './sentry-health-source.ts'
import { Access, hasOneLogin, ONE_LOGIN } from './source-access.ts'
import { JsonValue, valuesOf } from './source-value.ts'
import { HttpUrl, Slug } from './text.ts'

const HttpJsonSource = z
  .strictObject({
    provider: z.literal('http-json').describe('Any JSON that is read by GET.'),
    url: HttpUrl.describe('Address that every path below begins with.'),
    ...Access,
    values: valuesOf(
      z.strictObject({
        path: z
          .string()
          .max(2000)
          .regex(/^\/(?!\/)[\x21-\x7e]*$/, 'must begin with one slash and be ASCII without spaces')
          .regex(/^[^#\\]*$/, 'must not hold # or a backslash')
          .describe(
            'Path and query, with `{version}`, `{window}`, `{from}`, `{to}` and `{release-start}`.',
          ),
        ...JsonValue,
      }),
    ).describe('What an objective may ask for, by the name that it gives as `query`.'),
  })
  .refine(hasOneLogin, ONE_LOGIN)
export type HttpJsonSource = z.infer<typeof HttpJsonSource>

const FileSource = z.strictObject({
  provider: z.literal('file').describe('JSON files of the workspace.'),
  values: valuesOf(
    z.strictObject({
      file: z
        .string()
        .min(1)
        .max(500)
        .describe('Path of the file inside the workspace, with `{version}`.'),
      ...JsonValue,
    }),
  ).describe('What an objective may ask for, by the name that it gives as `query`.'),
})
export type FileSource = z.infer<typeof FileSource>

const LokiSource = z
  .strictObject({
    provider: z.literal('loki').describe('Log lines, counted by Loki.'),
    url: HttpUrl.describe('Address of Loki.'),
    ...Access,
    tenant: z
      .string()
      .regex(/^[\w!.*'()|-]{1,150}$/, 'must be a tenant of Loki')
      .optional()
      .describe('Tenant, sent as `X-Scope-OrgID`.'),
    lines: z
      .string()
      .min(2)
      .max(4096)
      .describe(
        'LogQL that selects the log lines of a version, with `{version}`. Their number is the samples of every objective.',
      ),
    errors: z
      .string()
      .min(2)
      .max(4096)
      .default('|~ "(?i)\\\\b(error|fatal|panic)\\\\b"')
      .describe('Filter behind `lines` that leaves the error lines, for the metric `error-rate`.'),
  })
  .refine(hasOneLogin, ONE_LOGIN)
export type LokiSource = z.infer<typeof LokiSource>

/** One more source of values. */
export const Source = z.discriminatedUnion('provider', [
  PrometheusSource,
  ProberSource,
  SentryHealthSource,
  HttpJsonSource,
  FileSource,
  LokiSource,
  CloudWatchSource,
  GitHubSource,
])
export type Source = z.infer<typeof Source>

/** Sources by the names that objectives give as `source`. */
export const Sources = z.record(Slug, Source)
export type Sources = z.infer<typeof Sources>
