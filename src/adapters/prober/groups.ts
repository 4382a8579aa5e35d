import { Failure } from '../../domain/failure.ts'
import type { Look, MetricLook, TimedRequests } from '../../domain/judging/comparison/look.ts'
import type { ComparedMetric } from '../../domain/rollout/planned-comparison.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Comparable, Groups } from '../../ports/comparable.ts'
import type { Http } from '../../ports/http.ts'
import { assertAnswers, isFailed, type Probe, type ProberConfig, probe } from './probe.ts'
import { type FindSlot, nowhere } from './slot.ts'

/** Milliseconds, which is what a probe is measured in: ten a decade from 10 ms on, never two that are the same. */
const BOUNDS = [
  ...[1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 32, 40, 50, 63, 79, 100, 126, 158, 200, 251, 316],
  ...[398, 501, 631, 794, 1000, 1259, 1585, 1995, 2512, 3162, 3981, 5012],
]

type Sides<T> = Readonly<Record<'baseline' | 'canary', T>>

/**
 * Holds two versions against each other by asking the slots of both in turns, so that whatever both share hits both. It has seen what this process asked:
 * looks in which it did not ask are empty.
 */
export function groupProber(
  config: ProberConfig,
  ports: { readonly http: Http; readonly clock: Clock; readonly slotOf: FindSlot },
): Comparable {
  const seen = new Map<string, Sides<Probe[]>>()
  return {
    async looks(metrics, groups) {
      for (const metric of metrics) assertKnown(metric)
      const versions = [groups.baseline, groups.canary]
      const key = JSON.stringify(versions)
      const all = seen.get(key) ?? { baseline: [], canary: [] }
      seen.set(key, all)
      const bases = await Promise.all(versions.map((version) => baseOf(version, ports.slotOf)))
      const [baseline = [], canary = []] = await probe(bases, config, ports)
      all.baseline.push(...baseline)
      all.canary.push(...canary)
      assertAnswers(all.baseline, config)
      assertAnswers(all.canary, config)
      return looksOf(metrics, groups, all)
    },
  }
}

async function baseOf(version: string, slotOf: FindSlot): Promise<string> {
  const slot = await slotOf(version)
  if (slot === undefined) throw nowhere(version)
  return slot.url
}

function assertKnown({ name, kind }: ComparedMetric): void {
  if (kind === 'latency' || kind === 'errors') return
  throw new Failure(
    'bad-config',
    `the prober cannot compare ${name}`,
    'It knows latency and errors; use the provider prometheus for queries',
  )
}

/** Looks that are over, by when the probes were sent. */
function looksOf(
  metrics: readonly ComparedMetric[],
  { from, to, look, looks }: Groups,
  all: Sides<readonly Probe[]>,
): readonly Look[] {
  const begin = from.getTime()
  const count = Math.min(looks, Math.floor((to.getTime() - begin) / look))
  const within = (probes: readonly Probe[], i: number) =>
    probes.filter(({ at }) => Math.floor((at - begin) / look) === i)
  return Array.from({ length: Math.max(0, count) }, (_, i) => {
    const sides = { baseline: within(all.baseline, i), canary: within(all.canary, i) }
    return { minute: i + 1, metrics: metrics.map(({ name, kind }) => metricOf(name, kind, sides)) }
  })
}

function metricOf(
  name: string,
  kind: ComparedMetric['kind'],
  { baseline, canary }: Sides<readonly Probe[]>,
): MetricLook {
  if (kind === 'latency')
    return { name, kind, bounds: BOUNDS, baseline: timed(baseline), canary: timed(canary) }
  return { name, kind: 'errors', baseline: counted(baseline), canary: counted(canary) }
}

function timed(probes: readonly Probe[]): TimedRequests | null {
  const times = probes.map(({ elapsedMs }) => elapsedMs).filter(Number.isFinite)
  if (times.length === 0) return null
  const buckets = new Array<number>(BOUNDS.length + 1).fill(0)
  for (const time of times) {
    const index = BOUNDS.findIndex((bound) => time <= bound)
    const at = index < 0 ? BOUNDS.length : index
    buckets[at] = (buckets[at] as number) + 1
  }
  return { buckets }
}

function counted(probes: readonly Probe[]) {
  return probes.length === 0 ? null : { bad: probes.filter(isFailed).length, total: probes.length }
}
