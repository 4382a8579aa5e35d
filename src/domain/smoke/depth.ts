import { parseDuration } from '../config/duration.ts'
import { parseRatio } from '../config/ratio.ts'
import type { Config } from '../config/schema.ts'
import type { Depth } from '../config/smoke.ts'

export const DEPTHS = ['basic', 'standard', 'comprehensive', 'stress'] as const
export type DepthName = (typeof DEPTHS)[number]

/** How hard a load check tests, and what it is held against. */
export interface DepthLimits {
  /** Longest time that requests are sent. */
  readonly seconds: number
  /** Requests in flight at once. */
  readonly users: number
  /** Requests of each user. */
  readonly iterations: number
  /** Largest 95th percentile of the response times. */
  readonly responseMs: number
  /** Largest share of requests without an answer or with one of 400 and above. */
  readonly errorRate: number
  /** Smallest share of requests that are answered without error within `responseMs`. */
  readonly successRate: number
}

const COMMON = { responseMs: 2000, errorRate: 0.05, successRate: 0.95 }

/** The built-in table; `smoke.depths` of the config replaces single fields. */
const TABLE: Readonly<Record<DepthName, DepthLimits>> = {
  basic: { seconds: 60, users: 5, iterations: 10, ...COMMON },
  standard: { seconds: 300, users: 10, iterations: 50, ...COMMON },
  comprehensive: { seconds: 600, users: 25, iterations: 100, ...COMMON },
  stress: {
    seconds: 1200,
    users: 50,
    iterations: 500,
    responseMs: 5000,
    errorRate: 0.1,
    successRate: 0.85,
  },
}

/** The limits of a depth, with what the config sets. */
export function depthLimits(name: DepthName, config: Config['smoke']): DepthLimits {
  const table = TABLE[name]
  const own: Depth = config.depths[name] ?? {}
  return {
    seconds: own.seconds ?? table.seconds,
    users: own.users ?? table.users,
    iterations: own.iterations ?? table.iterations,
    responseMs: parseDuration(own['response-time'] ?? '') ?? table.responseMs,
    errorRate: parseRatio(own['error-rate'] ?? '') ?? table.errorRate,
    successRate: parseRatio(own['success-rate'] ?? '') ?? table.successRate,
  }
}
