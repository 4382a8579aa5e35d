import * as z from 'zod'
import type { ComparedMetric } from '../rollout/planned-comparison.ts'
import { Slug } from './text.ts'

/** What every provider that can compare knows by itself. */
export const KNOWN_METRICS = ['latency', 'errors'] as const

const name = Slug.describe(
  'Name in reports. Instead of a table the item may be `latency` or `errors`, which every provider knows; both are compared unless others are named.',
)

const Queried = z.strictObject({
  name,
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

/** A name and matchers, in any of PromQL's quotes: what may stand before a range in brackets. */
const SELECTOR =
  /^(?=[^ ])(?:[a-zA-Z_:][a-zA-Z0-9_:]*)?(?: *\{(?:[^"'`{}]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)*\})?$/

const Selector = z
  .string()
  .min(1)
  .max(4096)
  .regex(
    SELECTOR,
    'is no selector of a counter, such as crashes_total{version="{version}"}, without functions and sums',
  )

const Sessions = z.strictObject({
  name,
  kind: z
    .literal('sessions')
    .describe('Sessions that crashed, of those that began; a crash may be reported late.'),
  query: Selector.describe(
    'PromQL selector, with `{version}`, of the counter of crashed sessions. A version that has none beside one that has counts as without crashes; where neither has one, nothing is compared.',
  ),
  total: Selector.describe('The same of the counter of sessions that began.'),
})

/** One metric of a comparison. */
export const ComparedMetricConfig = z.union([
  z.enum(KNOWN_METRICS),
  z.discriminatedUnion('kind', [Queried, Sessions]),
])
export type ComparedMetricConfig = z.infer<typeof ComparedMetricConfig>

/** The metric as a plan freezes it. */
export function toComparedMetric(one: ComparedMetricConfig): ComparedMetric {
  return typeof one === 'string' ? { name: one, kind: one, query: null } : one
}
