import * as z from 'zod'
import { Duration } from './duration.ts'
import { Ratio } from './ratio.ts'
import { Argv, HttpUrl, Slug } from './text.ts'

/** One check of a suite. `{version}` and `{slot-url}` are replaced in strings. */
export const Check = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('http'),
      name: Slug,
      url: HttpUrl.optional().describe('Absolute; without it `path` of the slot under test.'),
      path: z.string().regex(/^\//).default('/'),
      method: z.enum(['GET', 'POST']).default('GET'),
      headers: z.record(z.string(), z.string()).default({}),
      body: z.string().max(10_000).optional(),
      status: z.int().min(100).max(599).default(200),
      json: z
        .record(z.string().regex(/^\//), z.string())
        .default({})
        .describe('JSON pointer → expected text.'),
      contains: z.string().optional().describe('Text that the answer must hold.'),
      'max-response-time': Duration.default('2s'),
    }),
    z.strictObject({
      kind: z.literal('command'),
      name: Slug,
      argv: Argv,
      timeout: Duration.default('5m'),
      'max-duration': Duration.optional(),
    }),
    z.strictObject({
      kind: z.literal('load'),
      name: Slug,
      path: z.string().regex(/^\//).default('/'),
      method: z.enum(['GET', 'POST']).default('GET'),
      headers: z.record(z.string(), z.string()).default({}),
      body: z.string().max(10_000).optional(),
    }),
  ])
  .meta({ id: 'Check' })
export type Check = z.infer<typeof Check>

/** How hard a depth tests; the built-in table is the default of each field. */
export const Depth = z
  .strictObject({
    seconds: z.int().min(1).max(7200),
    users: z.int().min(1).max(1000),
    iterations: z.int().min(1).max(100_000),
    'response-time': Duration,
    'error-rate': Ratio,
    'success-rate': Ratio,
  })
  .partial()
  .meta({ id: 'Depth' })
export type Depth = z.infer<typeof Depth>
