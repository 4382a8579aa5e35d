import * as z from 'zod'

/** From when on objectives pass together. */
export const ScoreConfig = z
  .strictObject({
    pass: z
      .number()
      .positive()
      .max(100)
      .describe('Percent of the weight of the objectives that are not `critical`.'),
  })
  .meta({ id: 'Score' })
