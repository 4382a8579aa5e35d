import { instantText } from '../domain/instant.ts'
import type { Verdict } from '../domain/judging/verdict.ts'
import { type Breach, decideWithin, rolesAsked } from '../domain/rollout/judge-stage.ts'
import type { Plan } from '../domain/rollout/plan.ts'
import type { Clock } from '../ports/clock.ts'

/** What a breach that pages adds to its verdict. */
export interface Page {
  readonly reason: string
  /** ISO 8601. */
  readonly decideBy?: string
}

/** Who has to decide, and until when; the reason as it is where nobody is asked. */
export function paged(verdict: Verdict, breach: Breach, plan: Plan, clock: Clock): Page {
  const { reason } = verdict
  if (breach !== 'page') return { reason }
  const decideBy = instantText(clock.now().getTime() + decideWithin(verdict, plan))
  const roles = rolesAsked(verdict, plan)
  const who = roles.length === 0 ? 'who may resume' : roles.join(', ')
  return {
    reason: `${reason}; ${who} decides until ${decideBy}: resume, skip or roll-back`,
    decideBy,
  }
}
