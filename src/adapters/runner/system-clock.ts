import { setTimeout as delay } from 'node:timers/promises'
import type { Clock } from '../../ports/clock.ts'

/** A clock that somebody who knows better may put right. */
export interface RunnerClock extends Clock {
  /** From now on it tells so many milliseconds more. Absent where it cannot be wrong. */
  adjust?(ms: number): void
}

/** Two ways to tell the time, in milliseconds. */
export interface Times {
  /** What the machine says since 1970: it may be wrong, and may be set at any moment. */
  readonly wall: () => number
  /** Counts on from any number. */
  readonly passed: () => number
}

/** The machine's time at first, and what has passed since: a clock that is set meanwhile neither ends a wait nor prolongs it. */
export function steady({ wall, passed }: Times): () => Date {
  const [start, from] = [wall(), passed()]
  return () => new Date(start + passed() - from)
}

/** The time of this machine. Sleeping ends early when the run is cancelled. */
export function systemClock(signal: AbortSignal): RunnerClock {
  const told = steady({ wall: () => Date.now(), passed: () => performance.now() })
  let off = 0
  return {
    now: () => new Date(told().getTime() + off),
    adjust(ms) {
      off += ms
    },
    sleep: async (ms) => {
      try {
        await delay(ms, undefined, { signal })
      } catch {
        // Woken by the cancellation: whoever slept looks at the signal itself.
      }
    },
  }
}
