import { type Family, type Fault, TRAFFIC } from './families.ts'
import type { Random } from './random.ts'
import { partsOf, Shape } from './shape.ts'

/** Looks of a rollout, one a minute. */
export const LOOKS = 60

/** 0: baseline, 1: canary. */
export type Side = 0 | 1
type Both<T> = readonly [T, T]

/** A service before anything is measured: what holds for each group in each minute, from 0 on. */
export interface Service {
  readonly onset: number
  readonly profile: 'web' | 'worker' | 'mobile'
  readonly requests: Both<readonly number[]>
  /** 99th percentile of latency in ms, before the shape changed. */
  readonly scale: (side: Side, minute: number) => number
  readonly shape: (side: Side, minute: number) => Shape
  readonly errorShare: (side: Side, minute: number) => number
  /** Logarithm of what both groups share. */
  readonly shared: readonly number[]
  readonly gone: (side: Side, minute: number) => boolean
  readonly isFaulty: (side: Side, minute: number) => boolean
  readonly fault: Fault
}

const minutes = Array.from({ length: LOOKS }, (_, i) => i)
/** Parts of the traffic that a canary has: throughout, or a quarter of the rollout each. */
const WEIGHTS = [0.05, 0.1, 0.2, 0.25, 0.5] as const
const RAMP = [0.05, 0.1, 0.25, 0.5]

export function serviceOf(family: Family, random: Random): Service {
  const { fault = {}, profile = 'web', traffic = ['low', 'medium', 'high'] } = family
  const onset = fault.onset ?? 1
  const isFaulty = (side: Side, minute: number) => side === 1 && minute + 1 >= onset
  const events = eventsOf(family, random)
  const wave = waveOf(family, random)
  const noise = family.shared ?? [0.04, 0.8]
  const shared = random
    .wandering(noise[0], noise[1], LOOKS)
    .map((value, i) => value + (wave[i] ?? 0) + (events.slower[i] ?? 0))
  const own = ownNoise(family, random, events)
  const level = 500 * random.between(0.3, 0.7)
  const parts = partsOf(random.pick(family.shapes ?? ['log-normal']), random)
  const usual = new Shape(parts)
  const other =
    fault.tail === undefined && fault.spread === undefined
      ? usual
      : new Shape(parts, { tail: fault.tail, spread: fault.spread }, usual)
  return {
    ...{ onset, profile, fault, shared, isFaulty, gone: events.gone },
    requests: requestsOf(TRAFFIC[random.pick(traffic)] * random.between(0.7, 1.4), wave, random),
    scale: (side, i) =>
      level *
      Math.exp((shared[i] ?? 0) + (own[side][i] ?? 0)) *
      (isFaulty(side, i) ? slownessOf(fault, i + 2 - onset) : 1),
    shape: (side, i) => (isFaulty(side, i) ? other : usual),
    errorShare: errorsOf(family, random, events, isFaulty),
  }
}

/** @param since Minutes since the fault began, from 1. */
function slownessOf({ slower = 0, leak = 0 }: Fault, since: number): number {
  return (1 + slower) * (1 + leak * since)
}

function waveOf({ diurnal }: Family, random: Random): readonly number[] {
  const [height, period] =
    diurnal === undefined
      ? [random.between(0, 0.08), random.between(180, 1440)]
      : [diurnal, random.between(90, 240)]
  const phase = random.between(0, 2 * Math.PI)
  return minutes.map((i) => height * Math.sin((2 * Math.PI * i) / period + phase))
}

function requestsOf(rpm: number, wave: readonly number[], random: Random) {
  const weight = random.next() < 0.5 ? undefined : random.pick(WEIGHTS)
  const counts = minutes.map((i) => {
    const all = random.poisson(Math.max(0.05, rpm * (1 + 0.5 * (wave[i] ?? 0))))
    const canary = random.binomial(all, weight ?? RAMP[Math.floor(i / 15)] ?? 0.5)
    return [all - canary, canary] as const
  })
  return [counts.map(([baseline]) => baseline), counts.map(([, canary]) => canary)] as const
}

/** What happens to both groups, or to what is measured of them. */
interface Happened {
  readonly slower: readonly number[]
  /** Least share of errors in each minute. */
  readonly errors: readonly number[]
  readonly uneven: Both<readonly number[]>
  readonly gone: (side: Side, minute: number) => boolean
}

function eventsOf({ happens }: Family, random: Random): Happened {
  const [slower, errors] = [minutes.map(() => 0), minutes.map(() => 0)]
  const uneven: [number[], number[]] = [minutes.map(() => 0), minutes.map(() => 0)]
  const during = (from: number, length: number, act: (minute: number) => void) =>
    minutes.filter((i) => i >= from && i < from + length).forEach(act)
  if (happens === 'incident') {
    const [height, share] = [Math.log(random.between(1.8, 5)), random.between(0.02, 0.15)]
    during(3 + Math.floor(32 * random.next()), 5 + Math.floor(25 * random.next()), (i) => {
      slower[i] = height
      errors[i] = share
    })
  }
  if (happens === 'bursts')
    for (let left = 2 + Math.floor(4 * random.next()); left > 0; left--) {
      const [height, share] = [random.between(0.3, 1.4), random.between(0.001, 0.01)]
      during(Math.floor(LOOKS * random.next()), 1 + Math.floor(5 * random.next()), (i) => {
        slower[i] = (slower[i] ?? 0) + height
        errors[i] = share
        for (const side of uneven) side[i] = 0.03 * random.normal()
      })
    }
  if (happens === 'cold start') {
    uneven[1][0] = Math.log(random.between(1.5, 3))
    uneven[1][1] = Math.log(random.between(1.15, 1.6))
  }
  return { slower, errors, uneven, gone: gapsOf(happens === 'gaps', random) }
}

function gapsOf(hasGaps: boolean, random: Random): Happened['gone'] {
  const lost = ([0, 1] as const).map(() => minutes.map(() => hasGaps && random.next() < 0.2))
  const [side, from] = [random.next() < 0.5 ? 0 : 1, Math.floor((LOOKS - 6) * random.next())]
  for (let i = from; hasGaps && i < from + 4; i++) (lost[side] ?? [])[i] = true
  return (of, minute) => lost[of]?.[minute] === true
}

function ownNoise(family: Family, random: Random, { uneven }: Happened): Both<readonly number[]> {
  const [deviation, memory] = family.noise ?? [0.012, 0.6]
  const most = family.offset ?? 0.008
  const offset =
    family.offset === undefined
      ? Math.max(-0.02, Math.min(0.02, most * random.normal()))
      : most * random.between(0.5, 1)
  const of = (side: Side) =>
    random
      .wandering(deviation, memory, LOOKS)
      .map((value, i) => value + (uneven[side][i] ?? 0) + (side === 1 ? offset : 0))
  return [of(0), of(1)]
}

function errorsOf(
  { fault = {} }: Family,
  random: Random,
  { errors }: Happened,
  isFaulty: Service['isFaulty'],
): Service['errorShare'] {
  const usual = fault.errors?.[0] ?? Math.exp(random.between(Math.log(0.0005), Math.log(0.006)))
  const crashing = fault.crashLoop === true ? random.between(0.1, 0.3) : 0
  return (side, minute) => {
    const share = Math.max(usual, errors[minute] ?? 0)
    if (!isFaulty(side, minute)) return share
    if (fault.outage === true) return 1
    return Math.min(1, (fault.errors?.[1] ?? share) + crashing)
  }
}
