/** Which way is worse. */
export type Worse = 'increase' | 'decrease' | 'either'

/** How much worse need not be found. Where both say something the larger allowance counts. */
export interface Tolerance {
  /** Share of the baseline's level or rate, 0 or more. */
  readonly relative: number
  /** In the unit of the values; for events a share of all. 0 or more. */
  readonly absolute: number
}

/** What the canary has to keep to whatever the baseline does. */
export interface Limit {
  /** In the unit of the values; for events a share of all. */
  readonly value: number
  /** The share of the values that has to lie within, strictly between 0 and 1: 0.5 is a limit of the median. Events have none. */
  readonly quantile: number
}

interface Common {
  /** Unique among the metrics of a judgement. */
  readonly name: string
  /** For people; empty where there is none. */
  readonly unit: string
  readonly worse: Worse
  readonly tolerance: Tolerance
  readonly limit?: Limit | undefined
  /** Of each side: fewer values, or trials, decide nothing. 1 or more. */
  readonly minSamples: number
  /** With a score: its failure fails all, and without a verdict of it nothing passes. */
  readonly critical: boolean
  /** In a score, above 0. */
  readonly weight: number
}

/** Readings of one side. */
export interface Readings {
  /** Finite, sorted upwards: their order means nothing. */
  readonly values: Float64Array
  /** Readings that were asked for and are no number. */
  readonly lost: number
  /** Readings that are infinite. */
  readonly infinite: number
}

/** A metric of readings: latencies, saturations, counts per minute. */
export interface ValuesMetric extends Common {
  readonly kind: 'values'
  readonly baseline: Readings | null
  readonly canary: Readings
  /** Readings of earlier versions, one list a version. */
  readonly history: readonly Readings[]
}

/** Events among trials: errors among requests. Whole numbers, 0 ≤ events ≤ trials. */
export interface Events {
  readonly events: number
  readonly trials: number
}

/** A metric of events. */
export interface EventsMetric extends Common {
  readonly kind: 'events'
  readonly baseline: Events | null
  readonly canary: Events
}

export type SampleMetric = ValuesMetric | EventsMetric
