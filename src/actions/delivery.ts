import { sha256 } from '../adapters/digest.ts'
import { jobFiles } from '../adapters/files/job-files.ts'
import type { GitHub } from '../adapters/github/connect.ts'
import { publicOnly } from '../adapters/http/network-policy.ts'
import { nodeHttp } from '../adapters/http/node-http.ts'
import { findSlotBy } from '../adapters/prober/find-slot.ts'
import type { Runner } from '../adapters/runner/action.ts'
import { trafficOf } from '../adapters/traffic/traffic-of.ts'
import type { Mirror } from '../app/mirror-stage.ts'
import { type StartPorts, startVersion } from '../app/start-version.ts'
import type { Config } from '../domain/config/schema.ts'
import { chainOf, releaseKey } from '../domain/release/key.ts'
import { rolloutOf } from '../domain/rollout/state.ts'
import type { Metrics } from '../ports/metrics.ts'
import type { Traffic } from '../ports/traffic.ts'
import { consumerCommand } from './consumer-command.ts'
import { connectReader } from './ledger.ts'
import { connectMetrics, type Given } from './metrics-source.ts'
import { connectMirror } from './mirror.ts'

/** What moves traffic and looks at it, as the config describes it. */
export interface Delivery {
  readonly traffic: Traffic
  readonly metrics: Metrics
  /** Starts a version in a slot that has no weight. */
  readonly start: (version: string, slot: string) => Promise<void>
  readonly mirror: Mirror
}

/** @param given For who measures. */
export function connectDelivery(
  config: Config,
  github: GitHub,
  runner: Runner,
  given: Given = { secrets: {} },
): Delivery {
  const { context, signal } = runner
  const rule = publicOnly(config['allow-private'])
  const limits = { timeoutMs: 10_000, maxBytes: 4_000_000 }
  // Not tied to the cancellation of the job: making the world safe comes after it. Looking ends with the job.
  const http = nodeHttp(limits, rule)
  const looks = nodeHttp({ ...limits, signal }, rule)
  const command = consumerCommand(runner)
  const traffic = trafficOf(config.traffic, http, command)
  const slotOf = findSlotBy(config.traffic, () => traffic)
  const ports: StartPorts = {
    releases: github.releases,
    files: jobFiles(context),
    digest: sha256,
    command,
    traffic,
    async planned(version) {
      const release = chainOf(releaseKey('version', version, config))
      const entries = await connectReader(github.ledger, runner, config).history(release)
      return rolloutOf(entries)?.plan.artefacts
    },
  }
  return {
    traffic,
    metrics: connectMetrics(config, given, runner, { http: looks, slotOf }),
    start: (version, slot) => startVersion(version, slot, config, ports),
    mirror: connectMirror(config, github, runner),
  }
}
