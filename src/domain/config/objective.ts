import * as z from 'zod'
import { type Objective, parseLimit } from '../judging/objective.ts'
import { Access, hasOneLogin, ONE_LOGIN } from './source-access.ts'
import { HttpUrl, Slug } from './text.ts'

/** One SLO in the config. */
export const ObjectiveConfig = z
  .strictObject({
    name: Slug,
    metric: z.enum(['error-rate', 'latency-p95', 'custom']),
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
    limit: z.string().describe('With its unit: `1%`, `250ms`, `1000`.'),
    direction: z.enum(['at-most', 'at-least']).default('at-most'),
    'on-breach': z.enum(['pause', 'rollback']).default('rollback'),
    'min-samples': z.int().min(1).max(1_000_000).default(50),
  })
  .check((ctx) => {
    const { limit, unit, metric, query } = ctx.value
    if (parseLimit(limit, unit) === undefined)
      ctx.issues.push({
        code: 'custom',
        input: limit,
        path: ['limit'],
        message: `must be a limit in ${unit}, such as ${{ ratio: '1%', milliseconds: '250ms', count: '1000' }[unit]}`,
      })
    if (metric === 'custom' && query === undefined)
      ctx.issues.push({
        code: 'custom',
        input: query,
        path: ['query'],
        message: 'is required for the metric `custom`',
      })
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

/** The objective as a plan freezes it: numbers in base units. */
export function toObjective(config: ObjectiveConfig): Objective {
  return {
    name: config.name,
    metric: config.metric,
    query: config.query ?? null,
    unit: config.unit,
    limit: parseLimit(config.limit, config.unit) ?? Number.NaN,
    direction: config.direction,
    onBreach: config['on-breach'],
    minSamples: config['min-samples'],
    ...(config.source === undefined ? {} : { source: config.source }),
  }
}
