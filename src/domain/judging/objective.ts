import { parseDuration } from '../config/duration.ts'
import { formatRatio, parseRatio } from '../config/ratio.ts'
import type { Interval } from '../statistics/interval.ts'
import type { LookFacts } from './look-facts.ts'

/** `ratio`: 0..1, shown as percent; `milliseconds`; `count`: events or items, no unit. */
export type Unit = 'ratio' | 'milliseconds' | 'count'

/** What a breach does to a rollout, from the mildest on. */
export const ON_BREACH = ['notify', 'page', 'pause', 'stop', 'rollback'] as const
export type OnBreach = (typeof ON_BREACH)[number]

/** Which values are good. At the limit itself only the first two are. */
export const DIRECTIONS = ['at-most', 'at-least', 'below', 'above'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** Metric: requests a second that a version has served in the window. */
export const THROUGHPUT = 'throughput'

/** An SLO as a plan holds it. */
export interface Objective {
  readonly name: string
  /** `error-rate` and `latency-p95` are known to every provider that counts requests, `throughput` to Prometheus; anything else needs a query. */
  readonly metric: string
  /** Template with `{version}` and `{window}`; null for the metrics that the provider knows. */
  readonly query: string | null
  /** Name of the source that is asked; absent: the one that the config has under `metrics`. */
  readonly source?: string | undefined
  readonly unit: Unit
  /** In the unit. With `versus` the share of the baseline's value that it may be worse by; 0 with `must`. */
  readonly limit: number
  readonly direction: Direction
  readonly onBreach: OnBreach
  /** Fewer observations than this decide nothing. */
  readonly minSamples: number
  /** Milliseconds that its value is over; absent: the window of who looks. */
  readonly window?: number | undefined
  /** Milliseconds: a newest sample that is older decides nothing. */
  readonly maxAge?: number | undefined
  /** So many looks in a row must breach before it fails. */
  readonly consecutive?: number | undefined
  /** A counter that must have grown over the window; its samples do not matter. */
  readonly must?: 'grow' | undefined
  /** Held against the version before it instead of a number. */
  readonly versus?: 'baseline' | undefined
  /** Milliseconds in which somebody has to decide, where a breach pages. */
  readonly decideWithin?: number | undefined
  /** Who is told or asked. */
  readonly who?: string | undefined
  /** No score outweighs it. */
  readonly critical?: true | undefined
  /** Part in the score; absent: 1. */
  readonly weight?: number | undefined
}

/** What one look at an objective gave. */
export interface Observation extends LookFacts {
  readonly value: number
  readonly samples: number
  readonly question: string
}

/** The limit of a config text in its unit: `1%`, `250ms`, `1000`. Undefined when the text does not fit the unit. */
export function parseLimit(text: string, unit: Unit): number | undefined {
  if (unit === 'ratio') return parseRatio(text)
  if (unit === 'milliseconds') return parseDuration(text)
  return /^\d{1,15}(?:\.\d{1,6})?$/.test(text) ? Number(text) : undefined
}

/** A value with its unit, for people. */
export function formatValue(value: number, unit: Unit): string {
  if (!Number.isFinite(value)) return 'no value'
  if (unit === 'ratio') return formatRatio(value)
  const rounded = Number(value.toPrecision(4))
  return unit === 'milliseconds' ? `${rounded} ms` : String(rounded)
}

/** Whether a value is on the good side of a limit. */
export function isWithin(value: number, direction: Direction, limit: number): boolean {
  if (direction === 'at-most') return value <= limit
  if (direction === 'at-least') return value >= limit
  return direction === 'below' ? value < limit : value > limit
}

/** The bad end of an interval. */
export function worstIn(
  { lower, upper }: Interval,
  objective: Pick<Objective, 'direction'>,
): number {
  return isUpperLimit(objective) ? upper : lower
}

/** Whether more of it is worse. */
export function isUpperLimit({ direction }: Pick<Objective, 'direction'>): boolean {
  return direction === 'at-most' || direction === 'below'
}
