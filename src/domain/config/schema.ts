import * as z from 'zod'
import { Artefact } from './artefact.ts'
import { ComparisonConfig, comparable } from './comparison.ts'
import { CompletingConfig, ConditionsConfig } from './conditions.ts'
import { DeploymentsConfig } from './deployments.ts'
import { Duration } from './duration.ts'
import { LedgerConfig } from './ledger.ts'
import { Notifications } from './notifications.ts'
import { Metrics, ObjectiveConfig } from './objective.ts'
import { objectiveNames } from './objective-names.ts'
import { Roles } from './roles.ts'
import { ScoreConfig } from './score.ts'
import { Depth, Suites } from './smoke.ts'
import { objectiveSources } from './source-queries.ts'
import { Sources } from './sources.ts'
import { inOrder, StagingOrder } from './staging-order.ts'
import { Strategies } from './strategies.ts'
import { Argv, HttpUrl, Origin, Slug } from './text.ts'
import { Traffic } from './traffic.ts'
import { Types } from './types.ts'
import { SchemeName, TagPrefix } from './versions.ts'

const Sentry = z.strictObject({
  url: HttpUrl.default('https://sentry.io'),
  organization: Slug.optional().describe(
    'Organisation at Sentry. Left out: the secret or variable `SENTRY_ORG`.',
  ),
  project: Slug.optional().describe(
    'Project that the release must belong to. Left out: the secret or variable `SENTRY_PROJECT`.',
  ),
  finalized: z
    .boolean()
    .default(true)
    .describe(
      'Whether only a release that is finalised at Sentry passes. An archived one never does.',
    ),
})

const Performance = z.strictObject({
  command: Argv.describe(
    'Measures one version once and prints one JSON line; `{asset}` is its verified file, `{version}` the version.',
  ),
  asset: z.string().min(1).describe('Name of the release asset to measure, with `{version}`.'),
  'warm-up': z.int().min(0).max(50).default(1),
  iterations: z.int().min(4).max(1000).default(10),
  timeout: Duration.default('60s'),
})

const Deploy = z.strictObject({
  command: Argv.describe(
    'Starts `{version}` from `{asset}` in `{slot}` at weight 0; repeatable. `{images}` are the planned images as `name@sha256:…`, parted by commas.',
  ),
  asset: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Name of the release asset that is verified and handed over, with `{version}`. Left out: the command gets none.',
    ),
  timeout: Duration.default('10m'),
})

const Verification = z.strictObject({
  platforms: z
    .array(z.strictObject({ runner: z.string().min(1), python: z.string().min(1) }))
    .min(1)
    .max(64)
    .optional(),
})

const Clock = z.strictObject({
  kind: z
    .enum(['inline', 'watch', 'schedule', 'external'])
    .default('inline')
    .describe(
      'Who looks at a stage while it bakes. `inline`: the run that began it, 5h30m in all. `watch`: `release-watch`, run after run without a gap. `schedule`: `release-tick`, started by cron. `external`: `release-tick`, started by whoever sends `repository_dispatch`.',
    ),
  unattended: Duration.default('24h').describe(
    'Longest time after the end of a bake in which `release-tick` must have looked.',
  ),
  overdue: z
    .enum(['pause', 'rollback'])
    .default('pause')
    .describe('What becomes of a stage that nobody looked at in time.'),
})

