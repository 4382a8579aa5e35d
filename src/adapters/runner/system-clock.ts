import { setTimeout as delay } from 'node:timers/promises'
import type { Clock } from '../../ports/clock.ts'

/** The machine's time; sleeping ends early when the run is cancelled. */
export function systemClock(signal: AbortSignal): Clock {
  return {
    now: () => new Date(),
    sleep: async (ms) => {
      try {
        await delay(ms, undefined, { signal })
      } catch {
        // Woken by the cancellation: whoever slept looks at the signal itself.
      }
    },
  }
}
