import { metricsOf } from '../adapters/metrics.ts'
import type { FindSlot } from '../adapters/prober/prober.ts'
import type { Runner } from '../adapters/runner/action.ts'
import { unnamedOrigin } from '../adapters/secrets/unnamed-origin.ts'
import { withoutEcho } from '../adapters/secrets/without-echo.ts'
import type { Config } from '../domain/config/schema.ts'
import { metricsAt } from '../domain/observability/gate.ts'
import type { Http } from '../ports/http.ts'
import type { Metrics } from '../ports/metrics.ts'

/** The source of the config; its address comes from the secret PROMETHEUS_URL where the config leaves it out. */
export function connectMetrics(
  config: Config,
  secretAddress: string | undefined,
  { clock, mask }: Pick<Runner, 'clock' | 'mask'>,
  { http, slotOf }: { readonly http: Http; readonly slotOf: FindSlot },
): Metrics {
  if (secretAddress !== undefined) mask(secretAddress)
  const source = metricsAt(config.metrics, secretAddress)
  const isSecret = secretAddress !== undefined && source !== config.metrics
  const quiet = isSecret
    ? unnamedOrigin(withoutEcho(http, secretAddress), secretAddress, 'PROMETHEUS_URL')
    : http
  return metricsOf(source, { http: quiet, clock, slotOf })
}
