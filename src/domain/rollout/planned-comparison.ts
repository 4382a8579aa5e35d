import * as z from 'zod'

/** Kinds of metrics that a source can give for both versions, as the judge of comparisons names them. */
export const COMPARED_KINDS = ['latency', 'errors', 'restarts', 'sessions', 'gauge', 'lag'] as const

const ComparedMetric = z.strictObject({
  /** Unique within a comparison. */
  name: z.string(),
  kind: z.enum(COMPARED_KINDS),
  /** Template with `{version}` and `{window}`; null for the metrics that the provider knows. */
  query: z.string().nullable(),
  /** Of sessions: what counts those that began, where `query` counts those that crashed. */
  total: z.string().optional(),
})
export type ComparedMetric = z.infer<typeof ComparedMetric>

/** How the new version is compared with the old one while a stage bakes: all that its verdict depends on beside what was seen. */
export const PlannedComparison = z.strictObject({
  metrics: z.array(ComparedMetric).min(1),
  /** Shortest look, milliseconds. */
  look: z.int().positive(),
  /** A bake that is longer than so many looks has longer ones. */
  maxLooks: z.int().positive(),
  /** Of the whole release: the chance to stop a healthy one. */
  alpha: z.number(),
  /** How much less evidence than 1/alpha stops. */
  relaxed: z.number(),
  minEffect: z.number(),
  /** Milliseconds. */
  warmUp: z.int().positive(),
  minRequests: z.int().positive(),
  /** What healthy groups may differ by, as shares of the level. */
  healthy: z.strictObject({ offset: z.number(), ownNoise: z.number(), memory: z.number() }),
  onBreach: z.enum(['pause', 'rollback']),
})
export type PlannedComparison = z.infer<typeof PlannedComparison>
