import * as z from 'zod'
import { CHECKPOINTS, type Checkpoint } from '../rollout/checkpoints.ts'
import { type Team, teamOf } from './team.ts'
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
    /^(?:role:[a-z][a-z0-9-]{0,62}|[A-Za-z0-9][A-Za-z0-9-]{0,38}|@[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9_-]{1,255})$/,
    "must be a login, a role of the repository such as role:maintain, or a team such as '@acme/release-managers', in quotes",
  )

const Role = z
  .strictObject({
    members: z
      .array(Member)
      .min(1)
      .max(100)
      .describe(
        'Logins, deputies included, roles of the repository such as `role:maintain`, and teams of its organisation such as `@acme/release-managers`, in quotes.',
      ),
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

/** The teams that roles name, each once. */
export function teamsIn(roles: Roles): readonly Team[] {
  const named = new Set(Object.values(roles).flatMap(({ members }) => members))
  return [...named].flatMap((member) => teamOf(member) ?? [])
}
