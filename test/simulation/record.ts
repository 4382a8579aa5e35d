import { canonical } from '../../src/domain/ledger/canonical.ts'
import type { Entry } from '../../src/domain/ledger/entry.ts'
import { freezeMarkerText } from '../../src/domain/ledger/freeze.ts'
import { BACK, rolloutOf } from '../../src/domain/rollout/state.ts'
import type { Weights } from '../../src/ports/traffic.ts'
import { type Rig, SCOPE } from './rig.ts'

export function folderOf(version: string): string {
  return `releases/${SCOPE.product}/${SCOPE.channel}/${version}/`
}

export function isBack(entry: Entry | undefined): boolean {
  return entry?.kind === 'intent' && entry.payload.stage === BACK
}

/** Written by the run that a process belongs to. */
export function isOf({ run }: Entry, process: string): boolean {
  return process.startsWith(`${run.id}.${run.attempt}/`)
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

/** An end that moves no traffic: a way back waits for what is on its way. */
export function ends({ kind, payload }: Entry): boolean {
  return kind === 'outcome' && 'result' in payload && payload.result !== 'rolled-back'
}

/** The way back began between an intent of this process's run and its effect. */
export function overtook(chain: readonly Entry[], back: number, process: string): boolean {
  const before = chain.slice(0, back).findLast((e) => e.kind === 'intent' || settles(e))
  return before?.kind === 'intent' && isOf(before, process)
}

export function isFreeze({ body, state }: { body: string; state: string }): boolean {
  return state === 'open' && body.includes(freezeMarkerText(SCOPE))
}

/** A version has more weight than before. */
export function rises(version: string, from: Weights, to: Weights, { router }: Rig): boolean {
  const slots = Object.keys(to).filter((s) => router.running.get(s) === version)
  return slots.some((slot) => (to[slot] ?? 0) > (from[slot] ?? 0))
}

/** Whether its last intent says that the weights of what has completed are set again. */
export function isRestoring(chain: readonly Entry[]): boolean {
  const at = chain.findLastIndex((e) => e.kind === 'intent')
  const intent = chain[at]
  const before = rolloutOf(chain.slice(0, Math.max(at, 0)))
  if (intent?.kind !== 'intent' || before?.result !== 'completed') return false
  return canonical(intent.payload.to) === canonical(before.weights ?? null)
}

/** What is wrong with a stage that begins: the stages before it that no verdict has passed. */
function unpassed(chain: readonly Entry[]): readonly string[] {
  const begun = chain.findLast((e) => e.kind === 'intent')?.payload.stage ?? 0
  const hasPassed = (stage: number) =>
    chain.some(
      (e) => e.kind === 'verdict' && e.payload.stage === stage && e.payload.verdict === 'pass',
    )
  return Array.from({ length: Math.max(0, begun) }, (_, stage) => stage)
    .filter((stage) => !hasPassed(stage))
    .map((stage) => `stage ${begun} begins without a pass of stage ${stage}`)
}

/** What is wrong with more traffic for a version, by its record since the plan. */
export function wrongRise(
  chain: readonly Entry[],
  version: string,
  process: string,
): readonly string[] {
  const back = backAt(chain)
  // The router has no lock: what was intended before the way back began may arrive, but not after its end.
  const isLate = back >= 0 && !overtook(chain, back, process)
  const ended = chain.some((e) => e.kind === 'outcome' && e.payload.effect === 'release')
  return [
    ...(isLate ? [`the weight of ${version} rises after its roll back`] : []),
    ...(ended ? [`the weight of ${version} rises after its end`] : []),
    ...unpassed(chain),
  ]
}
