import { parseDuration } from '../config/duration.ts'
import { toObjective } from '../config/objective.ts'
import type { Config } from '../config/schema.ts'
import type { Source } from '../config/sources.ts'
import type { Objective } from '../judging/objective.ts'
import { releaseKey } from '../release/key.ts'
import { fill } from '../release/template.ts'
import { isEnforced } from './enforcement.ts'
import type { SentryQuestion } from './sentry-release.ts'
import { type Thresholds, withThresholds } from './thresholds.ts'

/** What a gate is asked, as its inputs say it; undefined where the config holds. */
export interface GateRequest extends Thresholds {
  readonly version: string
  readonly channel: string | undefined
  readonly enforce: readonly string[] | undefined
  readonly subject: 'serving' | 'new'
  readonly baseline: string | undefined
  readonly windowMs: number
  readonly sentryOrganization: string | undefined
  readonly sentryProject: string | undefined
  readonly sentryRelease: string | undefined
}

/** The questions of one gate. */
export interface GatePlan {
  readonly version: string
  readonly channel: string
  readonly enforced: boolean
  readonly objectives: readonly Objective[]
  readonly sentry: SentryQuestion | undefined
  readonly windowMs: number
  /** The version whose objectives are read; undefined: whatever serves now. */
  readonly measured: string | undefined
  /** The version that the measured one is held against; undefined: whatever serves now. */
  readonly baseline: string | undefined
  /** Names of objectives that compare the new version, which is not measured here. */
  readonly skipped: readonly string[]
  /** Milliseconds between two looks. */
  readonly stepMs: number
  /** Percent of the weight of the objectives that must pass; undefined: all of it. */
  readonly score: number | undefined
}

/** Lay the request over the config. @throws Failure `bad-input` for a tag of another product. */
export function planGate(request: GateRequest, config: Config): GatePlan {
  const release = releaseKey('version', request.version, config)
  const { version } = release
  const channel = request.channel ?? release.channel
  const serving =
    request.baseline && releaseKey('baseline_version', request.baseline, config).version
  const declared = config.objectives === 'none' ? [] : config.objectives.map(toObjective)
  const all = withThresholds(declared, request)
  const isAsked = ({ versus }: Objective) => request.subject === 'new' || versus === undefined
  return {
    version,
    channel,
    enforced: isEnforced(channel, config.channels, request.enforce),
    objectives: all.filter(isAsked),
    skipped: all.filter((o) => !isAsked(o)).map(({ name }) => name),
    score: config.score?.pass,
    stepMs: parseDuration(config.looks.interval) ?? 30_000,
    sentry: sentryQuestion(request, version, config),
    windowMs: request.windowMs,
    measured: request.subject === 'new' ? version : serving,
    baseline: request.subject === 'new' ? serving : undefined,
  }
}

/** Only a provider that the config names is asked; what the config leaves open of it the inputs say. */
function sentryQuestion(
  request: GateRequest,
  version: string,
  { sentry, product }: Config,
): SentryQuestion | undefined {
  if (sentry === undefined) return undefined
  const organization = sentry.organization ?? request.sentryOrganization
  const project = sentry.project ?? request.sentryProject
  const release = fill(request.sentryRelease ?? '{product}@{version}', { product, version })
  return { url: sentry.url, organization, project, release, finalized: sentry.finalized }
}

/** A source of values, at the address that is given where the config names Prometheus without one. */
export function metricsAt<T extends Source | undefined>(source: T, url: string | undefined): T {
  return url !== undefined && needsAddress(source) ? { ...source, url } : source
}

/** Whether a source is a Prometheus whose address is left to the secret. */
export function needsAddress(
  source: Source | undefined,
): source is Extract<Source, { provider: 'prometheus' }> {
  return source?.provider === 'prometheus' && source.url === undefined
}

/** Inputs that say what the config leaves open. */
const BEHIND_CONFIG = ['prometheus-url', 'sentry-org', 'sentry-project'] as const

/** Given for what the config says itself, or for a provider that it does not name: the names, as inputs. */
export function unusedInputs(
  given: Readonly<Partial<Record<(typeof BEHIND_CONFIG)[number], string | undefined>>>,
  { metrics, sources = {}, sentry }: Config,
): readonly string[] {
  const used = {
    'prometheus-url': [metrics, ...Object.values(sources)].some(needsAddress),
    'sentry-org': sentry !== undefined && sentry.organization === undefined,
    'sentry-project': sentry !== undefined && sentry.project === undefined,
  } as const
  return BEHIND_CONFIG.filter((name) => given[name] !== undefined && !used[name])
}
