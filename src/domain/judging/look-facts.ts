import * as z from 'zod'

/** What a look tells about a value beside it: with the value, the samples and the plan all that a verdict follows from. */
export const LookFacts = z.strictObject({
  /** Milliseconds that the value is over. */
  window: z.number().nonnegative().optional(),
  /** Milliseconds from the newest sample to the end of the window; absent where the source does not say. */
  age: z.number().nonnegative().optional(),
  /** Milliseconds of the window that the source remembers; absent where it does not say. */
  covered: z.number().nonnegative().optional(),
  /** Unit of the source, where it says so. */
  unit: z.enum(['ratio', 'milliseconds', 'count']).optional(),
  /** Where the true value lies, as the source says. */
  interval: z.strictObject({ lower: z.number(), upper: z.number() }).optional(),
  /** What the version before it has; without a value where there is no number. */
  baseline: z.strictObject({ value: z.number().optional(), samples: z.number() }).optional(),
  /** Looks in a row that breach, this one included. */
  breaches: z.int().positive().optional(),
  /** Not all of the window is over: what has to happen in it may still happen. */
  early: z.literal(true).optional(),
})
export type LookFacts = z.infer<typeof LookFacts>
