import * as z from 'zod'
import { TYPES } from '../release/types.ts'
import { parseVersion } from '../release/version.ts'
import { Stage } from './stage.ts'

const time = (meaning: string) =>
  z.iso
    .datetime({ precision: 0, error: 'must be a time in UTC such as 2026-11-22T02:00:00Z' })
    .describe(meaning)

const DowntimeOf = (what: string) =>
  z
    .strictObject({
      version: z
        .string()
        .refine((text) => parseVersion(text, '')?.version === text, {
          error: 'must be a version such as 2.0.0',
        })
        .describe(`The release that the ${what} is declared for; every other one has none.`),
      from: time('When it begins, in UTC; the rollout does not begin before.'),
      to: time('When it ends, in UTC.'),
      reason: z
        .string()
        .min(1)
        .max(500)
        .regex(/^\P{Cc}+$/u, 'must be one line')
        .describe('What it is for, as people are told.'),
    })
    .refine(({ from, to }) => from < to, { path: ['to'], error: 'is not after from' })
    .optional()

const Approval = z
  .enum(['none', 'recorded', 'signed'])
  .default('recorded')
  .describe(
    'Whether a person approves a release before it begins. `none` leaves that to whoever protects the environment.',
  )

const STRATEGY = 'The strategy where nobody names one.'

/** One stage alone would be no strategy but a switch. */
const own = (least: number, error: string) =>
  z
    .array(Stage)
    .min(least, { error })
    .max(20)
    .optional()
    .describe(
      'Its stages, where it is rolled out by its `strategy`. Left out: those of the table, else those of `strategies`.',
    )
const Steps = own(2, 'must have a stage before the one of 100%')

const Patch = z.strictObject({
  strategy: z
    .enum(TYPES.patch.strategies)
    .default(TYPES.patch.strategy)
    .describe(`${STRATEGY} A hotfix is a patch too.`),
  stages: Steps,
  approval: Approval,
})

const Minor = z.strictObject({
  strategy: z.enum(TYPES.minor.strategies).default(TYPES.minor.strategy).describe(STRATEGY),
  stages: Steps,
  approval: Approval,
  downtime: DowntimeOf('lock'),
})

const Major = z.strictObject({
  stages: own(3, 'must have a stage of the green side between those of 0% and 100%'),
  downtime: DowntimeOf('window'),
})

const Migration = z.strictObject({ stages: Steps })

/** What a repository makes of the table of release types. What has to be signed stays so. */
export const Types = z.strictObject({
  patch: Patch.prefault({}),
  minor: Minor.prefault({}),
  major: Major.prefault({}),
  migration: Migration.prefault({}),
})
export type Types = z.infer<typeof Types>
