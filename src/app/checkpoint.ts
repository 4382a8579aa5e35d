import { checkpointDuty } from '../domain/config/roles.ts'
import { Failure } from '../domain/failure.ts'
import type { Verdict } from '../domain/judging/verdict.ts'
import {
  CHECKPOINTS,
  type Checkpoint,
  type Item,
  itemsOf,
  type Since,
} from '../domain/rollout/checkpoints.ts'
import type { Rollout } from '../domain/rollout/state.ts'
import { missingItems } from '../domain/rollout/unmet.ts'
import { personFor } from './pause.ts'
import {
  assertBefore,
  assertOpen,
  needed,
  notAsked,
  type Said,
  type SayPorts,
  said,
  say,
} from './say.ts'
import type { Hand } from './shift-traffic.ts'

/** A person has seen to items of a checklist. @throws Failure `refused`, `bad-input`. */
export async function checkpoint(inputs: Said, hand: Hand, ports: SayPorts): Promise<Verdict> {
  const name = needed(inputs.checkpoint, 'checkpoint', `give one of ${CHECKPOINTS.join(', ')}`)
  const listed = needed(inputs.items, 'items', 'give the ids of what is done, or all')
  const by = await personFor(checkpointDuty(name), ports)
  const state = await say(
    hand,
    (now) => {
      assertPhase(name, now)
      const items = itemsAsked(name, listed, now)
      for (const item of items) assertTrue(item, now)
      const done = items.map(({ id }) => id).filter((id) => !now.met.done[name].includes(id))
      if (done.length === 0) return undefined
      return {
        kind: 'checkpoint',
        payload: { checkpoint: name, done, by, reason: inputs.reason ?? '' },
      }
    },
    ports,
  )
  const missing = missingItems(name, state)
  const stand = missing.length === 0 ? 'is complete' : `misses ${missing.join(', ')}`
  return said(`checkpoint ${name} ${stand}`, state, ports)
}

/** No phase begins before the one before it is closed. */
function assertPhase(name: Checkpoint, state: Rollout): void {
  if (state.plan.conditions?.checkpoints === undefined) throw notAsked('checkpoints')
  if (name === 'closed') assertEnded(state)
  else if (name === 'post-checked') assertOpen('checkpoint', state)
  else assertBefore('checkpoint', state)
  const previous = CHECKPOINTS[CHECKPOINTS.indexOf(name) - 1]
  // A way back needs no checks after the rollout.
  if (previous === undefined || state.result === 'rolled-back') return
  if (state.met.overridden.some((condition) => condition === previous)) return
  const missing = missingItems(previous, state)
  if (missing.length === 0) return
  throw new Failure(
    'refused',
    `the checkpoint ${name} comes after ${previous}, which misses ${missing.join(', ')}`,
  )
}

function assertEnded({ result }: Rollout): void {
  if (result === 'completed' || result === 'rolled-back') return
  throw new Failure(
    'refused',
    'the checkpoint closed comes after the end of the release',
    'Let it complete, or roll it back',
  )
}

function itemsAsked(name: Checkpoint, listed: string, { result }: Rollout): readonly Item[] {
  const known = itemsOf(name, result === 'rolled-back')
  if (listed === 'all') return known
  const ids = listed.split(',').map((id) => id.trim())
  const strange = ids.find((id) => !known.some((item) => item.id === id))
  if (strange === undefined) return known.filter(({ id }) => ids.includes(id))
  throw new Failure(
    'bad-input',
    `input items: ${JSON.stringify(strange)} is no item of the checkpoint ${name}`,
    `Its items are ${known.map(({ id }) => id).join(', ')}`,
  )
}

/** @throws Failure `refused` for what nobody can have seen yet. */
function assertTrue({ id, since }: Item, state: Rollout): void {
  if (isSince(since, state)) return
  const why = since === 'first-weight' ? 'the rollout has not begun' : 'not all traffic is there'
  throw new Failure('refused', `too early for the item ${id}: ${why}`)
}

function isSince(since: Since, { plan, stage, shifted, weights }: Rollout): boolean {
  if (since === 'first-weight') return weights !== undefined
  if (since !== 'all-traffic') return true
  const isAll = shifted && plan.stages[stage]?.weight === 100
  return isAll || stage === plan.stages.length
}
