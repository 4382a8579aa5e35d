import * as z from 'zod'

/** How an objective is judged, beyond its limit; each absent where nobody asked for it. Times are milliseconds. */
export const PlannedPolicy = {
  window: z.int().positive().optional(),
  maxAge: z.int().positive().optional(),
  consecutive: z.int().min(2).optional(),
  must: z.literal('grow').optional(),
  versus: z.literal('baseline').optional(),
  decideWithin: z.int().positive().optional(),
  who: z.string().optional(),
  critical: z.literal(true).optional(),
  weight: z.number().positive().optional(),
}
