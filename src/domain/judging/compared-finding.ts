import * as z from 'zod'
import { COMPARED_KINDS } from '../rollout/planned-comparison.ts'

const Figure = z.number().nullable()

/** What a comparison found of one metric, in figures for people; null is what nobody knows. */
export const ComparedFinding = z.strictObject({
  name: z.string(),
  kind: z.enum(COMPARED_KINDS),
  /** Level over all looks: the median latency in milliseconds, the share of what failed, the mean of a gauge or lag. */
  baseline: Figure,
  canary: Figure,
  /** Of the new version over the old one, and where it lies with a chance of 1 − alpha of the stage. */
  ratio: Figure,
  low: Figure,
  high: Figure,
  /** Requests, instances, sessions or readings of the new version. */
  n: z.number(),
  /** In which both could be compared. */
  looks: z.int().nonnegative(),
})
export type ComparedFinding = z.infer<typeof ComparedFinding>
