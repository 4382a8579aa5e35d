import type { Duty } from '../domain/config/roles.ts'
import { Failure } from '../domain/failure.ts'
import { passed, type Verdict } from '../domain/judging/verdict.ts'
import type { Draft, Entry } from '../domain/ledger/entry.ts'
import { decide } from '../domain/rollout/decide.ts'
import { rolloutOf } from '../domain/rollout/state.ts'
import { isOut } from '../domain/rollout/waiting.ts'
import { type AuthorityPorts, authorise } from './authority.ts'
import type { Ledger } from './ledger.ts'
import { assertSamePlan, type Hand } from './shift-traffic.ts'

/** Who asks. */
export interface PersonPorts extends AuthorityPorts {
  readonly ledger: Ledger
  readonly context: { readonly actor: string; readonly runAttempt: number }
}

/**
 * Who asks for it, for the record.
 * @throws Failure `refused` for a bot, for a re-run, which repeats what somebody asked for earlier, and for whom the
 * config does not name.
 */
export async function personFor(duty: Duty, ports: PersonPorts): Promise<string> {
  const { actor, runAttempt } = ports.context
  if (runAttempt > 1 || actor === '' || actor.endsWith('[bot]'))
    throw new Failure(
      'refused',
      `${duty} is for a person, in the first attempt of a run`,
      'Start a new run by hand',
    )
  const role = await authorise(duty, actor, ports)
  return role === undefined ? actor : `${actor} (${role})`
}

/** Nothing moves forward until a person resumes it. The stage in hand is judged all the same: a failure takes it back. */
export async function pause(
  reason: string | undefined,
  hand: Hand,
  ports: PersonPorts,
): Promise<Verdict> {
  const draft = draftOf('pause', await personFor('pause', ports), reason)
  await ports.ledger.append(hand.release, (entries) => {
    return isPaused(entries, hand) ? undefined : { draft, planHash: hand.rollout.planHash }
  })
  return passed('the release is paused: the weights stay until a person resumes it')
}

/** It goes on; a stage that paused by itself is judged anew. @throws Failure `refused` where nothing is paused. */
export async function resume(
  reason: string | undefined,
  hand: Hand,
  ports: PersonPorts,
): Promise<void> {
  const draft = draftOf('resume', await personFor('resume', ports), reason)
  await ports.ledger.append(hand.release, (entries) => {
    if (isPaused(entries, hand)) return { draft, planHash: hand.rollout.planHash }
    throw new Failure('refused', 'the release is not paused', 'Use the operation advance')
  })
}

function draftOf(decision: 'pause' | 'resume', by: string, reason = 'no reason was given'): Draft {
  return { kind: 'decision', payload: { decision, by, reason } }
}

/** @throws Failure `refused` for a release that has ended, is on its way back, or has nothing left to pause. */
function isPaused(entries: readonly Entry[], { rollout }: Hand): boolean {
  assertSamePlan(entries, rollout)
  const now = rolloutOf(entries) ?? rollout
  const step = decide({ ...now, pending: undefined })
  const isOver = step.kind === 'ended' || step.kind === 'roll-back' || step.kind === 'stop'
  if (!isOver && !isOut(now)) return now.held !== undefined || now.breach === 'pause'
  const why = isOver ? step.reason : 'all its stages have passed'
  throw new Failure('refused', `the release cannot be paused or resumed: ${why}`)
}
