import type { Metrics as MetricsConfig } from '../domain/config/objective.ts'
import { Failure } from '../domain/failure.ts'
import type { Clock } from '../ports/clock.ts'
import type { Http } from '../ports/http.ts'
import type { Metrics } from '../ports/metrics.ts'
import { patientReads } from './http/patient-reads.ts'
import { type FindSlot, prober } from './prober/prober.ts'
import { prometheus } from './prometheus/prometheus.ts'

/**
 * The source of the objectives' values that the config names. Without one, or without its address, every read is a
 * Failure, so that objectives that nobody can measure are inconclusive.
 */
export function metricsOf(
  config: MetricsConfig | undefined,
  ports: { readonly http: Http; readonly clock: Clock; readonly slotOf: FindSlot },
): Metrics {
  if (config === undefined) return unavailable(NO_PROVIDER)
  // A probe is a measurement: repeating one that failed would hide the failure.
  if (config.provider === 'prober') return prober(config, ports)
  if (config.url === undefined) return unavailable(NO_ADDRESS)
  return prometheus({ ...config, url: config.url }, patientReads(ports.http, ports.clock))
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

function unavailable(failure: Failure): Metrics {
  return {
    unavailable: failure,
    async read() {
      throw failure
    },
  }
}

/** For a dry run: probes are requests to the service, so none is sent. */
export const noProbes: Metrics = {
  async read() {
    throw new Failure('dry-run', 'a dry run sends no probes')
  },
}
