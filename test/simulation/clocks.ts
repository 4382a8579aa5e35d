/** Farthest that the clock of a machine is off, milliseconds. */
const FARTHEST_MS = 10 * 60_000
/** A clock that is set is set within this time after a process has begun, milliseconds. */
const SET_MS = 5 * 60_000

/** What GitHub's time leaves of that in the adapter, milliseconds. */
export const NEAR_MS = 5000

/**
 * `off`: each machine is wrong by so much. `set`: it is set to another wrong time while a process runs. `near`: GitHub's
 * time has put it right, as far as an answer can tell.
 */
export type Clocks = 'off' | 'set' | 'near'

/** What the machine of a process says at a true time. @param begun When the process began. */
export function wrongClock(
  clocks: Clocks,
  random: () => number,
  begun: number,
): (now: number) => number {
  const farthest = clocks === 'near' ? NEAR_MS : FARTHEST_MS
  const off = () => Math.floor((random() * 2 - 1) * farthest)
  const [before, after] = [off(), off()]
  const set = clocks === 'set' ? begun + random() * SET_MS : Number.POSITIVE_INFINITY
  return (now) => now + (now < set ? before : after)
}
