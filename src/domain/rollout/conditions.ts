import * as z from 'zod'

/** What a release waits for before its first weight, and with `checkpoints` also before its end. Absent: for nothing. */
export const Conditions = z.strictObject({
  /** A person with the duty `approve` approves this very plan; `signed`: the entry carries a signature. */
  approval: z.enum(['recorded', 'signed']).optional(),
  /** Who planned the release does not approve it. */
  fourEyes: z.literal(true).optional(),
  /** A person with the duty `accept` accepts what is new. */
  acceptance: z.literal(true).optional(),
  /** Shortest time between the delivery of the notice and the first weight, milliseconds. */
  notice: z.int().positive().optional(),
  /** No weight before this time, ISO 8601 in UTC. */
  notBefore: z.iso.datetime().optional(),
  /** The four checkpoints are complete, each before the next phase begins. */
  checkpoints: z.literal(true).optional(),
  /** A backup was made. */
  backup: z.literal(true).optional(),
})
export type Conditions = z.infer<typeof Conditions>

/** The notice that people get before a rollout. */
export const NOTICE = 'notification.maintenance.scheduled'

/** Conditions by the names that people write, in the order in which they are told. */
export const CONDITIONS = [
  'prepared',
  'acceptance',
  'approval',
  'notice',
  'backup',
  'pre-checked',
  'not-before',
  'post-checked',
] as const
export type ConditionName = (typeof CONDITIONS)[number]

/** What a recorded override stands in for. Nothing stands in for a person's approval. */
export const OVERRIDABLE = [
  'prepared',
  'notice',
  'backup',
  'pre-checked',
  'not-before',
  'post-checked',
] as const satisfies readonly ConditionName[]
export type Overridable = (typeof OVERRIDABLE)[number]
