import * as z from 'zod'
import { Argv, HttpUrl, Slug } from './text.ts'

const slots = z
  .record(
    Slug,
    z.strictObject({ url: HttpUrl.describe('Reaches this slot alone, past the router.') }),
  )
  .refine((s) => Object.keys(s).length === 2, {
    error: 'must name exactly two slots, such as blue and green',
  })

const common = {
  slots,
  'version-path': z
    .string()
    .regex(/^\//)
    .default('/version')
    .describe('Answers JSON with `version`.'),
  endpoint: HttpUrl.optional().describe('Where users reach the service.'),
}

/** The router that splits the traffic between two slots. */
export const Traffic = z
  .discriminatedUnion('provider', [
    z.strictObject({ provider: z.literal('router'), url: HttpUrl, ...common }),
    z.strictObject({
      provider: z.literal('haproxy'),
      socket: z
        .string()
        .regex(/^(?:unix:\/|tcp:\/\/)/)
        .describe('`tcp://host:port` or `unix:/path` of the runtime API.'),
      backend: Slug,
      ...common,
    }),
    z.strictObject({
      provider: z.literal('command'),
      set: Argv.describe(
        'Moves the traffic: `{weights}` is the JSON `{"blue":90,"green":10}`, `{weight:blue}` the percent of one slot; `{audience}` is the JSON of the stage\'s audience, `{tenants}` its tenants with commas between them, `{ring}` its ring, all three empty for everybody. Repeatable; it has 10 s.',
      ),
      get: Argv.describe(
        'Prints what the router holds as JSON: `{"weights":{"blue":90,"green":10},"audience":{"tenants":["a"]}}`, the audience left out for everybody. It has 10 s.',
      ),
      ...common,
    }),
  ])
  .superRefine((traffic, context) => {
    if (traffic.provider !== 'command') return
    const silent = unsaidWeight(traffic.set, Object.keys(traffic.slots))
    if (silent !== undefined)
      context.addIssue({ code: 'custom', path: ['set'], message: `names no ${silent}` })
  })
  .meta({ id: 'Traffic' })
export type Traffic = z.infer<typeof Traffic>

/** The placeholder of a weight that a command never gets; undefined where it gets all of them. */
function unsaidWeight(argv: readonly string[], slots: readonly string[]): string | undefined {
  const says = (name: string) => argv.some((part) => part.includes(`{${name}}`))
  if (says('weights')) return undefined
  const silent = slots.filter((slot) => !says(`weight:${slot}`))
  return silent.length === 0 ? undefined : '{weights}'
}
