import type { Rollout } from './state.ts'

/** The bake of a stage. `baking`: too early to pass. `due`: to be judged. `overdue`: nobody looked in time. */
export interface Bake {
  /** When it began and when it is over, milliseconds since 1970. */
  readonly from: number
  readonly end: number
  readonly due: 'baking' | 'due' | 'overdue'
}

/** So long after the end of a bake the run that watches it has written its verdict, or is dead, milliseconds. */
const DEAD_MS = 30 * 60_000

/**
 * How far the bake of the stage in hand is.
 * @param from When the stage got its weight, and `now`: milliseconds since 1970.
 */
export function bakeOf({ plan, stage }: Rollout, from: number, now: number): Bake {
  const end = from + (plan.stages[stage]?.bake ?? 0)
  const unattended = plan.clock?.unattended ?? DEAD_MS
  if (now > end + unattended) return { from, end, due: 'overdue' }
  // What a run watches itself is not judged by another one, only taken over.
  return { from, end, due: now < end || plan.clock === undefined ? 'baking' : 'due' }
}
