import { teamsIn } from './roles.ts'
import type { Config } from './schema.ts'
import { JOB_TOKEN, secretsOf } from './source-secrets.ts'
import type { Source } from './sources.ts'

/** What the config leaves to secrets and variables, by name. */
export interface NeededSecrets {
  /** Without one of these the gate that asks is inconclusive. */
  readonly gates: readonly string[]
  /** Without one of these somebody is not told. */
  readonly notices: readonly string[]
  /** Without one of these nobody may because of a team. */
  readonly teams: readonly string[]
}

/** The names that the thin files must pass, as far as the config alone can say. */
export function neededSecrets(config: Config): NeededSecrets {
  const { sentry, notifications, smoke } = config
  const checks = Object.values(smoke.suites).flat()
  const commands = checks.flatMap((check) => (check.kind === 'command' ? check.secrets : []))
  const sources = allSources(config)
  const asked = {
    PROMETHEUS_URL: sources.some((s) => s.provider === 'prometheus' && s.url === undefined),
    METRIC_SECRETS: sources.flatMap(secretsOf).some((name) => name !== JOB_TOKEN),
    SENTRY_AUTH_TOKEN: sentry !== undefined,
    SENTRY_ORG: sentry !== undefined && sentry.organization === undefined,
    SENTRY_PROJECT: sentry !== undefined && sentry.project === undefined,
    PYPI_API_TOKEN: commands.includes('PYPI_API_TOKEN'),
  }
  const told = {
    SLACK_WEBHOOK_URL: notifications.slack !== undefined,
    GRAFANA_API_KEY: notifications.grafana !== undefined,
  }
  const teams = { RELEASE_ROLES_TOKEN: teamsIn(config.roles).length > 0 }
  return { gates: namesOf(asked), notices: namesOf(told), teams: namesOf(teams) }
}

/** The sources that a config describes, the one under `metrics` first. */
function allSources({ metrics, sources = {} }: Config): readonly Source[] {
  return [...(metrics === undefined ? [] : [metrics]), ...Object.values(sources)]
}

function namesOf(needed: Readonly<Record<string, boolean>>): readonly string[] {
  return Object.keys(needed).filter((name) => needed[name])
}
