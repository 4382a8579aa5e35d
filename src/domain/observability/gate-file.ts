import * as z from 'zod'
import { canonical } from '../ledger/canonical.ts'
import { EvidenceRecord } from '../ledger/evidence-record.ts'
import { PlannedObjective } from '../rollout/plan.ts'

const Answer = z.union([
  z.strictObject({
    projects: z.array(z.string()).readonly(),
    isArchived: z.boolean(),
    isFinalized: z.boolean(),
  }),
  z.null(),
  z.string(),
])

/** What an observability gate was asked and what it saw: its verdict follows from this and nothing else. */
export const GateRecord = z.strictObject({
  schema: z.literal(1),
  version: z.string(),
  channel: z.string(),
  enforced: z.boolean(),
  /** Version whose objectives were read; empty when none was. */
  measured: z.string(),
  /** Milliseconds until `to` in which they were read, where they have no window of their own. */
  window: z.int().positive(),
  /** When they were read, ISO 8601. */
  to: z.iso.datetime(),
  objectives: z.array(PlannedObjective),
  /** Percent of the weight of the objectives that must pass; absent: all of it. */
  score: z.number().positive().max(100).optional(),
  /** Absent: nobody asked Sentry. */
  sentry: z
    .strictObject({
      question: z.strictObject({
        url: z.string(),
        organization: z.string().optional(),
        project: z.string().optional(),
        release: z.string(),
        finalized: z.boolean(),
      }),
      answer: Answer,
    })
    .optional(),
  evidence: z.array(EvidenceRecord),
})
export type GateRecord = z.infer<typeof GateRecord>

/** The file of a gate as the ledger keeps it: canonical JSON, one text for the same record. */
export function gateText(record: GateRecord): string {
  return canonical(record)
}

/** The record that such a text holds; undefined where it holds none. */
export function gateIn(text: string): GateRecord | undefined {
  try {
    return GateRecord.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