/** Every section that a profile may override. */
const sections = {
  strategies: Strategies.prefault({}),
  types: Types.optional().describe(
    'Releases have [types](../strategies.md#types): a table says what each may do and asks for. `types: {}` switches it on as it stands; left out, no release has a type.',
  ),
  channels: z
    .record(Slug, z.strictObject({ 'enforce-observability': z.boolean() }))
    .default({ stable: { 'enforce-observability': true } }),
  objectives: z
    .union([z.literal('none'), z.array(ObjectiveConfig).min(1).max(50)])
    .describe('What a stage is judged by; `none` must be said aloud.'),
  score: ScoreConfig.optional().describe(
    'Objectives are weighed against each other instead of all having to pass. Left out: every one must.',
  ),
  metrics: Metrics.optional(),
  comparison: z
    .union([z.literal('none'), ComparisonConfig])
    .optional()
    .describe(
      'Holds the new version against the one that serves beside it, [look by look](../judging.md), while a stage bakes; `comparison: {}` compares latency and errors. Left out, or `none`: only limits hold.',
    ),
  sources: Sources.optional().describe(
    'More [sources of values](../metrics.md) by name; an objective names one as `source`.',
  ),
  sentry: Sentry.optional(),
  traffic: Traffic.optional(),
  deploy: Deploy.optional(),
  artefacts: z.array(Artefact).max(50).default([]),
  index: z
    .strictObject({ url: HttpUrl.optional(), wait: Duration.default('30m') })
    .prefault({})
    .describe('The package index; without a URL the one that pip is configured for.'),
  smoke: z
    .strictObject({
      suites: Suites.default({}),
      depths: z
        .partialRecord(z.enum(['basic', 'standard', 'comprehensive', 'stress']), Depth)
        .default({}),
    })
    .prefault({}),
  performance: Performance.optional(),
  verification: Verification.prefault({}),
  clock: Clock.prefault({}),
  conditions: ConditionsConfig.optional().describe(
    'What a release waits for before its first weight, and before its end. Left out: for nothing.',
  ),
  completing: CompletingConfig.optional().describe(
    'A watch over all of the traffic before the release has completed; `completing: {}` is 30 minutes. Left out: none.',
  ),
  looks: z
    .strictObject({ interval: Duration.default('30s') })
    .prefault({})
    .describe('How often a stage is looked at while it bakes.'),
  deployments: DeploymentsConfig.prefault({}).describe(
    "GitHub's page of deployments shows every stage; `none`: it does not. What cannot be shown is a warning and changes no verdict.",
  ),
  notifications: Notifications.prefault({}).describe(
    'Who is told how a release ended, what is frozen and what an objective has found; `slack: {}` is enough. What cannot be told is a warning and changes no verdict.',
  ),
  ...StagingOrder,
  'allow-private': z
    .array(Origin)
    .max(50)
    .default([])
    .describe('Origins that may be plain http or private. Nothing else lifts the rule.'),
}

/** One profile: any section again; what it names replaces the value above it. */
const Profile = z
  .strictObject({
    strategies: z.looseObject({}),
    types: z.looseObject({}),
    channels: z.looseObject({}),
    objectives: sections.objectives,
    score: z.looseObject({}),
    metrics: z.looseObject({}),
    comparison: z.union([z.literal('none'), z.looseObject({})]),
    sources: z.looseObject({}),
    sentry: z.looseObject({}),
    traffic: z.looseObject({}),
    deploy: z.looseObject({}),
    artefacts: z.array(Artefact),
    index: z.looseObject({}),
    smoke: z.looseObject({}),
    performance: z.looseObject({}),
    verification: z.looseObject({}),
    clock: z.looseObject({}),
    conditions: z.looseObject({}),
    completing: z.looseObject({}),
    looks: z.looseObject({}),
    deployments: z.union([z.literal('none'), z.looseObject({})]),
    notifications: z.looseObject({}),
    ...StagingOrder,
    'allow-private': z.array(Origin),
  })
  .partial()

const profiles = z.record(Slug, Profile).describe('Overrides by environment.')

/** One product of several: what it names replaces what the file says for all, as a profile does. */
const Product = Profile.extend({
  'tag-prefix': TagPrefix,
  'version-scheme': SchemeName,
  profiles,
}).partial()

const shape = z.strictObject({
  product: Slug.describe(
    'Name of the product in the ledger. Required where `products` is left out.',
  ),
  products: z
    .record(Slug, Product)
    .optional()
    .describe(
      'Several products of one repository by their names in the ledger, each with what it overrides: any section, `tag-prefix`, `version-scheme` and `profiles`. Stands in the place of `product`.',
    ),
  'tag-prefix': TagPrefix.default('v'),
  'version-scheme': SchemeName.default('semver'),
  roles: Roles.default({}).describe(
    '[Who does what by hand](../roles.md). What no role names is left to everybody with write access.',
  ),
  ledger: LedgerConfig.prefault({}).describe(
    'Who signs the [ledger](../ledger.md#signatures). No profile and no product overrides it: there is one ledger.',
  ),
  ...sections,
  profiles: profiles.default({}),
})

/** The config of one product: what its actions go by. */
export const Config = shape
  .superRefine(inOrder)
  .superRefine(comparable)
  .superRefine(objectiveNames)
  .superRefine(objectiveSources)
  .refine(hasReleases, {
    path: ['artefacts'],
    error: 'hold a file of a GitHub release, and only versions of the scheme semver have one',
  })
export type Config = z.infer<typeof Config>

/** `.github/release-actions.yml` of a consumer: its release process, described once. What is missing here a product says. */
export const ConfigFile = shape.partial({ product: true, objectives: true }).meta({
  id: 'ReleaseActions',
  title: 'release-actions configuration',
})

/** What is declared is found beside a tag, or needs none. */
function hasReleases(config: z.infer<typeof shape>): boolean {
  return config['version-scheme'] === 'semver' || config.artefacts.every((a) => a.kind === 'image')
}
