import * as z from 'zod'
import { Failure } from '../../domain/failure.ts'

const Count = z.number().int().min(0)
const Id = z.string().regex(/^[\w.:-]{1,100}$/, 'is no plain name')
const Events = z.object({ count: Count, total: Count }).nullable()
const Readings = z.object({ values: z.array(z.number().nullable()).max(100) }).nullable()
const Requests = z.object({ count: Count, hist: z.array(Count).max(200) }).nullable()
const head = {
  name: z.string().min(1).max(200),
  unit: z.string(),
  direction: z.literal('increase'),
}

const Latency = z
  .object({
    ...head,
    kind: z.literal('latency'),
    le: z.array(z.number().positive()).min(2).max(199),
    baseline: Requests,
    canary: Requests,
  })
  .refine(({ le }) => le.every((bound, i) => i === 0 || bound > (le[i - 1] ?? 0)), {
    error: 'bounds do not rise',
  })
  .refine(({ le, baseline, canary }) => [baseline, canary].every((side) => fits(side, le)), {
    error: 'the buckets do not fit the bounds or the count',
  })

function fits(side: z.infer<typeof Requests>, le: readonly number[]): boolean {
  if (side === null) return true
  return side.hist.length === le.length + 1 && side.hist.reduce((a, b) => a + b, 0) === side.count
}

const Metric = z.discriminatedUnion('kind', [
  Latency,
  z.object({
    ...head,
    kind: z.enum(['errors', 'sessions']),
    baseline: Events,
    canary: Events,
  }),
  z.object({ ...head, kind: z.enum(['gauge', 'lag']), baseline: Readings, canary: Readings }),
])
export type Metric = z.infer<typeof Metric>

const Case = z.object({
  id: Id,
  policy: z.object({
    maxLooks: z.number().int().min(1).max(500),
    alpha: z.number().gt(0).lt(1),
    minEffect: z.number().min(0).lt(10),
    warmupMinutes: z.number().min(0),
  }),
  // As many as fit into one line of the answer.
  looks: z
    .array(z.object({ minute: z.number().int().min(1), metrics: z.array(Metric).min(1).max(1000) }))
    .max(500),
})
export type Case = z.infer<typeof Case>

const Document = z.object({ protocol: z.literal('judgebench/1'), cases: z.array(Case) })

/**
 * The cases of a document of the protocol judgebench/1.
 * @throws Failure `bad-input` that names the first field which is not as the protocol says, or an id that is there twice.
 */
export function parseDocument(text: string): readonly Case[] {
  const parsed = Document.safeParse(jsonOf(text))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw bad(`${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'is not valid'}`)
  }
  const { cases } = parsed.data
  const seen = new Set<string>()
  for (const { id } of cases) {
    if (seen.has(id)) throw bad(`the id ${id} is there twice`)
    seen.add(id)
  }
  return cases
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw bad('it is no JSON')
  }
}

function bad(what: string): Failure {
  return new Failure('bad-input', `judgebench/1: ${what}`, 'See docs/judging.md for the document')
}
