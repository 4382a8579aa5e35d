import * as z from 'zod'

/** Squares of larger ones are out of a number's reach. */
const LARGEST = 1e100
const MOST_VALUES = 1_000_000

const Finite = z.number().min(-LARGEST).max(LARGEST)
const Size = Finite.min(0)
const Reading = z
  .union([Finite, z.null(), z.enum(['NaN', 'Infinity', '-Infinity'])])
  .describe('A number; null or "NaN" where the reading was lost')
const Readings = z.array(Reading).max(MOST_VALUES)
const Count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const Events = z
  .strictObject({
    count: Count.describe('What happened, for example errors'),
    total: Count.describe('What it could happen to, for example requests'),
  })
  .refine(({ count, total }) => count <= total, { error: 'the count is greater than the total' })

const Tolerance = z.strictObject({
  relative: Size.optional().describe('Share of the baseline, for example 0.1'),
  absolute: Size.optional().describe('In the unit; of events a share of all'),
})

const head = {
  name: z.string().min(1).max(200).describe('Unique in the document'),
  unit: z.string().max(50).default('').describe('For people'),
  direction: z
    .enum(['increase', 'decrease', 'either'])
    .default('increase')
    .describe('What is worse'),
  minSamples: z.number().int().min(1).optional().describe('Of each side; 5 values or 100 trials'),
  critical: z.boolean().default(false).describe('With a score: its failure fails all'),
  weight: Size.gt(0).default(1).describe('In the score'),
}

const ValuesMetric = z.strictObject({
  ...head,
  baseline: Readings.nullable().default(null).describe('What runs beside the canary'),
  canary: Readings,
  history: z.array(Readings).max(1000).default([]).describe('Earlier versions, one list each'),
  tolerance: Tolerance.optional().describe(
    'The smallest effect that matters; 10 % of the baseline',
  ),
  limit: z
    .union([Finite, z.strictObject({ value: Finite, quantile: z.number().gt(0).lt(1) })])
    .optional()
    .describe('In the unit, of the median unless a quantile is named'),
})

const EventsMetric = z.strictObject({
  ...head,
  baseline: Events.nullable().default(null).describe('What runs beside the canary'),
  canary: Events,
  tolerance: Tolerance.optional().describe(
    'The smallest effect that matters; 100 % of the baseline or 0.005 of all, whichever is more',
  ),
  limit: z.number().min(0).max(1).optional().describe('Share of all'),
})

const Metric = z
  .union([EventsMetric, ValuesMetric])
  .refine(({ direction, limit }) => direction !== 'either' || limit === undefined, {
    error: 'a limit needs a direction: increase or decrease',
  })

/** What `judge --input` reads. */
export const SamplesDocument = z.strictObject({
  version: z.literal(1).default(1),
  alpha: z
    .number()
    .gt(0)
    .lt(0.5)
    .default(0.01)
    .describe('Greatest chance of a wrong fail, and of a wrong pass'),
  score: z
    .strictObject({
      pass: z.number().min(0).max(100).default(95),
      marginal: z.number().min(0).max(100).default(75),
    })
    .refine(({ pass, marginal }) => marginal <= pass, { error: 'marginal is greater than pass' })
    .optional()
    .describe('Decides by weights; without it every metric has to pass'),
  metrics: z.array(Metric).min(1).max(10_000),
})
export type SamplesDocument = z.infer<typeof SamplesDocument>
