import * as z from 'zod'
import { growingAudiences, StageAudience } from './audience.ts'
import { Duration } from './duration.ts'
import { Ratio } from './ratio.ts'

/** One stage of a strategy in the config. */
export const Stage = z
  .strictObject({
    weight: Ratio.describe('Share of the traffic that the new version gets.'),
    bake: Duration.describe('How long the stage is watched before the next one.'),
    'min-requests': z
      .int()
      .nonnegative()
      .default(0)
      .describe('Requests that the new version must have had before the stage may pass.'),
    audience: StageAudience.optional(),
  })
  .meta({ id: 'Stage' })

/** All stages of a strategy, in their order. */
export const Stages = z.array(Stage).min(1).max(20).superRefine(growingAudiences)
