import * as z from 'zod'
import { Duration } from './duration.ts'
import { Stages } from './stage.ts'

const Canary = z.strictObject({
  stages: Stages,
  'first-bake': Duration.default('2h').describe('Shortest first stage of canary-deployment.'),
})

const BlueGreen = z.strictObject({
  bake: Duration.default('15m').describe('Watch after the switch; the old version stays up.'),
  stages: Stages.optional().describe(
    'All stages of the green side: `0%`, the shares that it takes before the switch, `100%`. Left out: `0%` and `100%`, each for `bake`.',
  ),
})

const Rolling = z.strictObject({
  steps: z
    .int()
    .min(2)
    .max(20)
    .default(4)
    .describe('Number of equal steps to 100 %; 4 are 25, 50, 75 and 100 %.'),
  bake: Duration.default('2m').describe('Watch after each step.'),
})

const Stepwise = z.strictObject({
  stages: Stages.describe(
    'The steps of a migration. The first one is `0%`, in which both sides run and the old one serves alone.',
  ),
})

/** The stages of each strategy. */
export const Strategies = z.strictObject({
  direct: z.strictObject({ bake: Duration.default('15m') }).prefault({}),
  canary: Canary.prefault({
    stages: [
      { weight: '10%', bake: '15m' },
      { weight: '25%', bake: '15m' },
      { weight: '50%', bake: '30m' },
      { weight: '100%', bake: '15m' },
    ],
  }),
  'blue-green': BlueGreen.prefault({}),
  rolling: Rolling.prefault({}),
  stepwise: Stepwise.prefault({
    stages: [
      { weight: '0%', bake: '30m' },
      { weight: '10%', bake: '30m' },
      { weight: '50%', bake: '30m' },
      { weight: '100%', bake: '30m' },
    ],
  }),
})
