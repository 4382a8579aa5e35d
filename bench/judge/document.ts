import type { Family } from './families.ts'
import { type Random, randomFrom } from './random.ts'
import { LOOKS, type Service, type Side, serviceOf } from './service.ts'

/** Upper ends of the buckets in ms; 500 is one. */
export const BOUNDS = Array.from({ length: 19 }, (_, i) => 500 * 1.4 ** (i - 13))

export const POLICY = {
  maxLooks: LOOKS,
  alpha: 0.01,
  minEffect: 0.05,
  warmupMinutes: 2,
  slo: { errorRate: 0.01, latencyP95Ms: 500, latencyP99Ms: 500 },
}

interface Counted {
  readonly count: number
  readonly total: number
}
interface Timed {
  readonly count: number
  readonly sum: number
  readonly hist: readonly number[]
}
interface Read {
  readonly values: readonly (number | null)[]
}
interface Sides<T> {
  readonly name: string
  readonly unit: string
  readonly direction: 'increase'
  readonly baseline: T | null
  readonly canary: T | null
}

/** A metric as the protocol judgebench/1 writes it. */
export type Metric =
  | (Sides<Timed> & { readonly kind: 'latency'; readonly le: readonly number[] })
  | (Sides<Counted> & { readonly kind: 'errors' | 'sessions' })
  | (Sides<Read> & { readonly kind: 'gauge' | 'lag' })

export interface Case {
  readonly id: string
  readonly policy: typeof POLICY
  readonly looks: readonly { readonly minute: number; readonly metrics: readonly Metric[] }[]
}

/** One rollout of a family. The id does not give the family away. */
export function caseOf(family: Family, seed: number, id: string): Case {
  const random = randomFrom(seed)
  const service = serviceOf(family, random)
  const meters = metersOf(family, service, random)
  const looks = Array.from({ length: LOOKS }, (_, i) => ({
    minute: i + 1,
    metrics: meters.map((meter) => meter(i)),
  }))
  return { id, policy: POLICY, looks }
}

type Meter = (minute: number) => Metric

function metersOf(family: Family, service: Service, random: Random): readonly Meter[] {
  const requests = [latencyOf(service, random), errorsOf(service, random)]
  const restarts = restartsOf(service, random)
  if (service.profile === 'worker') return [...requests, lagOf(service, random), restarts]
  const web = [...requests, gaugeOf(family, service, random)]
  return service.profile === 'web' ? [...web, restarts] : [...web, sessionsOf(random), restarts]
}

/** Both sides of a metric in a minute. */
function sides<T>(of: (side: Side) => T) {
  return { direction: 'increase', baseline: of(0), canary: of(1) } as const
}

function latencyOf(service: Service, random: Random): Meter {
  const side = (of: Side, i: number): Timed | null => {
    if (service.gone(of, i)) return null
    const [count, scale, shape] = [
      service.requests[of][i] ?? 0,
      service.scale(of, i),
      service.shape(of, i),
    ]
    let [left, below] = [count, 0]
    const hist = BOUNDS.map((bound) => {
      const share = shape.below(bound / scale)
      const hits = below < 1 ? random.binomial(left, Math.min(1, (share - below) / (1 - below))) : 0
      left -= hits
      below = share
      return hits
    })
    return { count, sum: count * shape.mean * scale, hist: [...hist, left] }
  }
  return (i) => ({
    ...{ name: 'latency', kind: 'latency', unit: 'ms', le: BOUNDS },
    ...sides((of) => side(of, i)),
  })
}

function errorsOf(service: Service, random: Random): Meter {
  return (i) => ({
    ...{ name: 'errors', kind: 'errors', unit: 'requests' },
    ...sides((of) => {
      const total = service.requests[of][i] ?? 0
      return { count: random.binomial(total, service.errorShare(of, i)), total }
    }),
  })
}

function gaugeOf({ gaugeNoise = 0.04 }: Family, service: Service, random: Random): Meter {
  const usual = random.between(0.3, 0.6)
  const own = [0, 1].map(() => random.wandering(gaugeNoise, 0.7, LOOKS))
  const read = (of: Side, i: number) => {
    const more = service.isFaulty(of, i) ? 1 + (service.fault.gauge ?? 0) : 1
    const level = usual * more * Math.exp(0.3 * (service.shared[i] ?? 0) + (own[of]?.[i] ?? 0))
    const scrape = () => Math.min(1, level * Math.exp(0.03 * random.normal()))
    const lost = service.gone(of, i) ? 0.5 : 0.01
    return { values: [0, 1, 2, 3].map(() => (random.next() < lost ? null : scrape())) }
  }
  return (i) => ({
    ...{ name: 'saturation', kind: 'gauge', unit: 'ratio' },
    ...sides((of) => read(of, i)),
  })
}

function lagOf(service: Service, random: Random): Meter {
  const usual = random.between(20, 500)
  const growth = random.between(...(service.fault.lag ?? ([0, 0] as const)))
  const own = [0, 1].map(() => random.wandering(0.35, 0.8, LOOKS))
  const read = (of: Side, i: number) => {
    const grown = service.isFaulty(of, i) ? growth * (i + 2 - service.onset) : 0
    const level = usual * (Math.exp(own[of]?.[i] ?? 0) + grown)
    return { values: [0, 1].map(() => Math.round(level * Math.exp(0.05 * random.normal()))) }
  }
  return (i) => ({
    ...{ name: 'lag', kind: 'lag', unit: 'messages' },
    ...sides((of) => read(of, i)),
  })
}

/** Crashes are reported some minutes after their session. */
function sessionsOf(random: Random): Meter {
  const risk = Math.exp(random.between(Math.log(0.002), Math.log(0.01)))
  const perMinute = [random.between(20, 120), random.between(3, 30)]
  const total = perMinute.map((mean) => Array.from({ length: LOOKS }, () => random.poisson(mean)))
  const reported = total.map((counts) =>
    reportsOf(
      counts.map((n) => random.binomial(n, risk)),
      random,
    ),
  )
  return (i) => ({
    ...{ name: 'crashes', kind: 'sessions', unit: 'sessions' },
    ...sides((of) => ({ count: reported[of]?.[i] ?? 0, total: total[of]?.[i] ?? 0 })),
  })
}

/** How many of the sessions that crashed in each minute are known of in each. */
function reportsOf(crashed: readonly number[], random: Random): readonly number[] {
  const known = crashed.map(() => 0)
  const delay = () => Math.ceil(Math.log(1 - random.next()) / Math.log(5 / 6))
  for (const at of crashed.flatMap((n, i) => Array.from({ length: n }, () => i + delay())))
    if (at < LOOKS) known[at] = (known[at] ?? 0) + 1
  return known
}

function restartsOf(service: Service, random: Random): Meter {
  const pods = [4 + Math.floor(9 * random.next()), 2 + Math.floor(3 * random.next())]
  return (i) => ({
    ...{ name: 'restarts', kind: 'errors', unit: 'pod-minutes' },
    ...sides((of) => {
      const loops = service.fault.crashLoop === true && service.isFaulty(of, i)
      const total = pods[of] ?? 2
      return { count: random.binomial(total, loops ? 0.5 : 0.0005), total }
    }),
  })
}
