import { Failure } from '../domain/failure.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'

/** Pauses between two tries, milliseconds. */
const PAUSES = [1000, 2000, 4000, 8000]
/** After this no other try begins: who is silent is not asked again. */
const LONGEST_MS = 10_000
/** What may be over at the next try. */
const PASSING = new Set(['connection', 'timeout', 'bad-answer', 'not-held', 'refused'])

/** The way back is worth more than one try: a router in trouble is asked again, at most five times in 25 s. */
export async function insist<T>(
  work: () => Promise<T>,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<T> {
  const from = clock.now().getTime()
  for (const pause of PAUSES) {
    try {
      return await work()
    } catch (error) {
      const isOver = clock.now().getTime() - from >= LONGEST_MS
      if (!(error instanceof Failure && PASSING.has(error.code)) || isOver) throw error
      log.warning(`${error.message}: trying again`)
      await clock.sleep(pause)
    }
  }
  return work()
}
