import * as z from 'zod'
import { Slug } from './text.ts'

/** Which profile a version goes through before another one. */
export const StagingOrder = {
  after: Slug.optional().describe(
    'Profile under which the same version must have completed, with the same commit and artefacts, before it is planned here. That profile itself is exempt, and says `publishes: false`.',
  ),
  publishes: z
    .boolean()
    .optional()
    .describe(
      'Whether the end of a release publishes its draft; `false` where another profile comes `after`. Left out: it does.',
    ),
}

interface Ordered {
  readonly after?: string | undefined
  readonly publishes?: boolean | undefined
}

/** Adds an issue where a profile comes after one that does not exist, or that publishes before its turn. */
export function inOrder(
  config: Ordered & { readonly profiles: Readonly<Record<string, Ordered>> },
  context: z.core.$RefinementCtx,
): void {
  const { profiles } = config
  const named = [
    { after: config.after, path: ['after'] },
    ...Object.entries(profiles).map(([name, { after }]) => ({
      after,
      path: ['profiles', name, 'after'],
    })),
  ]
  for (const { after, path } of named) {
    if (after === undefined) continue
    const before = Object.hasOwn(profiles, after) ? profiles[after] : undefined
    if (before === undefined)
      context.addIssue({ code: 'custom', path, message: `names no profile: ${after}` })
    else if (before.publishes !== false)
      context.addIssue({
        code: 'custom',
        path,
        message: `comes after ${after}, whose end publishes the draft: give that profile publishes: false`,
      })
  }
}
