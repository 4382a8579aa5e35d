/** Farthest that the clock of a machine is off, milliseconds. */
const FARTHEST_MS = 10 * 60_000
/** A clock that is set is set within this time after a process has begun, milliseconds. */
const SET_MS = 5 * 60_000

/** `off`: each machine is wrong by so much. `set`: it is set to another wrong time while a process runs. */
export type Clocks = 'off' | 'set'

/** What the machine of a process says at a true time. @param begun When the process began. */
export function wrongClock(
  clocks: Clocks,
  random: () => number,
  begun: number,
): (now: number) => number {
  const off = () => Math.floor((random() * 2 - 1) * FARTHEST_MS)
  const [before, after] = [off(), off()]
  const set = clocks === 'set' ? begun + random() * SET_MS : Number.POSITIVE_INFINITY
  return (now) => now + (now < set ? before : after)
}
