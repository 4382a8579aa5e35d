import { formatDuration } from '../config/duration.ts'
import { BUMP_FORMS } from '../release/bump.ts'
import { ruleOf, type TypeRule } from '../release/types.ts'
import type { Plan } from '../rollout/plan.ts'
import { STRATEGY_GUIDE } from '../rollout/strategy-guide.ts'
import { inert } from './markdown.ts'

/** What each kind of downtime means where none was declared. */
export const DOWNTIME_RULES: Readonly<Record<TypeRule['downtime'], string>> = {
  none: 'none',
  'declared-lock': 'none, unless a lock is declared',
  'declared-window': 'none, unless a window is declared',
}

/** What a plan says of the type of its release and what that asks for; nothing without a type. */
export function typeBlocks({ type, downtime, conditions = {} }: Plan): string[] {
  if (type === undefined) return []
  const rule = ruleOf(type)
  const { approval, notice, notBefore, backup } = conditions
  const asks = [
    ...(approval === undefined
      ? []
      : [approval === 'signed' ? 'a signed approval' : 'an approval on record']),
    ...(notice === undefined ? [] : [`a notice ${formatDuration(notice)} ahead`]),
    ...(notBefore === undefined ? [] : [`no traffic before ${notBefore}`]),
    ...(backup === undefined ? [] : ['the proof of a backup first']),
  ]
  const away =
    downtime === undefined
      ? DOWNTIME_RULES[rule.downtime]
      : `a ${downtime.kind} from ${downtime.from} to ${downtime.to}: ${inert(downtime.reason)}`
  return [
    `Release type **${type}** (${BUMP_FORMS[rule.bump]}). Asks for: ${asks.join(', ') || 'nothing'}. Downtime: ${away}.`,
  ]
}

/** When to take which strategy, beginning with the one of the plan. */
export function strategyBlock({ strategy }: Plan): string {
  const { does, suits } = STRATEGY_GUIDE[strategy]
  const others = Object.entries(STRATEGY_GUIDE)
    .filter(([name]) => name !== strategy)
    .map(([name, guide]) => `${name} ${guide.suits}`)
  return `Strategy **${strategy}**: ${does}. It suits ${suits}; ${others.join('; ')}.`
}
