import { setTimeout as delay } from 'node:timers/promises'
import type { Log } from '../../ports/log.ts'

/**
 * Milliseconds. GitHub ends a job after six hours at the latest, the rollouts of the suite's workflows ten minutes
 * earlier, and tells nobody how long that is: what still runs then is ended while there is time to make the world safe.
 */
const LONGEST_MS = 345 * 60_000

/**
 * A signal that is aborted by SIGINT or SIGTERM, and by the action's own deadline. GitHub leaves 7.5 s after the first
 * signal and 2.5 s after the second: the action makes the world safe first and records second.
 */
export function cancellation(log: Log): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => controller.abort(new Error(`the job was cancelled (${name})`)))
  void delay(LONGEST_MS, undefined, { ref: false }).then(() => {
    log.warning('this step has run for 5h45m: it is ended before its job is')
    controller.abort(new Error('the step has run for 5h45m'))
  })
  return controller.signal
}

/** How long the outputs may take to be written, milliseconds. */
const LAST_MS = 1000

/**
 * A request that nobody waits for any more must not hold the process of a cancelled job: it is given up with the process,
 * which never ends well that way.
 */
export function endSoon(signal: AbortSignal): void {
  if (signal.aborted) setTimeout(() => process.exit(process.exitCode ?? 1), LAST_MS).unref()
}
