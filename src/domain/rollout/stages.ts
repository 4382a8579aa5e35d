import { parseDuration } from '../config/duration.ts'
import { parseRatio } from '../config/ratio.ts'
import type { Config } from '../config/schema.ts'
import { Failure } from '../failure.ts'
import type { Audience } from './audience.ts'
import type { PlannedStage, Strategy } from './plan.ts'

/** The stages of a strategy: the config's, in percent and milliseconds. @throws Failure when they do not ascend. */
export function stagesOf(strategy: Strategy, strategies: Config['strategies']): PlannedStage[] {
  const stages = {
    direct: () => [stage(100, strategies.direct.bake)],
    // The green side is looked at before the switch; the old version stays up, so switching back is one step.
    'blue-green': () => [
      stage(0, strategies['blue-green'].bake),
      stage(100, strategies['blue-green'].bake),
    ],
    canary: () =>
      strategies.canary.stages.map((s) =>
        withAudience(
          stage((parseRatio(s.weight) ?? 0) * 100, s.bake, s['min-requests']),
          s.audience,
        ),
      ),
  }[strategy]()
  return ascending(stages)
}

function stage(weight: number, bake: string, minRequests = 0): PlannedStage {
  return { weight: Number(weight.toFixed(4)), bake: parseDuration(bake) ?? 0, minRequests }
}

function withAudience(planned: PlannedStage, audience: Audience | undefined): PlannedStage {
  return audience === undefined ? planned : { ...planned, audience }
}

function ascending(stages: PlannedStage[]): PlannedStage[] {
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
    'Order strategies.canary.stages by weight and end with 100%',
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
