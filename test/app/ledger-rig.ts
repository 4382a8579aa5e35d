import { sha256 } from '../../src/adapters/digest.ts'
import { type Append, Ledger } from '../../src/app/ledger.ts'
import type { Failure } from '../../src/domain/failure.ts'
import type { Entry } from '../../src/domain/ledger/entry.ts'
import { chainFolder } from '../../src/domain/ledger/path.ts'
import { UNSIGNED } from '../../src/domain/ledger/trust.ts'
import type { Fault } from '../fakes/fault.ts'
import { LedgerBranch } from '../fakes/ledger-branch.ts'
import { seeded } from '../fakes/random.ts'
import { type Process, World } from '../fakes/world.ts'

export const RELEASE = { product: 'shop', channel: 'stable', version: '1.1.0' }

export const reason = (text: string): Append => ({
  draft: { kind: 'freeze', payload: { reason: text } },
  planHash: null,
})
export const reasons = (entries: readonly Entry[]) =>
  entries.map((e) => (e.kind === 'freeze' ? e.payload.reason : e.kind))

/** A branch, writers on it, and how often each call was made. */
export function rig(options: { faults?: (site: string, nth: number) => Fault; lag?: number } = {}) {
  const calls: Record<string, number> = {}
  const faults = ({ site }: { site: string }) => {
    calls[site] = (calls[site] ?? 0) + 1
    return options.faults?.(site, calls[site]) ?? 'none'
  }
  const world = new World({ random: seeded(5), faults, lag: options.lag ?? 0 })
  const branch = new LedgerBranch(world)
  const ledger = (
    process: Process,
    run: number,
    store = branch.store(process),
    signing = UNSIGNED,
  ) =>
    new Ledger(
      { store, clock: process.clock(), digest: sha256, random: seeded(run), signing },
      { actor: 'ada', run: { id: run, attempt: 1 }, suite: '' },
    )
  /** One process on the branch; its ledger, and what it came to. */
  const alone = async <T>(work: (ledger: Ledger, process: Process) => Promise<T>) => {
    let ended: unknown
    world.task(async () => {
      ended = await world.process('1', (process) => work(ledger(process, 1), process))
    })
    await world.run()
    return ended as { kind: string; value?: T; failure?: Failure }
  }
  const stands = () => branch.entries(chainFolder(RELEASE))
  return { world, branch, calls, ledger, alone, stands }
}
