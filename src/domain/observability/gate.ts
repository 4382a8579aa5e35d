import { Metrics, toObjective } from '../config/objective.ts'
import type { Config } from '../config/schema.ts'
import type { Objective } from '../judging/objective.ts'
import { fill } from '../release/template.ts'
import { parseVersion } from '../release/version.ts'
import { isEnforced } from './enforcement.ts'
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

/** Which release must exist where. */
export interface SentryQuestion {
  readonly url: string
  readonly organization: string
  readonly project: string
  readonly release: string
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
}

/** Lay the request over the config. */
export function planGate(request: GateRequest, config: Config): GatePlan {
  const parsed = parseVersion(request.version, 'v')
  const version = parsed?.version ?? request.version
  const channel = request.channel ?? parsed?.channel ?? ''
  const declared = config.objectives === 'none' ? [] : config.objectives.map(toObjective)
  return {
    version,
    channel,
    enforced: isEnforced(channel, config.channels, request.enforce),
    objectives: withThresholds(declared, request),
    sentry: sentryQuestion(request, version, config),
    windowMs: request.windowMs,
    measured: request.subject === 'new' ? version : request.baseline,
  }
}

/** Sentry is asked when the config or the inputs name organisation and project. */
function sentryQuestion(
  request: GateRequest,
  version: string,
  { sentry, product }: Config,
): SentryQuestion | undefined {
  const organization = request.sentryOrganization ?? sentry?.organization
  const project = request.sentryProject ?? sentry?.project
  if (organization === undefined || project === undefined) return undefined
  const release = fill(request.sentryRelease ?? '{product}@{version}', { product, version })
  return { url: sentry?.url ?? 'https://sentry.io', organization, project, release }
}

/** The source of the values, at another address where one is given by hand. */
export function metricsAt(metrics: Config['metrics'], url: string | undefined): Config['metrics'] {
  if (url === undefined) return metrics
  const named = metrics?.provider === 'prometheus' ? metrics : { provider: 'prometheus' }
  return Metrics.parse({ ...named, url })
}
