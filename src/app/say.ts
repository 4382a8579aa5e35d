import { Failure } from '../domain/failure.ts'
import { passed, type Verdict } from '../domain/judging/verdict.ts'
import type { Draft, Entry } from '../domain/ledger/entry.ts'
import type { Checkpoint } from '../domain/rollout/checkpoints.ts'
import type { Overridable } from '../domain/rollout/conditions.ts'
import { decide } from '../domain/rollout/decide.ts'
import { type Rollout, rolloutOf } from '../domain/rollout/state.ts'
import type { Clock } from '../ports/clock.ts'
import type { PersonPorts } from './pause.ts'
import { assertSamePlan, type Hand } from './shift-traffic.ts'

/** What a person says about the conditions of a plan. */
export interface Said {
  readonly reason?: string | undefined
  readonly 'plan-hash'?: string | undefined
  readonly checkpoint?: Checkpoint | undefined
  /** Ids of items, parted by commas; `all` for all of them. */
  readonly items?: string | undefined
  readonly condition?: Overridable | undefined
  /** When it happened, ISO 8601 in UTC; absent: now. */
  readonly at?: string | undefined
}

export type SayPorts = PersonPorts & { readonly clock: Clock }

/**
 * Record what a person says about a release, on what stands by now.
 * @param draftOf Undefined: it was said before. It throws what is refused.
 */
export async function say(
  hand: Hand,
  draftOf: (now: Rollout, entries: readonly Entry[]) => Draft | undefined,
  { ledger }: SayPorts,
): Promise<Rollout> {
  const after = await ledger.append(hand.release, (entries) => {
    assertSamePlan(entries, hand.rollout)
    const now = rolloutOf(entries) ?? hand.rollout
    const draft = draftOf(now, entries)
    return draft === undefined ? undefined : { draft, planHash: now.planHash }
  })
  return rolloutOf(after) ?? hand.rollout
}

/** What was said, and what the release waits for still. */
export function said(what: string, state: Rollout, { clock }: SayPorts): Verdict {
  const step = decide(state, clock.now().getTime())
  const next = step.kind === 'await' ? step.reason : 'no condition is left open'
  return passed(step.kind === 'ended' ? what : `${what}; ${next}`)
}

/** What an operation cannot do without. @throws Failure `bad-input`. */
export function needed<T>(value: T | undefined, input: string, remedy: string): T {
  if (value !== undefined) return value
  throw new Failure('bad-input', `input ${input}: is required: ${remedy}`)
}

/** @throws Failure `refused` for a release that has ended, or is on its way back. */
export function assertOpen(operation: string, state: Rollout): void {
  const step = decide({ ...state, pending: undefined })
  if (step.kind === 'ended' || step.kind === 'roll-back' || step.kind === 'stop')
    throw tooLate(operation, step.reason)
}

/** @throws Failure `refused` also for one that has its first weight: what comes before it is over. */
export function assertBefore(operation: string, state: Rollout): void {
  assertOpen(operation, state)
  if (state.weights !== undefined) throw tooLate(operation, 'the rollout has begun')
}

function tooLate(operation: string, why: string): Failure {
  return new Failure('refused', `too late for the operation ${operation}: ${why}`)
}

/** A plan that does not ask for it. */
export function notAsked(what: string): Failure {
  return new Failure(
    'refused',
    `the plan asks for no ${what}`,
    'What a release waits for is planned: see conditions in the config',
  )
}
