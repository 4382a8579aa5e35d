import type { Look, MetricLook } from '../../../../src/domain/judging/comparison/look.ts'
import { randomFrom } from './random-from.ts'

/** What a simulated service is like; everything is healthy unless it says otherwise. */
export interface Service {
  readonly looks?: number
  /** Requests of both groups in a minute. */
  readonly rpm?: number
  /** The canary's part of them. */
  readonly weight?: number
  /** Standard deviation of each group's own noise in ln(latency), and its memory. */
  readonly noise?: number
  readonly memory?: number
  /** How much slower the canary is for good, as a share. */
  readonly offset?: number
  readonly errorRate?: number
  readonly fault?: Fault
  /** Both groups are slower and fail more from this minute on. */
  readonly incident?: number
}

/** What is wrong with the canary, from a minute on. Factors; 1 is nothing. */
export interface Fault {
  readonly from?: number
  readonly latency?: number
  /** Part of the requests that take four times as long. */
  readonly tail?: number
  /** Factor of the spread of ln(latency). */
  readonly spread?: number
  readonly errors?: number
  readonly gauge?: number
  readonly crashes?: number
  /** Growth of the lag a minute, in parts of its usual level. */
  readonly lag?: number
}

/** Upper ends of the buckets, in ms. */
export const BOUNDS = Array.from({ length: 19 }, (_, i) => 500 * 1.4 ** (i - 13))

/** Of the logarithms of these bounds: the first one, and their distance. */
const [LOWEST, WIDTH] = [Math.log(BOUNDS[0] ?? 1), Math.log(1.4)]

/** The looks of a rollout, one a minute; the same seed gives the same ones. */
export function rollout(seed: number, service: Service = {}): readonly Look[] {
  const random = randomFrom(seed)
  const { looks = 60, noise = 0.012, memory = 0.6 } = service
  const wander = (deviation: number, kept = memory) => random.wandering(deviation, kept, looks)
  const shared = wander(0.04, 0.8)
  const own = { baseline: wander(noise), canary: wander(noise) }
  const load = { baseline: wander(0.04, 0.7), canary: wander(0.04, 0.7) }
  const lag = { baseline: wander(0.35, 0.8), canary: wander(0.35, 0.8) }
  const minute = (i: number): Look => {
    const both = shared[i] as number
    const levels = (side: Side): Levels => ({
      latency: both + (own[side][i] as number),
      load: 0.3 * both + (load[side][i] as number),
      lag: lag[side][i] as number,
    })
    const at = { service, minute: i + 1, random }
    return { minute: i + 1, metrics: metricsOf(at, levels('baseline'), levels('canary')) }
  }
  return Array.from({ length: looks }, (_, i) => minute(i))
}

type Side = 'baseline' | 'canary'
/** Logarithms of how far each level lies from its usual one. */
type Levels = Readonly<Record<'latency' | 'load' | 'lag', number>>

interface Moment {
  readonly service: Service
  readonly minute: number
  readonly random: ReturnType<typeof randomFrom>
}

function metricsOf(at: Moment, baseline: Levels, canary: Levels): readonly MetricLook[] {
  const { rpm = 300, weight = 0.25 } = at.service
  const nc = at.random.poisson(rpm * weight)
  const nb = at.random.poisson(rpm * (1 - weight))
  const both = <T>(of: (side: Side, n: number, levels: Levels) => T) => ({
    baseline: of('baseline', nb, baseline),
    canary: of('canary', nc, canary),
  })
  return [
    {
      name: 'latency',
      kind: 'latency',
      bounds: BOUNDS,
      ...both((s, n, l) => latency(at, s, n, l)),
    },
    { name: 'errors', kind: 'errors', ...both((s, n) => errors(at, s, n)) },
    { name: 'saturation', kind: 'gauge', ...both((s, _, l) => readings(at, s, l, 'gauge')) },
    { name: 'consumer lag', kind: 'lag', ...both((s, _, l) => readings(at, s, l, 'lag')) },
    { name: 'crashes', kind: 'sessions', ...both((s) => crashes(at, s)) },
    { name: 'restarts', kind: 'restarts', ...both(() => ({ bad: 0, total: 4 })) },
  ]
}

/** The fault in this minute of this group; nothing before it begins, and never in the baseline. */
function faultOf({ service: { fault }, minute }: Moment, side: Side): Fault {
  return side === 'canary' && fault !== undefined && minute >= (fault.from ?? 1) ? fault : {}
}

const isHit = ({ service: { incident }, minute }: Moment) =>
  incident !== undefined && minute >= incident

function latency(at: Moment, side: Side, n: number, { latency: level }: Levels) {
  const fault = faultOf(at, side)
  const shift = level + Math.log(slowness(at, side))
  const buckets = new Array<number>(BOUNDS.length + 1).fill(0)
  const deviation = 0.5 * (fault.spread ?? 1)
  for (let i = 0; i < n; i++) {
    const slow = at.random.next() < (fault.tail ?? 0) ? Math.log(4) : 0
    const log = Math.log(90) + slow + shift + deviation * at.random.normal()
    const index = Math.min(Math.max(Math.ceil((log - LOWEST) / WIDTH), 0), BOUNDS.length)
    buckets[index] = (buckets[index] as number) + 1
  }
  return { buckets }
}

function slowness(at: Moment, side: Side): number {
  const offset = side === 'canary' ? (at.service.offset ?? 0) : 0
  return (1 + offset) * (faultOf(at, side).latency ?? 1) * (isHit(at) ? 2.5 : 1)
}

function errors(at: Moment, side: Side, total: number) {
  const rate = isHit(at) ? 0.08 : (at.service.errorRate ?? 0.002)
  return { bad: at.random.binomial(total, rate * (faultOf(at, side).errors ?? 1)), total }
}

function crashes(at: Moment, side: Side) {
  const total = at.random.poisson(side === 'canary' ? 20 : 70)
  return { bad: at.random.binomial(total, 0.005 * (faultOf(at, side).crashes ?? 1)), total }
}

function readings(at: Moment, side: Side, { load, lag }: Levels, kind: 'gauge' | 'lag') {
  const { gauge = 1, lag: growth = 0, from = 1 } = faultOf(at, side)
  const level =
    kind === 'gauge'
      ? 0.45 * Math.exp(load) * gauge
      : 200 * (Math.exp(lag) + growth * (at.minute - from + 1))
  const scrape = () => level * Math.exp(0.03 * at.random.normal())
  return { values: kind === 'gauge' ? [scrape(), null, scrape()] : [Math.round(scrape())] }
}
