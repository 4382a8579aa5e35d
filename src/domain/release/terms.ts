import { parseDuration } from '../config/duration.ts'
import type { Types } from '../config/types.ts'
import type { Conditions } from '../rollout/conditions.ts'
import type { Downtime } from '../rollout/downtime.ts'
import type { Plan } from '../rollout/plan.ts'
import type { ReleaseType } from './type.ts'
import { ruleOf } from './types.ts'

/** What a plan says of the type of its release; nothing where the config has no types. */
export type Terms = Pick<Plan, 'type' | 'downtime' | 'conditions'>

/** What the table and the config ask of the release of a version. */
export function termsOf(type: ReleaseType, types: Types, version: string): Terms {
  const downtime = downtimeOf(type, types, version)
  const conditions = conditionsOf(type, types, downtime)
  return {
    type,
    ...(downtime === undefined ? {} : { downtime }),
    ...(Object.keys(conditions).length === 0 ? {} : { conditions }),
  }
}

/** Only what was declared for this very version. */
function downtimeOf(type: ReleaseType, types: Types, version: string): Downtime | undefined {
  const settings = types[type]
  const declared = 'downtime' in settings ? settings.downtime : undefined
  if (declared?.version !== version) return undefined
  const { from, to, reason } = declared
  const kind = ruleOf(type).downtime === 'declared-lock' ? 'lock' : 'window'
  return { kind, from, to, reason }
}

function conditionsOf(type: ReleaseType, types: Types, downtime: Downtime | undefined): Conditions {
  const { approval: asked, notice, backup } = ruleOf(type)
  const settings = types[type]
  const approval = 'approval' in settings ? settings.approval : asked
  const lead = notice === undefined ? undefined : parseDuration(notice)
  return {
    ...(approval === 'none' ? {} : { approval }),
    ...(downtime === undefined ? {} : { notBefore: downtime.from }),
    ...(downtime === undefined || lead === undefined ? {} : { notice: lead }),
    ...(backup ? { backup } : {}),
  }
}
