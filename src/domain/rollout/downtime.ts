import * as z from 'zod'

/** A downtime that was declared for a release: whole seconds, in UTC. */
export const Downtime = z.strictObject({
  /** `lock`: data is locked. `window`: the service may be away. */
  kind: z.enum(['lock', 'window']),
  from: z.iso.datetime({ precision: 0 }),
  to: z.iso.datetime({ precision: 0 }),
  reason: z.string(),
})
export type Downtime = z.infer<typeof Downtime>
