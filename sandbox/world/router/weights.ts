import * as z from 'zod'

const Weights = z.record(z.string(), z.int().min(0).max(100))

/** The weight of each backend in percent. */
export type Weights = Readonly<Record<string, number>>

/**
 * Checks the complete set of weights: each known backend once, whole numbers 0..100, together 100.
 * Throws one line that says what is wrong.
 */
export function parseWeights(value: unknown, names: readonly string[]): Weights {
  const parsed = Weights.safeParse(value)
  if (!parsed.success) throw new Error('weights are whole numbers from 0 to 100, by backend')
  const given = Object.keys(parsed.data).sort().join(', ')
  const wanted = [...names].sort().join(', ')
  if (given !== wanted) throw new Error(`the complete set is: ${wanted}`)
  const sum = Object.values(parsed.data).reduce((a, b) => a + b, 0)
  if (sum !== 100) throw new Error(`the weights sum to ${sum}, not 100`)
  return parsed.data
}
