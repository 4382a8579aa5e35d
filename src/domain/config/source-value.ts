import * as z from 'zod'
import { isPointer } from '../metrics/json-pointer.ts'
import { Slug } from './text.ts'

const Pointer = z
  .string()
  .max(1000)
  .refine(isPointer, { error: 'must be a JSON pointer (RFC 6901), such as /data/0/value' })

const Word = z.union([z.string().max(200), z.boolean(), z.number()])

/** Where a value stands in a JSON document, and what it means. */
export const JsonValue = {
  value: Pointer.describe('JSON pointer (RFC 6901) to the value.'),
  unit: z
    .enum(['ratio', 'percent', 'milliseconds', 'seconds', 'count', 'yes-no'])
    .describe(
      'Unit in which the document gives it. `yes-no`: 1 for yes, 0 for no, for an objective in `count`.',
    ),
  yes: z.array(Word).min(1).max(20).optional().describe('What means yes. Left out: `true`.'),
  no: z.array(Word).min(1).max(20).optional().describe('What means no. Left out: `false`.'),
  samples: Pointer.optional().describe(
    'JSON pointer to the number of observations behind it. Left out: it is one.',
  ),
  time: Pointer.optional().describe(
    'JSON pointer to the time of the value, ISO 8601 or a number of seconds or milliseconds since 1970. One outside the window is no answer.',
  ),
} as const
export type JsonValue = z.infer<z.ZodObject<typeof JsonValue>>

/** The values of a source by the names that objectives give as `query`. */
export const valuesOf = <T extends z.ZodType>(value: T) =>
  z
    .record(Slug, value)
    .refine((values) => Object.keys(values).length > 0, { error: 'must name one value at least' })
