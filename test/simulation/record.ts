import type { Entry } from '../../src/domain/ledger/entry.ts'
import { BACK } from '../../src/domain/rollout/state.ts'
import { SCOPE } from './rig.ts'

export function folderOf(version: string): string {
  return `releases/${SCOPE.product}/${SCOPE.channel}/${version}/`
}

export function isBack(entry: Entry | undefined): boolean {
  return entry?.kind === 'intent' && entry.payload.stage === BACK
}

/** Where the way back begins; -1 where there is none. */
export function backAt(chain: readonly Entry[]): number {
  return chain.findIndex(isBack)
}

export function settles(entry: Entry): boolean {
  return (
    entry.kind === 'outcome' && entry.payload.effect === 'shift' && entry.payload.stage !== BACK
  )
}

/** The way back began between an intent of this process's run and its effect. */
export function overtook(chain: readonly Entry[], back: number, process: string): boolean {
  const before = chain.slice(0, back).findLast((e) => e.kind === 'intent' || settles(e))
  return before?.kind === 'intent' && process.startsWith(`${before.run.id}.${before.run.attempt}/`)
}
