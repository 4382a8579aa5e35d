import { Failure } from '../domain/failure.ts'
import { passed, type Verdict } from '../domain/judging/verdict.ts'
import type { Draft, Entry } from '../domain/ledger/entry.ts'
import { decide } from '../domain/rollout/decide.ts'
import { rolloutOf } from '../domain/rollout/state.ts'
import type { Ledger } from './ledger.ts'
import { assertSamePlan, type Hand } from './shift-traffic.ts'

/** Who asks. */
export interface PersonPorts {
  readonly ledger: Ledger
  readonly context: { readonly actor: string; readonly runAttempt: number }
}

/** @throws Failure `refused` for a bot, and for a re-run, which repeats what somebody asked for earlier. */
export function assertPerson(what: string, { context }: PersonPorts): void {
  const { actor, runAttempt } = context
  if (runAttempt === 1 && actor !== '' && !actor.endsWith('[bot]')) return
  throw new Failure(
    'refused',
    `${what} is for a person, in the first attempt of a run`,
    'Start a new run by hand',
  )
}

/** Nothing moves forward until a person resumes it. The stage in hand is judged all the same: a failure takes it back. */
export async function pause(
  reason: string | undefined,
  hand: Hand,
  ports: PersonPorts,
): Promise<Verdict> {
  assertPerson('pause', ports)
  const draft = draftOf('pause', reason)
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
  assertPerson('resume', ports)
  const draft = draftOf('resume', reason)
  await ports.ledger.append(hand.release, (entries) => {
    if (isPaused(entries, hand)) return { draft, planHash: hand.rollout.planHash }
    throw new Failure('refused', 'the release is not paused', 'Use the operation advance')
  })
}

function draftOf(decision: 'pause' | 'resume', reason = 'asked for by a person'): Draft {
  return { kind: 'decision', payload: { decision, reason } }
}

/** @throws Failure `refused` for a release that has ended, is on its way back, or has nothing left to pause. */
function isPaused(entries: readonly Entry[], { rollout }: Hand): boolean {
  assertSamePlan(entries, rollout)
  const now = rolloutOf(entries) ?? rollout
  const step = decide({ ...now, pending: undefined })
  if (step.kind !== 'ended' && step.kind !== 'roll-back' && step.kind !== 'complete')
    return now.held !== undefined || now.breach === 'pause'
  const why = step.kind === 'complete' ? 'all its stages have passed' : step.reason
  throw new Failure('refused', `the release cannot be paused or resumed: ${why}`)
}
