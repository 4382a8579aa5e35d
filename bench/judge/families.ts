import type { ShapeName } from './shape.ts'

/** Requests a minute of both groups together. */
export const TRAFFIC = { tiny: 10, low: 30, medium: 300, high: 6000 } as const
export type Traffic = keyof typeof TRAFFIC

/** What is wrong with the canary, from its first minute on. */
export interface Fault {
  readonly onset?: number
  /** Shares: 0.1 is a tenth slower. */
  readonly slower?: number
  /** The same more in every minute. */
  readonly leak?: number
  /** Part of the requests that take four times as long. */
  readonly tail?: number
  /** Times the spread of ln(latency). */
  readonly spread?: number
  /** Share of errors of both groups before, and of the canary after. */
  readonly errors?: readonly [number, number]
  readonly gauge?: number
  /** Growth of the lag a minute, in parts of its usual level, drawn between these. */
  readonly lag?: readonly [number, number]
  readonly crashLoop?: boolean
  readonly outage?: boolean
}

/** A kind of service, and what happens to it. */
export interface Family {
  readonly name: string
  readonly traffic?: readonly [Traffic, ...Traffic[]]
  readonly shapes?: readonly [ShapeName, ...ShapeName[]]
  readonly profile?: 'web' | 'worker' | 'mobile'
  /** Own noise of each group: standard deviation and memory. */
  readonly noise?: readonly [number, number]
  /** How much slower the canary is for good, at most. */
  readonly offset?: number
  /** What both groups share, likewise. */
  readonly shared?: readonly [number, number]
  readonly gaugeNoise?: number
  readonly diurnal?: number
  readonly happens?: 'cold start' | 'bursts' | 'incident' | 'gaps'
  readonly fault?: Fault
}

const BUSY = ['medium', 'high'] as const
const QUIET = ['low', 'medium'] as const
const ALL = ['log-normal', 'heavy', 'bimodal'] as const

/** Nothing is wrong. The kinds are those of judgebench/1. */
export const HEALTHY: readonly Family[] = [
  { name: 'textbook', noise: [0, 0], offset: 0, shared: [0, 0], gaugeNoise: 0 },
  { name: 'as usual' },
  { name: 'heavy tail', shapes: ['heavy'] },
  { name: 'two modes', shapes: ['bimodal'] },
  { name: 'day and night', diurnal: 0.3, traffic: BUSY },
  {
    name: 'long memory',
    noise: [0.018, 0.7],
    shared: [0.15, 0.9],
    shapes: ['log-normal', 'heavy'],
  },
  { name: 'noisy neighbours', happens: 'bursts', shapes: ALL },
  { name: 'cold start', happens: 'cold start', traffic: BUSY },
  { name: 'tiny traffic', traffic: ['tiny'], shapes: ['log-normal', 'heavy'] },
  { name: 'lost readings', happens: 'gaps' },
  { name: 'worker with lag', profile: 'worker', traffic: QUIET },
  { name: 'mobile sessions', profile: 'mobile', traffic: QUIET },
  { name: 'noisiest, placed worse', noise: [0.025, 0.8], offset: 0.02, traffic: BUSY },
]

/** Both groups degrade: a stop blames the canary for what it did not do. */
export const SHARED: readonly Family[] = [
  { name: 'incident of both', happens: 'incident', shapes: ALL },
]

const slow = (name: string, fault: Fault): Family => ({
  ...{ name, fault },
  traffic: BUSY,
  shapes: ['log-normal', 'bimodal'],
})
const busy = (name: string, fault: Fault): Family => ({ name, fault, traffic: BUSY })

/** Something is wrong with the canary. */
export const FAULTY: readonly Family[] = [
  slow('latency +5 %', { slower: 0.05 }),
  slow('latency +10 %', { slower: 0.1 }),
  slow('latency +25 %', { slower: 0.25 }),
  slow('latency +50 %', { slower: 0.5 }),
  busy('tail only', { tail: 0.03 }),
  busy('spread only', { spread: 1.6 }),
  busy('leak of 1 % a minute', { leak: 0.01 }),
  busy('errors 0.1 → 0.5 %', { errors: [0.001, 0.005] }),
  busy('errors 0.1 → 1 %', { errors: [0.001, 0.01] }),
  busy('errors 0.1 → 5 %', { errors: [0.001, 0.05] }),
  { name: 'one fatal error in 2,000', fault: { errors: [0, 0.0005] }, traffic: ['high'] },
  { name: 'growing lag', fault: { lag: [0.1, 0.3] }, profile: 'worker', traffic: QUIET },
  { name: 'saturating gauge +30 %', fault: { gauge: 0.3 } },
  { name: 'saturating gauge +60 %', fault: { gauge: 0.6 } },
  { name: 'crash loop', fault: { crashLoop: true } },
  { name: 'outage', fault: { outage: true } },
  busy('latency +50 % from minute 12', { slower: 0.5, onset: 12 }),
  busy('errors → 5 % from minute 12', { errors: [0.001, 0.05], onset: 12 }),
]
