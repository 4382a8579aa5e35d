import type { Entry } from '../ledger/entry.ts'
import { type Rollout, rolloutOf } from './state.ts'

/** What a rollout is for those who look at GitHub's page of deployments. */
export interface StageStatus {
  readonly state: 'in_progress' | 'success' | 'failure' | 'inactive'
  /** One line, below 80 characters. */
  readonly text: string
}

/**
 * What is to be shown of a rollout as its record stands. Undefined while there is nothing new to show: no stage has begun,
 * the next one has not yet, or traffic is about to move.
 */
export function stageStatus(entries: readonly Entry[]): StageStatus | undefined {
  const rollout = rolloutOf(entries)
  if (rollout === undefined) return undefined
  const own = entries.filter(({ seq }) => seq > rollout.planSeq)
  const begun = lastBegun(own)
  if (begun === undefined) return undefined
  const name = `stage ${begun + 1}/${rollout.plan.stages.length}`
  return rollout.result === undefined ? underWay(rollout, name) : ended(own, rollout, name)
}

/** Index of the last stage that has had its weight. */
function lastBegun(entries: readonly Entry[]): number | undefined {
  const begun = entries.flatMap(({ kind, payload }) =>
    kind === 'outcome' && payload.effect === 'shift' && payload.stage >= 0 ? [payload.stage] : [],
  )
  return begun.at(-1)
}

function underWay(rollout: Rollout, name: string): StageStatus | undefined {
  const { plan, stage, shifted, pending, breach, held } = rollout
  const isLeaving = breach === 'rollback' || breach === 'stop'
  if (!shifted || pending !== undefined || isLeaving) return undefined
  const paused = held !== undefined || breach === 'pause' ? ', paused' : ''
  return { state: 'in_progress', text: `${name}: ${plan.stages[stage]?.weight} %${paused}` }
}

function ended(entries: readonly Entry[], { plan, result }: Rollout, name: string): StageStatus {
  const count = plan.stages.length
  if (result === 'completed')
    return {
      state: 'success',
      text: count === 1 ? 'its stage passed' : `all ${count} stages passed`,
    }
  if (result === 'failed') return { state: 'failure', text: `ended without success at ${name}` }
  const wasOut = entries.some(
    ({ kind, payload }) =>
      kind === 'outcome' && payload.effect === 'release' && payload.result === 'completed',
  )
  // What has served everybody did not fail to be deployed: it is just not active any more.
  if (wasOut) return { state: 'inactive', text: 'taken back after its completion' }
  return { state: 'failure', text: `rolled back at ${name}` }
}
