import * as z from 'zod'
import { Slug } from '../config/text.ts'

const Tenant = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
    'must be letters, digits, dots, hyphens and underscores, 64 at most',
  )

/** To whom a stage shows the new version: the weight is what this makes of all the traffic. */
export const Audience = z
  .union([
    z.strictObject({
      tenants: z
        .array(Tenant)
        .min(1)
        .max(200)
        .refine((all) => new Set(all).size === all.length, { error: 'names a tenant twice' })
        .describe('Either these customers, by the ids that the router knows them by,'),
    }),
    z.strictObject({ ring: Slug.describe('or this update channel, such as `internal`.') }),
  ])
  .meta({ id: 'Audience' })
export type Audience = z.infer<typeof Audience>

/** Of a long list of tenants so many are shown. */
const SHOWN = 5

/** An audience in words: `tenants pilot-1, pilot-2`, `ring internal`; empty for everybody. */
export function audienceText(audience: Audience | undefined): string {
  if (audience === undefined) return ''
  if ('ring' in audience) return `ring ${audience.ring}`
  const { tenants } = audience
  const more = tenants.length > SHOWN ? ` and ${tenants.length - SHOWN} more` : ''
  return `${tenants.length === 1 ? 'tenant' : 'tenants'} ${tenants.slice(0, SHOWN).join(', ')}${more}`
}

/** The same as what stands behind a weight: ` for tenant pilot-1`; empty for everybody. */
export function forAudience(audience: Audience | undefined): string {
  return audience === undefined ? '' : ` for ${audienceText(audience)}`
}

/** Whether both show the new version to the same, in whatever order they name them. */
export function isSameAudience(a: Audience | undefined, b: Audience | undefined): boolean {
  return keyOf(a) === keyOf(b)
}

function keyOf(audience: Audience | undefined): string {
  if (audience === undefined) return ''
  return 'ring' in audience ? `ring ${audience.ring}` : audience.tenants.toSorted().join()
}

/** Where a list of stages shows the new version to somebody and takes it away again, and why; undefined where nowhere. */
export function shrinkingAt(
  stages: readonly { readonly weight: number; readonly audience?: Audience | undefined }[],
): { readonly index: number; readonly why: string } | undefined {
  // Without weight nobody has it yet.
  const first = stages.findIndex(({ weight }) => weight > 0)
  for (const [index, { audience }] of stages.entries()) {
    const why = index > first ? shrinks(stages[index - 1]?.audience, audience) : undefined
    if (why !== undefined) return { index, why }
  }
  const last = stages.length - 1
  const isForSome = stages[last]?.audience !== undefined
  return isForSome ? { index: last, why: 'the last stage is for everybody' } : undefined
}

function shrinks(before: Audience | undefined, after: Audience | undefined): string | undefined {
  if (after === undefined) return undefined
  if (before === undefined) return 'the stage before it is for everybody'
  // Rings lie in each other as they are written.
  if ('ring' in before && 'ring' in after) return undefined
  if ('ring' in before || 'ring' in after)
    return 'nobody can tell whether tenants and a ring contain each other'
  const lost = before.tenants.find((tenant) => !after.tenants.includes(tenant))
  return lost === undefined ? undefined : `it lacks ${lost}, whom the stage before it has`
}
