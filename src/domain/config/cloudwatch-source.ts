import * as z from 'zod'
import { SecretName } from './source-access.ts'
import { valuesOf } from './source-value.ts'
import { HttpUrl } from './text.ts'

const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[\x20-\x7e]+$/, 'must be ASCII')

/** A metric as CloudWatch names it. */
const Metric = z.strictObject({
  namespace: text(255).describe('Namespace of the metric.'),
  name: text(255).describe('Name of the metric.'),
  dimensions: z
    .record(text(255), text(1024))
    .optional()
    .describe('Dimensions, all of them, with `{version}`.'),
  statistic: z
    .string()
    .regex(/^(?:Average|Sum|Minimum|Maximum|SampleCount|p(?:100|\d{1,2}(?:\.\d{1,3})?))$/, {
      error: 'must be Average, Sum, Minimum, Maximum, SampleCount or a percentile such as p95',
    })
    .describe(
      '`Average`, `Sum`, `Minimum`, `Maximum`, `SampleCount` or a percentile such as `p95`.',
    ),
})
export type CloudWatchMetric = z.infer<typeof Metric>

const Value = z.strictObject({
  metric: Metric,
  per: Metric.optional().describe(
    'Metric that it is divided by, such as all requests; it is the number of samples then.',
  ),
  unit: z
    .enum(['ratio', 'percent', 'milliseconds', 'seconds', 'count'])
    .describe('Unit in which CloudWatch has it.'),
})
export type CloudWatchValue = z.infer<typeof Value>

/** Metrics of Amazon CloudWatch. */
export const CloudWatchSource = z.strictObject({
  provider: z.literal('cloudwatch').describe('Amazon CloudWatch, by `GetMetricData`.'),
  region: z
    .string()
    .regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/, 'must be a region such as eu-central-1')
    .describe('Region of the metrics.'),
  url: HttpUrl.optional().describe('Another endpoint than that of the region.'),
  'access-key-id': SecretName.default('AWS_ACCESS_KEY_ID').describe(
    'Name of the secret with the id of the key; it needs `cloudwatch:GetMetricData`.',
  ),
  'secret-access-key': SecretName.default('AWS_SECRET_ACCESS_KEY').describe(
    'Name of the secret with the key.',
  ),
  'session-token': SecretName.optional().describe(
    'Name of the secret with the session token of a role. Left out: there is none.',
  ),
  values: valuesOf(Value).describe(
    'What an objective may ask for, by the name that it gives as `query`.',
  ),
})
export type CloudWatchSource = z.infer<typeof CloudWatchSource>
