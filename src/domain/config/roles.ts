import * as z from 'zod'
import { CHECKPOINTS, type Checkpoint } from '../rollout/checkpoints.ts'
import { Slug } from './text.ts'

/** The duty of one phase alone; `checkpoint` is that of all four. */
export const checkpointDuty = (name: Checkpoint) => `checkpoint-${name}` as const

/** What a person does by hand. */
export const DUTIES = [
  'promote',
  'pause',
  'resume',
  'roll-back',
  'lift',
  'approve',
  'accept',
  'skip',
  'checkpoint',
  ...CHECKPOINTS.map(checkpointDuty),
  'notice',
  'backup',
  'override',
] as const
export type Duty = (typeof DUTIES)[number]

const Member = z
  .string()
  .regex(
    /^(?:role:[a-z][a-z0-9-]{0,62}|[A-Za-z0-9][A-Za-z0-9-]{0,38})$/,
    'must be a login, or a role of the repository such as role:maintain; a team cannot be asked for with the token of a job',
  )

const Role = z
  .strictObject({
    members: z
      .array(Member)
      .min(1)
      .max(100)
      .describe('Logins, deputies included, and roles of the repository such as `role:maintain`.'),
    may: z
      .array(z.enum(DUTIES))
      .max(DUTIES.length)
      .default([])
      .describe(
        'What they do by hand. `checkpoint` is all four phases, `checkpoint-prepared` one of them.',
      ),
  })
  .meta({ id: 'Role' })

/** Who does what by hand. A duty that no role names is anybody's who has write access. */
export const Roles = z.record(Slug, Role)
export type Roles = z.infer<typeof Roles>

/** The roles that may do something by hand; empty where nobody is named. */
export function rolesFor(duty: Duty, roles: Roles): readonly (readonly [string, Roles[string]])[] {
  const asked = duty.startsWith('checkpoint-') ? [duty, 'checkpoint'] : [duty]
  return Object.entries(roles).filter(([, { may }]) => may.some((own) => asked.includes(own)))
}
