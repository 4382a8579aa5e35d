import { Failure } from '../domain/failure.ts'
import type { Entry, ReleaseKey } from '../domain/ledger/entry.ts'
import { rolloutOf } from '../domain/rollout/state.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import { freezeAndTell } from './freeze-notice.ts'
import type { FreezePorts } from './freeze-state.ts'
import type { NoticePorts } from './notify.ts'

interface FreezeOncePorts extends FreezePorts {
  readonly clock: Clock
  readonly log: Log
  readonly notices: NoticePorts
}

/** Freezes the channel of a release that was judged bad, as the pipeline does, once. */
export interface FreezeOnce {
  /** Who was told, for the summary. */
  readonly notes: readonly string[]
  /** @throws Failure what the freeze throws. */
  now(): Promise<void>
  /** The same, where something more urgent must not wait for it. */
  tried(): Promise<void>
}

export function freezeOnce(
  release: ReleaseKey,
  runUrl: string,
  ports: FreezeOncePorts,
): FreezeOnce {
  const notes: string[] = []
  let isFrozen = false
  const now = async () => {
    const entries = await ports.ledger.entries(release)
    const rollout = rolloutOf(entries)
    // A person who takes a release back freezes nothing.
    if (isFrozen || rollout === undefined || !isJudgedBad(entries)) return
    const { product, channel, version, commit } = rollout.plan
    const facts = { scope: { product, channel }, version, buildType: channel, commit, runUrl }
    const request = { ...facts, reason: rollout.reason, gate: 'stage' }
    const { summary } = await freezeAndTell(request, ports, ports.notices)
    isFrozen = true
    notes.push(...summary)
  }
  const tried = async () => {
    try {
      await now()
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      ports.log.warning(`the channel is not frozen yet: ${error.message}`)
    }
  }
  return { notes, now, tried }
}

function isJudgedBad(entries: readonly Entry[]): boolean {
  const planned = entries.findLastIndex(({ kind }) => kind === 'plan')
  return entries
    .slice(planned)
    .some((e) => e.kind === 'verdict' && e.payload.stage !== null && e.payload.breach !== 'none')
}
