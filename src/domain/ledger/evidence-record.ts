import * as z from 'zod'
import { ComparedFinding } from '../judging/compared-finding.ts'
import { LookFacts } from '../judging/look-facts.ts'
import { Attachment } from './attachment.ts'

/** A verdict as the ledger writes it. */
export const VerdictWord = z.enum(['pass', 'fail', 'inconclusive'])

/** Evidence as the ledger keeps it. */
export const EvidenceRecord = z.object({
  name: z.string(),
  verdict: VerdictWord,
  question: z.string(),
  answer: z.string(),
  limit: z.string(),
  /** As it was measured, in the unit of the objective. */
  value: z.number().optional(),
  samples: z.number().optional(),
  /** Of a comparison, metric by metric. */
  findings: z.array(ComparedFinding).readonly().optional(),
  /** What was seen, where the record has no room for it. */
  attachment: Attachment.optional(),
  look: LookFacts.optional(),
  interval: z.object({ lower: z.number(), upper: z.number() }).optional(),
  hint: z.string().optional(),
})
