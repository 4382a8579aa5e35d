import * as z from 'zod'
import { DIRECTIONS, ON_BREACH } from '../judging/objective.ts'
import { RELEASE_TYPES } from '../release/type.ts'
import { Audience } from './audience.ts'
import { Conditions } from './conditions.ts'
import { Downtime } from './downtime.ts'
import { PlannedComparison } from './planned-comparison.ts'
import { PlannedPolicy } from './planned-policy.ts'

/** The strategies are the same state machine with other stages. */
export const STRATEGIES = ['direct', 'canary', 'blue-green', 'rolling', 'stepwise'] as const
export type Strategy = (typeof STRATEGIES)[number]

/** An objective as a plan freezes it. */
export const PlannedObjective = z.strictObject({
  name: z.string(),
  metric: z.string(),
  query: z.string().nullable(),
  /** Name of the source; absent: that of `metrics`. */
  source: z.string().optional(),
  unit: z.enum(['ratio', 'milliseconds', 'count']),
  limit: z.number(),
  direction: z.enum(DIRECTIONS),
  onBreach: z.enum(ON_BREACH),
  minSamples: z.int().positive(),
  ...PlannedPolicy,
})

const PlannedStage = z.strictObject({
  /** Percent of the traffic, 0 to 100. */
  weight: z.number().min(0).max(100),
  /** Milliseconds. */
  bake: z.int().positive(),
  /** Fewest requests that the new version must have served in the stage. */
  minRequests: z.int().nonnegative(),
  /** To whom it is shown; absent: everybody. */
  audience: Audience.optional(),
})
export type PlannedStage = z.infer<typeof PlannedStage>

const PlannedArtefact = z.strictObject({
  kind: z.string(),
  /** File name. */
  name: z.string(),
  /** `sha256:<hex>`. */
  digest: z.string(),
})

/** Who looks at a stage while it bakes, where it is not the run that began it. */
const PlannedClock = z.strictObject({
  kind: z.enum(['watch', 'schedule', 'external']),
  /** Longest time after the end of a bake in which somebody must have looked, milliseconds. */
  unattended: z.int().positive(),
  /** What becomes of a stage that nobody looked at in time. */
  overdue: z.enum(['pause', 'rollback']),
})
export type PlannedClock = z.infer<typeof PlannedClock>

/** What will happen to one release. Holds no time and no run: planned again from the same facts, it is the same plan. */
export const Plan = z.strictObject({
  schema: z.literal(1),
  product: z.string(),
  channel: z.string(),
  version: z.string(),
  baseline: z.string(),
  /** Commit of the version's tag. */
  commit: z.string(),
  /** Absent where the config has no types. */
  type: z.enum(RELEASE_TYPES).optional(),
  strategy: z.enum(STRATEGIES),
  /** Profile of the config; empty for none. */
  profile: z.string(),
  /** Profile under which the version has completed before; absent where none comes before. */
  after: z.string().optional(),
  /** Absent: the end of the release publishes its draft. */
  publishes: z.literal(false).optional(),
  stages: z.array(PlannedStage).min(1),
  /** Absent: the run that begins a stage watches it to its end. */
  clock: PlannedClock.optional(),
  /** Absent: nobody has declared any. */
  downtime: Downtime.optional(),
  /** What it waits for; absent: for nothing. */
  conditions: Conditions.optional(),
  /** Milliseconds of the last stage, which watches all of the traffic once more. Absent: there is no such stage. */
  completing: z.int().positive().optional(),
  /** Milliseconds between two looks. */
  interval: z.int().positive(),
  /** Empty only where the config says `objectives: none`. */
  objectives: z.array(PlannedObjective),
  /** Absent: the new version is compared with nothing. */
  comparison: PlannedComparison.optional(),
  /** Percent of the weight of the objectives that must pass; absent: every objective must. */
  score: z.number().positive().max(100).optional(),
  artefacts: z.array(PlannedArtefact),
  /** Percent of desktop clients, 1 to 100. */
  desktopRolloutPercentage: z.int().min(1).max(100),
})
export type Plan = z.infer<typeof Plan>
export type PlannedArtefact = z.infer<typeof PlannedArtefact>

/** Milliseconds from the first weight to the end of the last bake. */
export function plannedDuration(plan: Plan): number {
  return plan.stages.reduce((sum, stage) => sum + stage.bake, 0)
}
