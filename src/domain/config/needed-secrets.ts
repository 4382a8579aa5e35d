import type { Config } from './schema.ts'

/** What the config leaves to secrets and variables, by name. */
export interface NeededSecrets {
  /** Without one of these the gate that asks is inconclusive. */
  readonly gates: readonly string[]
  /** Without one of these somebody is not told. */
  readonly notices: readonly string[]
}

/** The names that the thin files must pass, as far as the config alone can say. */
export function neededSecrets({ metrics, sentry, notifications, smoke }: Config): NeededSecrets {
  const checks = Object.values(smoke.suites).flat()
  const commands = checks.flatMap((check) => (check.kind === 'command' ? check.secrets : []))
  const asked = {
    PROMETHEUS_URL: metrics?.provider === 'prometheus' && metrics.url === undefined,
    SENTRY_AUTH_TOKEN: sentry !== undefined,
    SENTRY_ORG: sentry !== undefined && sentry.organization === undefined,
    SENTRY_PROJECT: sentry !== undefined && sentry.project === undefined,
    PYPI_API_TOKEN: commands.includes('PYPI_API_TOKEN'),
  }
  const told = {
    SLACK_WEBHOOK_URL: notifications.slack !== undefined,
    GRAFANA_API_KEY: notifications.grafana !== undefined,
  }
  return { gates: namesOf(asked), notices: namesOf(told) }
}

function namesOf(needed: Readonly<Record<string, boolean>>): readonly string[] {
  return Object.keys(needed).filter((name) => needed[name])
}
