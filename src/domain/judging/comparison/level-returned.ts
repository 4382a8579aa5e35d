import type { LevelFilter } from './level-filter.ts'

/**
 * Log likelihood of the best level that changes once, at one of these steps, and lies at or below the bound before and after: a canary that was better for a
 * while and is as good as its baseline again. Without it such a return would look like a fault to a judge that knows one level only. −∞ without steps.
 */
export function peakReturned(filter: LevelFilter, bound: number, steps: readonly number[]): number {
  let best = -Infinity
  for (const i of steps) best = Math.max(best, twoLevels(quadraticOf(filter, i), bound))
  return filter.logLikelihood + best
}

/** s·p + t·q − (v·p² + 2c·pq + w·q²)/2, of a level p before and q after. */
interface Quadratic {
  readonly s: number
  readonly t: number
  readonly v: number
  readonly w: number
  readonly c: number
}

function quadraticOf(filter: LevelFilter, i: number): Quadratic {
  const { score, information } = filter
  const [t, w, crossed] = [filter.scores, filter.informations, filter.crossed].map((of) => of[i])
  const [after, both] = [w as number, crossed as number]
  return {
    s: score - (t as number),
    t: t as number,
    v: information - 2 * both + after,
    w: after,
    c: both - after,
  }
}

/** The greatest value with p and q at most the bound. */
function twoLevels(quadratic: Quadratic, bound: number): number {
  const { s, t, v, w, c } = quadratic
  const value = (p: number, q: number) =>
    s * p + t * q - (v * p * p + 2 * c * p * q + w * q * q) / 2
  const det = v * w - c * c
  const [p, q] = [(w * s - c * t) / det, (v * t - c * s) / det]
  if (det > 0 && p <= bound && q <= bound) return value(p, q)
  const alone = (score: number, information: number) =>
    information > 0 ? Math.min(bound, (score - c * bound) / information) : bound
  return Math.max(value(bound, alone(t, w)), value(alone(s, v), bound))
}
