import type { Metrics as MetricsConfig } from '../domain/config/objective.ts'
import { secretsOf } from '../domain/config/source-secrets.ts'
import type { Source } from '../domain/config/sources.ts'
import { Failure } from '../domain/failure.ts'
import type { SecretsByName } from '../domain/metrics/secrets.ts'
import type { Clock } from '../ports/clock.ts'
import type { Files } from '../ports/files.ts'
import type { Http } from '../ports/http.ts'
import type { Metrics } from '../ports/metrics.ts'
import type { Client } from './github/client.ts'
import { patientReads } from './http/patient-reads.ts'
import { sameOriginRedirects } from './http/same-origin-redirects.ts'
import { type FindSlot, prober } from './prober/prober.ts'
import { prometheus } from './prometheus/prometheus.ts'
import { withoutEcho } from './secrets/without-echo.ts'
import { accessHeaders } from './sources/access.ts'

/** What the sources of values are made from. */
export interface SourcePorts {
  readonly http: Http
  readonly clock: Clock
  readonly slotOf: FindSlot
  /** Product whose releases are judged. */
  readonly product: string
  readonly secrets: SecretsByName
  readonly files: Pick<Files, 'read'>
  /** A client of GitHub for a repository; absent: the job's own. */
  readonly github: (token: string, repository?: string) => Promise<Client>
}

/**
 * The source of the objectives' values that the config names. Without one, or without its address, every read is a
 * Failure, so that objectives that nobody can measure are inconclusive.
 */
export function metricsOf(config: MetricsConfig | undefined, ports: SourcePorts): Metrics {
  return config === undefined ? unavailable(NO_PROVIDER) : sourceOf('metrics', config, ports)
}

/**
 * A source by its config. What it needs and does not have makes it unavailable; its code is loaded by the first read.
 * @param name As the config has it.
 */
export function sourceOf(name: string, config: Source, ports: SourcePorts): Metrics {
  // A probe is a measurement: repeating one that failed would hide the failure.
  if (config.provider === 'prober') return prober(config, ports)
  const missing = secretsOf(config).filter((secret) => !ports.secrets[secret])
  if (missing.length > 0) return unavailable(withoutSecrets(name, missing))
  const values = secretsOf(config).map((secret) => ports.secrets[secret] ?? '')
  const http = withoutEcho(patiently(ports, config), ...values)
  if (config.provider === 'prometheus')
    return config.url === undefined
      ? unavailable(NO_ADDRESS)
      : prometheus({ ...config, url: config.url }, http, accessHeaders(config, ports.secrets))
  return lazily(() => loaded(config, { ...ports, http }))
}

/** GetMetricData is a POST that only reads. */
function patiently({ http, clock }: SourcePorts, { provider }: Source): Http {
  if (provider === 'cloudwatch') return patientReads(http, clock, () => true)
  return patientReads(sameOriginRedirects(http, [301, 302, 307, 308]), clock)
}

type Loaded = Exclude<Source, { provider: 'prober' | 'prometheus' }>

async function loaded(config: Loaded, ports: SourcePorts): Promise<Metrics> {
  const { http, secrets } = ports
  const secret = (name: string | undefined) => secrets[name ?? ''] ?? ''
  switch (config.provider) {
    case 'http-json': {
      const { httpJson } = await import('./http-json/http-json.ts')
      return httpJson(config, http, accessHeaders(config, secrets))
    }
    case 'file': {
      const { jsonFile } = await import('./json-file/json-file.ts')
      return jsonFile(config, ports.files)
    }
    case 'loki': {
      const { loki } = await import('./loki/loki.ts')
      return loki(config, http, accessHeaders(config, secrets))
    }
    case 'sentry-health': {
      const { sentryHealth } = await import('./sentry-health/sentry-health.ts')
      return sentryHealth(config, ports.product, http, secret(config.token))
    }
    case 'cloudwatch': {
      const { cloudWatch } = await import('./cloudwatch/cloudwatch.ts')
      const token = config['session-token']
      const credentials = {
        accessKeyId: secret(config['access-key-id']),
        secretAccessKey: secret(config['secret-access-key']),
        sessionToken: token === undefined ? undefined : secret(token),
      }
      return cloudWatch(config, credentials, { http, clock: ports.clock })
    }
    case 'github': {
      const { githubTallies } = await import('./github/tallies.ts')
      return githubTallies(config, await ports.github(secret(config.token), config.repository))
    }
  }
}

const NO_PROVIDER = new Failure(
  'absent',
  'the config has no section metrics',
  'Name the provider prometheus or prober there',
)
const NO_ADDRESS = new Failure(
  'absent',
  'Prometheus has no address: metrics.url is not in the config, and the secret or variable PROMETHEUS_URL is empty',
  'Set PROMETHEUS_URL and pass it by name, or name metrics.url',
)

function withoutSecrets(name: string, missing: readonly string[]): Failure {
  const where = name === 'metrics' ? 'metrics' : `the source ${name}`
  const which = missing.length === 1 ? 'the secret' : 'the secrets'
  return new Failure(
    'absent',
    `${where} needs ${which} ${missing.join(', ')}, and METRIC_SECRETS has none of that name`,
    'Give it a line NAME=value there, and pass METRIC_SECRETS by name',
  )
}

/** A source of which every read fails. */
function unavailable(failure: Failure): Metrics {
  return {
    unavailable: () => failure,
    async read() {
      throw failure
    },
  }
}

function lazily(load: () => Promise<Metrics>): Metrics {
  let loading: Promise<Metrics> | undefined
  return {
    async read(objective, window) {
      loading ??= load()
      return (await loading).read(objective, window)
    },
  }
}

/** For a dry run: probes are requests to the service, so none is sent. */
export const noProbes: Metrics = {
  async read() {
    throw new Failure('dry-run', 'a dry run sends no probes')
  },
}
