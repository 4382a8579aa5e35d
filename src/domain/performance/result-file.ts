import * as z from 'zod'
import { complaintOf } from '../config/complaint.ts'
import { Failure } from '../failure.ts'
import { untaggedVersion } from '../release/scheme.ts'
import { parseVersion } from '../release/version.ts'
import { lossOf } from './json-loss.ts'

const MetricName = z.string().regex(/^[A-Za-z][\w.-]{0,63}$/, 'must be letters, digits, _ . -')
const Unit = z.string().regex(/^[A-Za-z%µ][A-Za-z0-9%µ/^ -]{0,15}$/, 'must be a short unit')
const Direction = z.enum(['lower', 'higher'])

const Metric = z.strictObject({
  unit: Unit,
  /** Which way is better. */
  direction: Direction,
  /** JSON has no NaN: a value that could not be measured is null. */
  values: z.array(z.number().nullable()).max(1000),
})
export type Metric = z.infer<typeof Metric>

/** What was measured of one version: the file of the action `perf-regression`. */
export const ResultFile = z.strictObject({
  schema: z.literal(1),
  version: z
    .string()
    .refine((text) => (parseVersion(text, '') ?? untaggedVersion(text)) !== undefined, {
      error: 'must be a version such as 1.4.0',
    }),
  metrics: z.record(MetricName, Metric).refine(atMost200, { error: 'holds more than 200 metrics' }),
})
export type ResultFile = z.infer<typeof ResultFile>

/** What a measuring command prints: one value of each metric. */
export const Sample = z.strictObject({
  metrics: z
    .record(
      MetricName,
      z.strictObject({ unit: Unit, direction: Direction, value: z.number().nullable() }),
    )
    .refine(atMost200, { error: 'holds more than 200 metrics' }),
})
export type Sample = z.infer<typeof Sample>

function atMost200(metrics: object): boolean {
  return Object.keys(metrics).length <= 200
}

/** @throws Failure `bad-result` naming the file and the field. */
export function parseResultFile(text: string, name: string): ResultFile {
  return parseJson(ResultFile, text, name)
}

/** The last line that is not empty. @throws Failure `bad-result` naming the field. */
export function parseSample(stdout: string, name: string): Sample {
  return parseJson(Sample, stdout.trim().split('\n').at(-1) ?? '', name)
}

function parseJson<S extends z.ZodType>(schema: S, text: string, name: string): z.infer<S> {
  const parsed = schema.safeParse(toJson(text, name))
  if (parsed.success) {
    const loss = lossOf(text, parsed.data)
    if (loss !== undefined) throw bad(name, loss)
    return parsed.data
  }
  const [issue] = parsed.error.issues
  const { path, message } =
    issue === undefined ? { path: [], message: 'is not valid' } : complaintOf(issue)
  throw bad(name, `${path.join('.') || 'the whole'}: ${message}`)
}

function toJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw bad(name, 'it is no JSON')
  }
}

function bad(name: string, problem: string): Failure {
  return new Failure('bad-result', `${name} is no performance result: ${problem}`)
}
