import { publicOnly } from '../../adapters/http/network-policy.ts'
import { nodeHttp } from '../../adapters/http/node-http.ts'
import { patientReads } from '../../adapters/http/patient-reads.ts'
import { findSlotBy } from '../../adapters/prober/find-slot.ts'
import type { Runner } from '../../adapters/runner/action.ts'
import { withoutEcho } from '../../adapters/secrets/without-echo.ts'
import { sentry } from '../../adapters/sentry/sentry.ts'
import { trafficOf } from '../../adapters/traffic/traffic-of.ts'
import type { GatePorts } from '../../app/observability-gate.ts'
import { servingVersion } from '../../app/serving-version.ts'
import type { Config } from '../../domain/config/schema.ts'
import type { GatePlan } from '../../domain/observability/gate.ts'
import { consumerCommand } from '../consumer-command.ts'
import { connectMetrics, givenTo } from '../metrics-source.ts'
import type { Inputs } from './inputs.ts'

const LIMITS = { timeoutMs: 15_000, maxBytes: 8 * 1024 * 1024 }

/** The world of the gate: every address obeys the network policy of the config. */
export function gatePorts(
  inputs: Inputs,
  config: Config,
  plan: GatePlan,
  runner: Runner,
): GatePorts {
  const { clock, signal, mask, context } = runner
  const http = nodeHttp({ ...LIMITS, signal }, publicOnly(config['allow-private']))
  const traffic = () => trafficOf(config.traffic, http, consumerCommand({ context }))
  const slotOf = findSlotBy(config.traffic, traffic)
  const token = inputs['sentry-auth-token']
  if (token !== undefined) mask(token)
  return {
    clock,
    metrics: connectMetrics(config, { ...givenTo(inputs), dry: inputs['dry-run'] }, runner, {
      http,
      slotOf,
    }),
    sentry:
      token === undefined || plan.sentry === undefined
        ? undefined
        : sentry(plan.sentry.url, token, withoutEcho(patientReads(http, clock), token)),
    serving: () => servingVersion(traffic()),
  }
}
