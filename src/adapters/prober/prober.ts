import { Failure } from '../../domain/failure.ts'
import type { Objective } from '../../domain/judging/objective.ts'
import { nearestRank } from '../../domain/observability/quantile.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Http } from '../../ports/http.ts'
import type { Metrics, Window } from '../../ports/metrics.ts'
import { groupProber } from './groups.ts'
import { assertAnswers, isFailed, type Probe, type ProberConfig, probe } from './probe.ts'
import { type FindSlot, nowhere, type Slot } from './slot.ts'

export type { FindSlot } from './slot.ts'

/** A probe, and the end of the window that it was sent for, milliseconds since 1970. */
type Kept = Probe & { readonly to: number }

/** What is known of one version: every probe so far, and the look that is under way or was last. */
interface History {
  probes: readonly Kept[]
  look: { readonly to: number; readonly done: Promise<Slot> } | undefined
}

/**
 * The built-in source of values: asks the slot of a version itself and keeps what it saw, so that a stage is judged on
 * all looks since its start. Objectives that are read for the same end of a window share one look, and a window that ended
 * before the last one is answered by what was kept.
 */
export function prober(
  config: ProberConfig,
  ports: { readonly http: Http; readonly clock: Clock; readonly slotOf: FindSlot },
): Metrics {
  const versions = new Map<string, History>()
  const since = ports.clock.now().getTime()
  return {
    comparable: groupProber(config, ports),
    async read(objective, window) {
      assertKnown(objective)
      const record = versions.get(window.version) ?? { probes: [], look: undefined }
      versions.set(window.version, record)
      const to = window.to.getTime()
      if (record.look === undefined || record.look.to < to)
        record.look = { to, done: look(record, config, window, ports) }
      const slot = await record.look.done
      const probes = record.probes.filter((p) => p.at >= window.from.getTime() && p.to <= to)
      assertAnswers(probes, config)
      const question = `${config.method} ${config.path} on slot ${slot.name}`
      const newest = probes.reduce((last, { at }) => Math.max(last, at), Number.NEGATIVE_INFINITY)
      return { ...reduce(objective.metric, probes), question, at: newest, since }
    },
  }
}

async function look(
  record: History,
  config: ProberConfig,
  { version, to }: Window,
  ports: { readonly http: Http; readonly clock: Clock; readonly slotOf: FindSlot },
): Promise<Slot> {
  const slot = await ports.slotOf(version)
  if (slot === undefined) throw nowhere(version)
  const [probes = []] = await probe([slot.url], config, ports)
  record.probes = [...record.probes, ...probes.map((p) => ({ ...p, to: to.getTime() }))]
  return slot
}

function reduce(metric: string, probes: readonly Probe[]): { value: number; samples: number } {
  if (metric === 'latency-p95') {
    const timed = probes.map((p) => p.elapsedMs).filter(Number.isFinite)
    return { value: nearestRank(0.95, timed), samples: timed.length }
  }
  const failed = probes.filter(isFailed).length
  const counted = metric === 'error-rate' ? failed : probes.length - failed
  return { value: counted / probes.length, samples: probes.length }
}

function assertKnown({ metric, query, name }: Objective): void {
  if (query === null && ['error-rate', 'success-rate', 'latency-p95'].includes(metric)) return
  throw new Failure(
    'bad-config',
    `the prober has no value for the objective ${name}`,
    'It knows error-rate and latency-p95; use the provider prometheus for queries',
  )
}
