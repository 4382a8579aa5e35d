import { setTimeout as delay } from 'node:timers/promises'
import type { Clock } from '../../ports/clock.ts'

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
export function systemClock(signal: AbortSignal): Clock {
  return {
    now: steady({ wall: () => Date.now(), passed: () => performance.now() }),
    sleep: async (ms) => {
      try {
        await delay(ms, undefined, { signal })
      } catch {
        // Woken by the cancellation: whoever slept looks at the signal itself.
      }
    },
  }
}
