import { z } from 'zod'
import { differences, type Figures } from './figure.ts'

/** What is wrong with a row, one text each; none where it passes. */
export type RowCheck = (row: unknown) => readonly string[]

const Row = z.object({
  id: z.string(),
  fn: z.string(),
  input: z.unknown(),
  expected: z.record(z.string(), z.unknown()),
  relTol: z.number().positive().max(1e-3),
})

/** A function that rows name: what it takes, and all figures that it can give. */
export interface OracleFunction {
  readonly run: (input: unknown) => Figures | undefined
}

/** `undefined` of `run` means an input that cannot be read. */
export function oracleFunction<Input>(
  schema: z.ZodType<Input>,
  compute: (input: Input) => Figures,
): OracleFunction {
  return {
    run(input) {
      const parsed = schema.safeParse(input)
      return parsed.success ? compute(parsed.data) : undefined
    },
  }
}

/** Rows as an oracle writes them: the figures of a function within a relative tolerance. */
export function oracleRows(functions: Readonly<Record<string, OracleFunction>>): RowCheck {
  return (row) => {
    const parsed = Row.safeParse(row)
    if (!parsed.success) return ['cannot be read as {id, fn, input, expected, relTol}']
    const { fn, input, expected, relTol } = parsed.data
    const known = Object.hasOwn(functions, fn) ? functions[fn] : undefined
    if (known === undefined) return [`no function ${JSON.stringify(fn)}`]
    const figures = known.run(input)
    if (figures === undefined) return ['its input cannot be read']
    if (Object.keys(expected).length === 0) return ['expects nothing']
    return differences('', figures, expected, relTol)
  }
}

/** Finite numbers, at least one. */
export const Sample = z.array(z.number()).min(1)

/** Two samples and which way they may differ. */
export const TwoSamples = z.object({ x: Sample, y: Sample })

export const Way = z.enum(['greater', 'less', 'two-sided'])
