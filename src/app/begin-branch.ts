import { Failure } from '../domain/failure.ts'
import type { Clock } from '../ports/clock.ts'
import type { LedgerStore } from '../ports/ledger-store.ts'

/** Before the second attempt, and before the third. */
const PAUSES_MS = [1000, 3000]
/** What leaves open whether a request was carried out. */
const LOST = ['connection', 'server-error', 'unreachable', 'bad-answer']

/** Make the ledger's branch. Sent again when the answer is lost: a branch that stands is taken as it is. */
export async function beginBranch({
  store,
  clock,
}: {
  readonly store: LedgerStore
  readonly clock: Clock
}): Promise<void> {
  for (const pause of PAUSES_MS) {
    try {
      return await store.create()
    } catch (error) {
      if (!(error instanceof Failure && LOST.includes(error.code))) throw error
      await clock.sleep(pause)
    }
  }
  await store.create()
}
