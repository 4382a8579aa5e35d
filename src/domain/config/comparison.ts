import * as z from 'zod'
import { DEFAULT_POLICY } from '../judging/comparison/policy.ts'
import { ComparedMetricConfig, KNOWN_METRICS } from './compared-metric.ts'
import { Duration, parseDuration } from './duration.ts'
import { parseRatio, Ratio } from './ratio.ts'

/** Two scrapes a second apart: no provider tells apart what comes sooner. */
const SHORTEST_MS = 1000

/** How the new version is compared with the one that serves beside it. */
export const ComparisonConfig = z
  .strictObject({
    metrics: z
      .array(ComparedMetricConfig)
      .min(1)
      .max(8)
      .default([...KNOWN_METRICS])
      .describe('What is compared; `latency` and `errors` are known to every provider.'),
    look: Duration.default('1m').describe(
      'Length of a look: what happened in one is held against each other. At least 1s, with the prober `looks.interval`, and with Prometheus better not below its scrape interval.',
    ),
    'max-looks': z
      .int()
      .min(10)
      .max(120)
      .default(DEFAULT_POLICY.maxLooks)
      .describe('A bake that is longer than so many looks has longer ones.'),
    alpha: Ratio.default('1%').describe(
      'Chance to stop a healthy release, whatever its stages and looks.',
    ),
    'min-effect': Ratio.default('5%').describe(
      'Rises of a level up to this share need not be found.',
    ),
    'warm-up': Duration.default('2m').describe(
      'Begin of each stage in which a higher level of the new version is expected; errors are not excused.',
    ),
    'min-requests': z
      .int()
      .min(1)
      .max(1_000_000)
      .default(DEFAULT_POLICY.minRequests)
      .describe('Fewer requests of the new version are inconclusive.'),
    'on-breach': z
      .enum(['pause', 'rollback'])
      .default('rollback')
      .describe('What becomes of a rollout whose new version is worse.'),
  })
  .meta({ id: 'Comparison' })
export type ComparisonConfig = z.infer<typeof ComparisonConfig>

/** What a comparison is held against in the rest of the config. */
interface Beside {
  readonly comparison?: ComparisonConfig | 'none' | undefined
  readonly metrics?: { readonly provider: string } | undefined
  readonly looks: { readonly interval: string }
}

/** Adds an issue for what cannot be compared, or could not be told apart in a report. */
export function comparable(config: Beside, context: z.core.$RefinementCtx): void {
  const { comparison } = config
  if (comparison === undefined || comparison === 'none') return
  for (const [key, message] of [
    ...lookComplaints(comparison, config),
    ...metricComplaints(comparison, config),
  ])
    context.addIssue({ code: 'custom', path: ['comparison', key], message })
}

type Complaint = readonly [key: keyof ComparisonConfig, message: string]

function lookComplaints(
  { look, alpha }: ComparisonConfig,
  { metrics, looks }: Beside,
): Complaint[] {
  const ms = parseDuration(look) ?? 0
  const isProber = metrics?.provider === 'prober'
  const complaints: (Complaint | undefined)[] = [
    ms < SHORTEST_MS ? ['look', 'is shorter than 1s'] : undefined,
    isProber && ms < (parseDuration(looks.interval) ?? 0)
      ? ['look', 'is shorter than looks.interval: some looks would have no probes']
      : undefined,
    parseRatio(alpha) === 0 ? ['alpha', 'must be above 0'] : undefined,
  ]
  return complaints.filter((one) => one !== undefined)
}

/** Whether it counts what the new version has served: without that nobody knows when enough was seen. */
function isServed(metric: ComparisonConfig['metrics'][number]): boolean {
  return typeof metric === 'string' || metric.kind === 'sessions'
}

function metricComplaints({ metrics }: ComparisonConfig, config: Beside): Complaint[] {
  const names = metrics.map((one) => (typeof one === 'string' ? one : one.name))
  const queried = metrics.find((one) => typeof one !== 'string')
  const complaints: (Complaint | undefined)[] = [
    new Set(names).size === names.length ? undefined : ['metrics', 'has a name twice'],
    metrics.some(isServed)
      ? undefined
      : ['metrics', 'has none that counts requests or sessions: nothing could pass'],
    config.metrics?.provider === 'prober' && queried !== undefined
      ? ['metrics', `has ${queried.name}, and the prober knows latency and errors alone`]
      : undefined,
  ]
  return complaints.filter((one) => one !== undefined)
}
