import { digest } from '../adapters/digest.ts'
import type { Runner } from '../adapters/runner/action.ts'
import { Ledger } from '../app/ledger.ts'
import type { LedgerStore } from '../ports/ledger-store.ts'

/** The ledger of the repository, written in the name of this run. */
export function connectLedger(store: LedgerStore, { clock, context }: Runner): Ledger {
  const { actor, runId, runAttempt, suite } = context
  return new Ledger(
    { store, clock, digest, random: Math.random },
    { actor, run: { id: runId, attempt: runAttempt }, suite },
  )
}

/** Page of the run that is going on. */
export function runUrl({ context }: Runner): string {
  const { serverUrl, owner, repository, runId, runAttempt } = context
  return `${serverUrl}/${owner}/${repository}/actions/runs/${runId}/attempts/${runAttempt}`
}
