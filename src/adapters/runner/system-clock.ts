import { setTimeout as delay } from 'node:timers/promises'
import type { Clock } from '../../ports/clock.ts'

/**
 * The machine's time when the action started, and what has passed since: a clock that is set meanwhile neither ends a
 * wait nor prolongs it. Sleeping ends early when the run is cancelled.
 */
export function systemClock(signal: AbortSignal): Clock {
  const [start, from] = [Date.now(), performance.now()]
  return {
    now: () => new Date(start + performance.now() - from),
    sleep: async (ms) => {
      try {
        await delay(ms, undefined, { signal })
      } catch {
        // Woken by the cancellation: whoever slept looks at the signal itself.
      }
    },
  }
}
