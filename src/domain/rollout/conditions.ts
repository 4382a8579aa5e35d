import * as z from 'zod'

/** What a rollout waits for before it begins, or asks for on its way. */
export const Conditions = z.strictObject({
  approval: z.enum(['recorded', 'signed']).optional(),
  notice: z.int().positive().optional(),
  notBefore: z.iso.datetime().optional(),
  checkpoints: z.literal(true).optional(),
  backup: z.literal(true).optional(),
})
export type Conditions = z.infer<typeof Conditions>
