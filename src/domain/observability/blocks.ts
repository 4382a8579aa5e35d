import { formatDuration } from '../config/duration.ts'
import { table } from '../report/markdown.ts'
import type { GatePlan } from './gate.ts'

/** The blocks of an observability gate's summary: a missing objective first, then what was asked and what was overridden. */
export function gateBlocks(
  plan: GatePlan,
  measured: string,
  overridden: readonly string[],
): readonly string[] {
  const none = plan.objectives.length === 0 ? ['**Objectives: none.**'] : []
  const facts = table(
    ['Release', 'Channel', 'Enforced', 'Measured', 'Window'],
    [
      [
        plan.version,
        plan.channel,
        plan.enforced ? 'yes' : 'no',
        measured === '' ? 'nothing' : measured,
        formatDuration(plan.windowMs),
      ],
    ],
  )
  const inputs = overridden.map((name) => `\`${name}\``).join(', ')
  const over = overridden.length === 0 ? [] : [`Set by input instead of the config: ${inputs}.`]
  return [...none, facts, ...over]
}
