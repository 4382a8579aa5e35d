import * as z from 'zod'
import { CHECKPOINTS } from '../rollout/checkpoints.ts'
import { NOTICE, OVERRIDABLE } from '../rollout/conditions.ts'

/** The login, and the role that the config asks for. */
const by = z.string()
const reason = z.string()

/** What people record about the conditions of a plan, by the kind of its entry. */
export const BY_HAND = {
  /** Bound to the plan that the entry names. `accept`: what is new is accepted. */
  approval: z.strictObject({ decision: z.enum(['approve', 'accept']), by, reason }),
  /** `done`: ids of the items that are done since. */
  checkpoint: z.strictObject({
    checkpoint: z.enum(CHECKPOINTS),
    done: z.array(z.string()).min(1),
    by,
    reason,
  }),
  'notice-delivered': z.strictObject({
    notice: z.literal(NOTICE),
    delivered: z.iso.datetime(),
    by,
    reason,
  }),
  /** `reason` says where it lies. */
  backup: z.strictObject({ made: z.iso.datetime(), by, reason }),
  /** It goes on without this condition. */
  override: z.strictObject({ condition: z.enum(OVERRIDABLE), by, reason }),
  /** A run came to the first weight and met a condition: who meets it may go on. */
  handover: z.strictObject({ reason }),
}
