import type { Metrics as MetricsConfig } from '../domain/config/objective.ts'
import { Failure } from '../domain/failure.ts'
import type { Clock } from '../ports/clock.ts'
import type { Http } from '../ports/http.ts'
import type { Metrics } from '../ports/metrics.ts'
import { patientReads } from './http/patient-reads.ts'
import { type FindSlot, prober } from './prober/prober.ts'
import { prometheus } from './prometheus/prometheus.ts'

/**
 * The source of the objectives' values that the config names. Without one every read is a Failure, so that objectives
 * that nobody can measure are inconclusive.
 */
export function metricsOf(
  config: MetricsConfig | undefined,
  ports: { readonly http: Http; readonly clock: Clock; readonly slotOf: FindSlot },
): Metrics {
  if (config === undefined) return unnamed
  // A probe is a measurement: repeating one that failed would hide the failure.
  return config.provider === 'prometheus'
    ? prometheus(config, patientReads(ports.http, ports.clock))
    : prober(config, ports)
}

const unnamed: Metrics = {
  async read() {
    throw new Failure(
      'absent',
      'the config has no section metrics',
      'Name the provider prometheus or prober there',
    )
  },
}

/** For a dry run: probes are requests to the service, so none is sent. */
export const noProbes: Metrics = {
  async read() {
    throw new Failure('dry-run', 'a dry run sends no probes')
  },
}
