import * as z from 'zod'
import { HttpUrl, Slug } from './text.ts'

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
  ])
  .meta({ id: 'Traffic' })
export type Traffic = z.infer<typeof Traffic>
