import * as z from 'zod'
import { Conditions } from '../rollout/conditions.ts'
import { Duration, parseDuration } from './duration.ts'

/** What every release of the product waits for. `none` and `false` take back what lies below, in a profile. */
export const ConditionsConfig = z.strictObject({
  approval: z
    .enum(['none', 'recorded', 'signed'])
    .optional()
    .describe(
      'A person who may `approve` approves each plan before its first weight; `signed` needs the ledger key.',
    ),
  'four-eyes': z.boolean().optional().describe('Who planned a release does not approve it.'),
  acceptance: z
    .boolean()
    .optional()
    .describe('A person who may `accept`, the product owner, accepts what is new.'),
  notice: z
    .union([z.literal('none'), Duration])
    .optional()
    .describe(
      'Shortest time between the delivery of `notification.maintenance.scheduled` and the first weight, such as `24h`.',
    ),
  checkpoints: z
    .boolean()
    .optional()
    .describe(
      'The checkpoints `prepared` and `pre-checked` before the first weight, `post-checked` before the end, `closed` after it.',
    ),
  backup: z.boolean().optional().describe('A backup is recorded before the first weight.'),
})
type ConditionsConfig = z.infer<typeof ConditionsConfig>

/** How long all of the traffic is watched before the end. */
export const CompletingConfig = z.strictObject({
  watch: Duration.default('30m').describe(
    'How long the objectives stay armed after the last stage, before the release has completed.',
  ),
})

/**
 * The conditions of a plan: the config's lie over those that go without saying. Undefined where there are none.
 * @param notBefore No weight before this time, ISO 8601 in UTC.
 * @param given Those that the kind of release brings with it.
 */
export function conditionsOf(
  config: ConditionsConfig | undefined,
  notBefore: string | undefined,
  given: Conditions = {},
): Conditions | undefined {
  const { notice, 'four-eyes': fourEyes, ...asked } = config ?? {}
  const all = {
    ...{ ...given, ...asked },
    approval: given.approval === 'signed' ? given.approval : (asked.approval ?? given.approval),
    fourEyes: fourEyes ?? given.fourEyes,
    notice: notice === 'none' ? notice : (parseDuration(notice ?? '') ?? given.notice),
    notBefore: [notBefore ?? [], given.notBefore ?? []].flat().toSorted().at(-1),
  }
  const isAsked = (value: unknown) => value !== undefined && value !== false && value !== 'none'
  const set = Object.entries(all).filter(([, value]) => isAsked(value))
  return set.length === 0 ? undefined : Conditions.parse(Object.fromEntries(set))
}
