import { jobFiles } from '../adapters/files/job-files.ts'
import { metricsOf, noProbes, type SourcePorts, sourceOf } from '../adapters/metrics.ts'
import type { FindSlot } from '../adapters/prober/prober.ts'
import type { Runner } from '../adapters/runner/action.ts'
import { unnamedOrigin } from '../adapters/secrets/unnamed-origin.ts'
import { withoutEcho } from '../adapters/secrets/without-echo.ts'
import { bySource } from '../adapters/sources/by-source.ts'
import type { Config } from '../domain/config/schema.ts'
import { JOB_TOKEN } from '../domain/config/source-secrets.ts'
import type { Source } from '../domain/config/sources.ts'
import type { SecretsByName } from '../domain/metrics/secrets.ts'
import { metricsAt } from '../domain/observability/gate.ts'
import type { Http } from '../ports/http.ts'
import type { Metrics } from '../ports/metrics.ts'

/** What an action is given for its sources, beside the config. */
export interface Given {
  /** Address of Prometheus, from the secret PROMETHEUS_URL. */
  readonly prometheusUrl?: string | undefined
  /** By the names that the config gives. */
  readonly secrets: SecretsByName
  /** Nothing is sent to the service itself. */
  readonly dry?: boolean
}

/** What the inputs of an action give. The token of the action itself goes by the name that GitHub has for it. */
export function givenTo(inputs: {
  readonly token: string
  readonly 'prometheus-url'?: string | undefined
  readonly 'metric-secrets': SecretsByName
  readonly 'sentry-auth-token'?: string | undefined
}): Given {
  const sentry = inputs['sentry-auth-token']
  return {
    prometheusUrl: inputs['prometheus-url'],
    secrets: {
      [JOB_TOKEN]: inputs.token,
      ...(sentry === undefined ? {} : { SENTRY_AUTH_TOKEN: sentry }),
      ...inputs['metric-secrets'],
    },
  }
}

/** All sources of the config; an address comes from the secret PROMETHEUS_URL where the config leaves it out. */
export function connectMetrics(
  config: Config,
  { prometheusUrl, secrets, dry = false }: Given,
  runner: Runner,
  { http, slotOf }: { readonly http: Http; readonly slotOf: FindSlot },
): Metrics {
  for (const secret of [prometheusUrl, ...Object.values(secrets)])
    if (secret !== undefined) runner.mask(secret)
  const ports: Omit<SourcePorts, 'http'> = {
    ...{ clock: runner.clock, slotOf, secrets },
    product: config.product,
    files: jobFiles(runner.context),
    github: async (token, repository) => {
      const { repositoryClient } = await import('../adapters/github/connect.ts')
      return repositoryClient(token, runner, repository)
    },
  }
  const one = <T extends Source | undefined>(
    source: T,
    make: (source: T, ports: SourcePorts) => Metrics,
  ): Metrics => {
    if (dry && source?.provider === 'prober') return noProbes
    const at = metricsAt(source, prometheusUrl)
    const isSecret = at !== source && prometheusUrl !== undefined
    const quiet = isSecret ? unnamed(http, prometheusUrl) : http
    return make(at, { ...ports, http: quiet })
  }
  const named = Object.entries(config.sources ?? {}).map(([name, source]) => {
    return [name, one(source, (at, own) => sourceOf(name, at, own))] as const
  })
  return bySource(one(config.metrics, metricsOf), Object.fromEntries(named))
}

function unnamed(http: Http, address: string): Http {
  return unnamedOrigin(withoutEcho(http, address), address, 'PROMETHEUS_URL')
}
