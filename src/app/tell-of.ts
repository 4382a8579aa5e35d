import { Failure } from '../domain/failure.ts'
import type { Verdict } from '../domain/judging/verdict.ts'
import { NOTICE, OVERRIDABLE } from '../domain/rollout/conditions.ts'
import { unmet } from '../domain/rollout/unmet.ts'
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

const WHERE = 'say in one line where it lies'
const WHY = 'say in one line why'

/** The notice before the rollout was delivered. @throws Failure `refused`, `bad-input`. */
export async function tellOfNotice(inputs: Said, hand: Hand, ports: SayPorts): Promise<Verdict> {
  const delivered = pastTime(inputs, ports)
  const by = await personFor('notice', ports)
  const state = await say(
    hand,
    ({ plan, met, ...now }) => {
      if (plan.conditions?.notice === undefined) throw notAsked('notice')
      assertBefore('notice', { plan, met, ...now })
      if (met.noticed !== undefined && met.noticed <= delivered) return undefined
      const payload = { notice: NOTICE, delivered, by, reason: inputs.reason ?? '' } as const
      return { kind: 'notice-delivered', payload }
    },
    ports,
  )
  return said(`${NOTICE} was delivered at ${state.met.noticed}`, state, ports)
}

/** A backup was made. @throws Failure `refused`, `bad-input`. */
export async function tellOfBackup(inputs: Said, hand: Hand, ports: SayPorts): Promise<Verdict> {
  const reason = needed(inputs.reason, 'reason', WHERE)
  const made = pastTime(inputs, ports)
  const by = await personFor('backup', ports)
  const state = await say(
    hand,
    (now) => {
      if (now.plan.conditions?.backup === undefined) throw notAsked('backup')
      assertBefore('backup', now)
      if (now.met.backedUp === made) return undefined
      return { kind: 'backup', payload: { made, by, reason } }
    },
    ports,
  )
  return said(`backup made at ${state.met.backedUp}`, state, ports)
}

/** A person answers for going on without a condition. @throws Failure `refused`, `bad-input`. */
export async function override(inputs: Said, hand: Hand, ports: SayPorts): Promise<Verdict> {
  const condition = needed(inputs.condition, 'condition', `give one of ${OVERRIDABLE.join(', ')}`)
  const reason = needed(inputs.reason, 'reason', WHY)
  const by = await personFor('override', ports)
  const state = await say(
    hand,
    (now) => {
      assertOpen('override', now)
      if (now.met.overridden.includes(condition)) return undefined
      const open = unmet(now, ports.clock.now().getTime())
      if (!open.some((one) => one.condition === condition))
        throw new Failure('refused', `the release does not wait for ${condition}`)
      return { kind: 'override', payload: { condition, by, reason } }
    },
    ports,
  )
  return said(`${condition} is overridden`, state, ports)
}

/** When it happened. @throws Failure `bad-input` for a time that lies ahead. */
function pastTime({ at }: Said, { clock }: SayPorts): string {
  const now = clock.now()
  const time = at ?? now.toISOString()
  if (Date.parse(time) <= now.getTime()) return time
  throw new Failure(
    'bad-input',
    `input at: ${time} lies ahead`,
    'Record it when it has happened; leave the input empty for now',
  )
}
