import type * as z from 'zod'
import { Audience, shrinkingAt } from '../rollout/audience.ts'
import { parseRatio } from './ratio.ts'

/** The audience of a stage in the config. */
export const StageAudience = Audience.describe(
  'To whom the stage shows the new version; `weight` is what they make of all the traffic. Left out: everybody. Each stage has all that the one before it has, and the last one everybody. Needs `traffic.provider: command`.',
)

/** Adds an issue where stages take the new version away from somebody who has it. */
export function growingAudiences(
  stages: readonly { readonly weight: string; readonly audience?: Audience | undefined }[],
  context: z.core.$RefinementCtx,
): void {
  const weighed = stages.map((s) => ({ ...s, weight: parseRatio(s.weight) ?? 0 }))
  const fault = shrinkingAt(weighed)
  if (fault === undefined) return
  context.addIssue({
    code: 'custom',
    path: [fault.index, 'audience'],
    message: `is no larger audience: ${fault.why}`,
  })
}
