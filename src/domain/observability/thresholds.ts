import type { Objective } from '../judging/objective.ts'
import { BY_INPUT } from '../judging/world-evidence.ts'

/** Limits given by hand; undefined where the config holds. */
export interface Thresholds {
  /** Percent, 0..100. */
  readonly errorRate: number | undefined
  /** Milliseconds. */
  readonly responseTime: number | undefined
  /** Percent, 0..100. */
  readonly successRate: number | undefined
}

type Kind = Pick<Objective, 'metric' | 'unit' | 'direction'>

const ERROR_RATE: Kind = { metric: 'error-rate', unit: 'ratio', direction: 'at-most' }
const LATENCY: Kind = { metric: 'latency-p95', unit: 'milliseconds', direction: 'at-most' }
const SUCCESS_RATE: Kind = { metric: 'success-rate', unit: 'ratio', direction: 'at-least' }

/**
 * The objectives with the limits given by hand laid over them: each replaces the limit of every objective of its
 * metric, and stands as an objective of its own where the config has none.
 */
export function withThresholds(
  objectives: readonly Objective[],
  { errorRate, responseTime, successRate }: Thresholds,
): readonly Objective[] {
  return [
    { kind: ERROR_RATE, limit: share(errorRate) },
    { kind: LATENCY, limit: responseTime },
    { kind: SUCCESS_RATE, limit: share(successRate) },
  ].reduce<readonly Objective[]>(
    (list, { kind, limit }) => (limit === undefined ? list : laid(list, kind, limit)),
    objectives,
  )
}

function laid(objectives: readonly Objective[], kind: Kind, limit: number): readonly Objective[] {
  const isOne = (o: Objective) =>
    o.versus === undefined &&
    o.metric === kind.metric &&
    o.unit === kind.unit &&
    o.direction === kind.direction
  if (objectives.some(isOne)) return objectives.map((o) => (isOne(o) ? { ...o, limit } : o))
  // The config may have an objective of that name which is held otherwise: evidence is told apart by its name.
  const isTaken = objectives.some(({ name }) => name === kind.metric)
  const added: Objective = {
    ...kind,
    name: isTaken ? `${kind.metric}${BY_INPUT}` : kind.metric,
    query: null,
    limit,
    onBreach: 'rollback',
    minSamples: 50,
  }
  return [...objectives, added]
}

function share(percent: number | undefined): number | undefined {
  // Rounded as `99.9%` in the config is: 99.9 / 100 is not 0.999.
  return percent === undefined ? undefined : Number((percent / 100).toFixed(12))
}
