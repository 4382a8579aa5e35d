import * as z from 'zod'
import { NOTICE_EVENTS } from '../config/notifications.ts'
import { Audience } from '../rollout/audience.ts'
import { BREACHES } from '../rollout/judge-stage.ts'
import { Plan } from '../rollout/plan.ts'
import { Attachment } from './attachment.ts'
import { BY_HAND } from './by-hand.ts'
import { EvidenceRecord, VerdictWord } from './evidence-record.ts'
import { Signature } from './signature.ts'

const WeightMap = z.record(z.string(), z.number().min(0).max(100))

const payloads = {
  plan: z.strictObject({ plan: Plan }),
  /** Written before an outside effect. `from` are the weights it starts from. */
  intent: z.strictObject({
    effect: z.literal('shift'),
    stage: z.int(),
    reason: z.string(),
    from: WeightMap,
    to: WeightMap,
    /** To whom `to` applies; absent: everybody. */
    audience: Audience.optional(),
  }),
  /** Written after it; or the end of the release. */
  outcome: z.discriminatedUnion('effect', [
    z.strictObject({ effect: z.literal('shift'), stage: z.int(), weights: WeightMap }),
    z.strictObject({
      effect: z.literal('release'),
      result: z.enum(['completed', 'rolled-back', 'failed']),
      reason: z.string(),
    }),
  ]),
  /** `stage` is the index of the judged stage; null for a gate before the rollout. */
  verdict: z.strictObject({
    gate: z.string(),
    stage: z.int().nullable(),
    verdict: VerdictWord,
    reason: z.string(),
    evidence: z.array(EvidenceRecord),
    breach: z.enum(BREACHES),
    /** With the breach `page`: until when somebody decides. */
    decideBy: z.iso.datetime().optional(),
  }),
  /** Objectives that only notify were beyond their limits in a stage; people are told once. */
  alarm: z.strictObject({ stage: z.int(), evidence: z.array(EvidenceRecord).min(1) }),
  /** What a person decided about a rollout. `by`: the login, and the role that the config asks for. */
  decision: z.strictObject({
    decision: z.enum(['pause', 'resume']),
    by: z.string(),
    reason: z.string(),
  }),
  /** Files that are kept as evidence. */
  attachments: z.strictObject({ attachments: z.array(Attachment).min(1).max(20) }),
  freeze: z.strictObject({ reason: z.string() }),
  lift: z.strictObject({ by: z.string(), reason: z.string(), issue: z.int() }),
  /** People were told of an event of an entry before, each channel by its name. */
  told: z.strictObject({
    event: z.enum(NOTICE_EVENTS),
    /** Seq of that entry. */
    about: z.int().positive(),
    /** None: for a day nobody could be told, and it is not tried any more. */
    channels: z.array(z.string()),
  }),
  ...BY_HAND,
}

/** Whose chain an entry belongs to. */
export const ReleaseKey = z.strictObject({
  product: z.string(),
  channel: z.string(),
  version: z.string(),
})
export type ReleaseKey = z.infer<typeof ReleaseKey>

const head = {
  schema: z.literal(1),
  /** Unique for one attempt to write: how a writer whose answer was lost finds its own entry. */
  id: z.string(),
  seq: z.int().positive(),
  /** `sha256:<hex>` of the canonical entry before; null for the first. */
  previous: z.string().nullable(),
  time: z.iso.datetime(),
  release: ReleaseKey,
  /** Null before there is a plan. */
  planHash: z.string().nullable(),
  actor: z.string(),
  run: z.strictObject({ id: z.int(), attempt: z.int() }),
  /** Commit of release-actions; empty where the platform does not say. */
  suite: z.string(),
  /** Null: unsigned, which is said aloud. */
  signature: Signature.nullable(),
}

const entryOf = <K extends keyof typeof payloads>(kind: K) =>
  z.strictObject({ ...head, kind: z.literal(kind), payload: payloads[kind] })

/** One line of the record. */
export const Entry = z.discriminatedUnion('kind', [
  entryOf('plan'),
  entryOf('intent'),
  entryOf('outcome'),
  entryOf('verdict'),
  entryOf('decision'),
  entryOf('attachments'),
  entryOf('freeze'),
  entryOf('lift'),
  entryOf('approval'),
  entryOf('checkpoint'),
  entryOf('notice-delivered'),
  entryOf('backup'),
  entryOf('override'),
  entryOf('handover'),
  entryOf('alarm'),
  entryOf('told'),
])
export type Entry = z.infer<typeof Entry>

/** Kind and payload: what a decision adds; the rest follows from where it is appended. */
export type Draft = Entry extends infer E
  ? E extends { kind: infer K; payload: infer P }
    ? { readonly kind: K; readonly payload: P }
    : never
  : never
