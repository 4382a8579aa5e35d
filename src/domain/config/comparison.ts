import * as z from 'zod'
import { DEFAULT_POLICY } from '../judging/comparison/policy.ts'
import { Duration, parseDuration } from './duration.ts'
import { parseRatio, Ratio } from './ratio.ts'
import { Slug } from './text.ts'

/** What every provider that can compare knows by itself. */
const KNOWN = ['latency', 'errors'] as const
/** Two scrapes a second apart: no provider tells apart what comes sooner. */
const SHORTEST_MS = 1000

const Queried = z.strictObject({
  name: Slug.describe(
    'Name in reports. Instead of a table the item may be `latency` or `errors`, which every provider knows; both are compared unless others are named.',
  ),
  kind: z
    .enum(['gauge', 'lag', 'restarts'])
    .describe(
      '`gauge`: a level above 0, such as a saturation. `lag`: a queue, 0 or more. `restarts`: a counter.',
    ),
  query: z
    .string()
    .min(1)
    .max(4096)
    .describe(
      'PromQL with `{version}` (and `{window}`, a look): one value, and more is worse; of `restarts` the selector of a counter, a series for each instance.',
    ),
})

/** How the new version is compared with the one that serves beside it. */
export const ComparisonConfig = z
  .strictObject({
    metrics: z
      .array(z.union([z.enum(KNOWN), Queried]))
      .min(1)
      .max(8)
      .default([...KNOWN])
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
    ...nameComplaints(comparison),
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

function nameComplaints({ metrics }: ComparisonConfig): Complaint[] {
  const names = metrics.map((one) => (typeof one === 'string' ? one : one.name))
  return new Set(names).size === names.length ? [] : [['metrics', 'has a name twice']]
}
