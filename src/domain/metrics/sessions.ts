/** Sessions of a release in a window, and the users who had them. */
export interface Sessions {
  readonly sessions: number
  readonly crashedSessions: number
  readonly users: number
  readonly crashedUsers: number
}

/**
 * The number of hits behind a share that was given as a number between 0 and 1. Undefined where the share is none, or
 * is no share of so many.
 */
export function hitsOf(share: number | null, trials: number): number | undefined {
  if (share === null || !(share >= 0 && share <= 1)) return undefined
  return Math.round(share * trials)
}

/** How sure it has to be that a service which was used until then is not just quiet. */
const LARGEST_CHANCE = 1e-6

/**
 * Whether what counts sessions stopped before the end of a window: none in the last intervals, though there were so many
 * before that a pause of this length is no chance (Poisson, one in a million).
 * @param series Sessions of each interval, in order.
 */
export function hasStopped(series: readonly number[]): boolean {
  const last = series.findLastIndex((count) => count > 0)
  const silent = series.length - 1 - last
  if (last < 0 || silent === 0) return false
  const mean = series.slice(0, last + 1).reduce((sum, count) => sum + count, 0) / (last + 1)
  // The interval at the end has only begun: it does not count as a silent one.
  return Math.exp(-mean * (silent - 1)) < LARGEST_CHANCE
}
