import type * as z from 'zod'
import { parseDuration } from '../config/duration.ts'
import { parseRatio } from '../config/ratio.ts'
import type { Config } from '../config/schema.ts'
import type { Stage } from '../config/stage.ts'
import type { Types } from '../config/types.ts'
import { Failure } from '../failure.ts'
import { preferred } from '../release/strategy.ts'
import type { ReleaseType } from '../release/type.ts'
import { ruleOf } from '../release/types.ts'
import type { PlannedStage, Strategy } from './plan.ts'

type ConfigStage = Readonly<z.input<typeof Stage>>

/** The stages of a strategy: the config's, in percent and milliseconds. @throws Failure when they do not ascend. */
export function stagesOf(strategy: Strategy, strategies: Config['strategies']): PlannedStage[] {
  const { direct, canary, rolling, stepwise, 'blue-green': blueGreen } = strategies
  const stages = {
    direct: () => [stage(100, direct.bake)],
    // The green side is looked at before the switch; the old version stays up, so switching back is one step.
    'blue-green': () =>
      blueGreen.stages?.map(planned) ?? [stage(0, blueGreen.bake), stage(100, blueGreen.bake)],
    canary: () => canary.stages.map(planned),
    rolling: () =>
      Array.from({ length: rolling.steps }, (_, i) =>
        stage(Math.round((100 * (i + 1)) / rolling.steps), rolling.bake),
      ),
    stepwise: () => stepwise.stages.map(planned),
  }[strategy]()
  return fitting(stages, strategy, `strategies.${strategy}.stages`)
}

/** The stages of a type: its own where it has some for the strategy, else those of the strategy. @throws Failure */
export function typedStages(
  type: ReleaseType,
  strategy: Strategy,
  types: Types,
  strategies: Config['strategies'],
): PlannedStage[] {
  const named = strategy === preferred(type, types) ? types[type].stages : undefined
  const own = named ?? ruleOf(type).stages[strategy]
  if (own === undefined) return stagesOf(strategy, strategies)
  return fitting(own.map(planned), strategy, `types.${type}.stages`)
}

function planned({ weight, bake, audience, ...more }: ConfigStage): PlannedStage {
  const known = stage((parseRatio(weight) ?? 0) * 100, bake, more['min-requests'])
  return audience === undefined ? known : { ...known, audience }
}

function stage(weight: number, bake: string, minRequests = 0): PlannedStage {
  return { weight: Number(weight.toFixed(4)), bake: parseDuration(bake) ?? 0, minRequests }
}

/** What begins with the new side beside the old one, without traffic. */
const FROM_ZERO: readonly Strategy[] = ['blue-green', 'stepwise']

function fitting(stages: PlannedStage[], strategy: Strategy, key: string): PlannedStage[] {
  const first = stages[0]?.weight
  if (FROM_ZERO.includes(strategy) && first !== 0)
    throw new Failure(
      'bad-config',
      `${strategy} begins with ${first} % of the traffic on the new side`,
      `Begin ${key} with 0%, so that the new side is looked at before anybody uses it`,
    )
  return ascending(stages, key)
}

function ascending(stages: PlannedStage[], key = 'strategies.canary.stages'): PlannedStage[] {
  const broken = stages.find((s) => !Number.isInteger(s.weight))
  if (broken !== undefined)
    throw new Failure(
      'bad-config',
      `the weight ${broken.weight} % is no whole percent`,
      'Routers take whole percents only',
    )
  const rising = stages.every((s, i) => i === 0 || s.weight > (stages[i - 1]?.weight ?? 0))
  if (rising && stages.at(-1)?.weight === 100) return stages
  throw new Failure(
    'bad-config',
    `the stages ${stages.map((s) => `${s.weight} %`).join(' → ')} do not ascend to 100 %`,
    `Order ${key} by weight and end with 100%`,
  )
}

const HOUR = 3_600_000
/** Share of the whole duration that each stage of a canary deployment gets (seed 003's process). */
const SHARES = [0.3, 0.3, 0.2, 0.2]

/**
 * The stages of `canary-deployment`: the first percentage, then those of 25, 50 and 100 above it. The duration is
 * divided 30/30/20/20, renormalised when a stage drops out; the first lasts at least `floor`.
 * @throws Failure `bad-config` for a part of a percent.
 */
export function canaryDeploymentStages(
  percentage: number,
  duration: number,
  floor = 2 * HOUR,
): PlannedStage[] {
  const weights = [percentage, ...[25, 50, 100].filter((w) => w > percentage)]
  const shares = SHARES.slice(0, weights.length)
  const sum = shares.reduce((a, b) => a + b, 0)
  const stages = weights.map((weight, i) => {
    const bake = Math.round((duration * (shares[i] ?? 0)) / sum)
    return { weight, bake: Math.max(i === 0 ? floor : 1, bake), minRequests: 0 }
  })
  return ascending(stages)
}
