import * as z from 'zod'
import {
  DIRECTIONS,
  type Objective,
  ON_BREACH,
  parseLimit,
  THROUGHPUT,
} from '../judging/objective.ts'
import { BY, complaintsOf, PolicyFields, policyOf } from './objective-policy.ts'
import { parseRatio } from './ratio.ts'
import { Access, hasOneLogin, ONE_LOGIN } from './source-access.ts'
import { HttpUrl, Slug } from './text.ts'

/** One SLO in the config. */
export const ObjectiveConfig = z
  .strictObject({
    name: Slug,
    metric: z.enum(['error-rate', 'latency-p95', THROUGHPUT, 'custom']),
    query: z
      .string()
      .min(1)
      .max(4096)
      .optional()
      .describe('Query with `{version}` and `{window}`, in the language of the source.'),
    source: Slug.optional().describe(
      'Name of one of the `sources`. Left out: the source under `metrics`.',
    ),
    unit: z.enum(['ratio', 'milliseconds', 'count']),
    limit: z
      .string()
      .optional()
      .describe('With its unit: `1%`, `250ms`, `1000`. Required without `must` and `versus`.'),
    direction: z.enum(DIRECTIONS).default('at-most'),
    'on-breach': z
      .enum(ON_BREACH)
      .default('rollback')
      .describe(
        'What a breach does to the rollout: `notify` tells people and holds nothing, `page` pauses and asks for a decision, `pause` waits for a person, `stop` ends the release where it stands, `rollback` takes the traffic back. See [objectives](../judging.md#objectives).',
      ),
    'min-samples': z.int().min(1).max(1_000_000).default(50),
    ...PolicyFields,
  })
  .check(({ value, issues }) => {
    for (const { path, message } of complaintsOf(value))
      issues.push({ code: 'custom', input: value, path: [path], message })
  })
  .meta({ id: 'Objective' })
export type ObjectiveConfig = z.infer<typeof ObjectiveConfig>

/** Prometheus, VictoriaMetrics, and what else speaks their API. */
export const PrometheusSource = z
  .strictObject({
    provider: z.literal('prometheus'),
    url: HttpUrl.optional().describe(
      'Address of the Prometheus API. Left out: the secret or variable `PROMETHEUS_URL`.',
    ),
    ...Access,
    'requests-metric': z
      .string()
      .default('http_requests_total')
      .describe('Counter with the labels `version` and `code`.'),
    'duration-metric': z
      .string()
      .default('http_request_duration_seconds')
      .describe('Histogram with the label `version`.'),
  })
  .refine(hasOneLogin, ONE_LOGIN)

/** The suite itself asks the slot of a version. */
export const ProberSource = z.strictObject({
  provider: z.literal('prober').describe('Built in: asks the slot itself and measures.'),
  method: z.enum(['GET', 'POST']).default('GET'),
  path: z.string().regex(/^\//).default('/'),
  body: z.string().max(10_000).optional(),
  headers: z.record(z.string(), z.string()).default({}),
  'requests-per-look': z.int().min(1).max(1000).default(50),
})

/** Where the values of the objectives come from that name no source. */
export const Metrics = z
  .discriminatedUnion('provider', [PrometheusSource, ProberSource])
  .meta({ id: 'Metrics' })
export type Metrics = z.infer<typeof Metrics>

/** The objective as a plan freezes it: numbers in base units, and nothing that nobody asked for. */
export function toObjective(config: ObjectiveConfig): Objective {
  return {
    name: config.name,
    metric: config.metric,
    query: config.query ?? null,
    unit: config.unit,
    limit: limitOf(config),
    direction: config.direction,
    onBreach: config['on-breach'],
    minSamples: config['min-samples'],
    ...policyOf(config),
    ...(config.source === undefined ? {} : { source: config.source }),
  }
}

function limitOf({ must, versus, by, limit = '', unit }: ObjectiveConfig): number {
  if (must === 'grow') return 0
  if (versus === 'baseline') return parseRatio(by ?? BY) ?? Number.NaN
  return parseLimit(limit, unit) ?? Number.NaN
}
