import { formatDuration } from '../config/duration.ts'
import type { Evidence } from '../judging/verdict.ts'
import { table } from '../report/markdown.ts'
import type { GatePlan } from './gate.ts'
import { objectiveBlocks } from './objective-blocks.ts'

/** Names of inputs. */
interface InputNotes {
  /** They stand over the config. */
  readonly overridden: readonly string[]
  /** Given for nothing. */
  readonly unused: readonly string[]
}

/** The blocks of an observability gate's summary: a missing objective first, then what was asked and what was overridden. */
export function gateBlocks(
  plan: GatePlan,
  measured: string,
  evidence: readonly Evidence[],
  { overridden, unused }: InputNotes,
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
  return [
    ...none,
    facts,
    ...objectiveBlocks(plan.objectives, evidence),
    ...listed('Not asked of the version that serves, which has no baseline', plan.skipped),
    ...listed('Set by input instead of the config', overridden),
    ...listed('Not used, because the config says it or does not name the provider', unused),
  ]
}

function listed(what: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`${what}: ${names.map((name) => `\`${name}\``).join(', ')}.`]
}
