import * as z from 'zod'
import { Duration } from './duration.ts'
import { Ratio } from './ratio.ts'
import { Argv, HttpUrl, Slug } from './text.ts'

/** The one suite whose commands may get a secret: it publishes. */
export const PUBLISHING_SUITE = 'rollback-publish'

/** Secrets that a command may ask for. */
const CommandSecret = z.enum(['PYPI_API_TOKEN'])
export type CommandSecret = z.infer<typeof CommandSecret>

/** One check of a suite. `{version}`, `{next-version}` and `{slot-url}` are replaced in strings. */
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
      secrets: z
        .array(CommandSecret)
        .max(1)
        .default([])
        .describe(
          'Secrets that the command gets as environment variables; without them nothing of the suite runs. Only in the suite `rollback-publish`.',
        ),
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

/** Suites by name. A secret is for the suite that publishes, and for nobody else. */
export const Suites = z.record(Slug, z.array(Check).max(50)).check((ctx) => {
  for (const [name, checks] of Object.entries(ctx.value))
    for (const [index, check] of checks.entries())
      if (name !== PUBLISHING_SUITE && check.kind === 'command' && check.secrets.length > 0)
        ctx.issues.push({
          code: 'custom',
          input: check.secrets,
          path: [name, index, 'secrets'],
          message: `only commands of the suite ${PUBLISHING_SUITE} get secrets`,
        })
})

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
