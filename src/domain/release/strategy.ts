import type { Types } from '../config/types.ts'
import { Failure } from '../failure.ts'
import { STRATEGIES, type Strategy } from '../rollout/plan.ts'
import type { ReleaseType } from './type.ts'
import { ruleOf } from './types.ts'

/** What a person may ask for; `by-type`: what the type of the release prefers. */
export const STRATEGY_WORDS = [...STRATEGIES, 'by-type'] as const
export type StrategyWord = (typeof STRATEGY_WORDS)[number]

/** The strategy of a release without a type: canary where nobody names one. @throws Failure `bad-input`. */
export function untypedStrategy(asked: StrategyWord = 'canary'): Strategy {
  if (asked !== 'by-type') return asked
  throw new Failure(
    'bad-input',
    'input deployment_strategy: by-type, and the config has no section types',
    'Name a strategy, or add types: {} to the config on the default branch',
  )
}

/** The strategy of a type where nobody names one. */
export function preferred(type: ReleaseType, types: Types): Strategy {
  const settings = types[type]
  return 'strategy' in settings ? settings.strategy : ruleOf(type).strategy
}

/** The strategy of a release of a type. @throws Failure `bad-input` for one that the type does not take. */
export function typedStrategy(
  type: ReleaseType,
  asked: StrategyWord = 'by-type',
  types: Types,
): Strategy {
  if (asked === 'by-type') return preferred(type, types)
  const { strategies } = ruleOf(type)
  if (strategies.includes(asked)) return asked
  throw new Failure(
    'bad-input',
    `input deployment_strategy: a ${type} release does not take ${asked}, only ${strategies.join(' or ')}`,
    `Give ${strategies.join(' or ')}, or by-type`,
  )
}
