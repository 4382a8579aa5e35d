import * as z from 'zod'
import type { Look, MetricLook } from '../judging/comparison/look.ts'
import { canonical } from '../ledger/canonical.ts'

const name = z.string()
const Count = z.number().nonnegative()
const bothOf = <T extends z.ZodType>(Look: T) => {
  const looks = z.array(Look.nullable())
  return { baseline: looks, canary: looks }
}

/** Column by column, which takes half the bytes of look by look. */
const Column = z.discriminatedUnion('kind', [
  z.strictObject({
    ...{ name, kind: z.literal('latency'), bounds: z.array(z.number().positive()) },
    ...bothOf(z.array(Count)),
  }),
  z.strictObject({
    ...{ name, kind: z.enum(['errors', 'restarts', 'sessions']) },
    ...bothOf(z.tuple([Count, Count])),
  }),
  z.strictObject({
    ...{ name, kind: z.enum(['gauge', 'lag']) },
    ...bothOf(z.array(z.number().nullable())),
  }),
])
type Column = z.infer<typeof Column>

const LooksFile = z.strictObject({
  schema: z.literal(1),
  looks: z.int().nonnegative(),
  metrics: z.array(Column),
})

/** The looks of a comparison as the ledger keeps them: canonical JSON, one text for the same looks. */
export function looksText(looks: readonly Look[]): string {
  const names = looks[0]?.metrics.map((metric) => metric.name) ?? []
  const columns = names.map((own) =>
    columnOf(looks.flatMap(({ metrics }) => metrics.filter((metric) => metric.name === own))),
  )
  return canonical({ schema: 1, looks: looks.length, metrics: columns })
}

function columnOf(looks: readonly MetricLook[]): unknown {
  const [first] = looks
  const bounds = first?.kind === 'latency' ? { bounds: first.bounds } : {}
  const sides = {
    baseline: looks.map(({ baseline }) => cellOf(baseline)),
    canary: looks.map(({ canary }) => cellOf(canary)),
  }
  return { name: first?.name, kind: first?.kind, ...bounds, ...sides }
}

function cellOf(side: MetricLook['baseline']): unknown {
  if (side === null) return null
  if ('buckets' in side) return side.buckets
  return 'values' in side ? side.values : [side.bad, side.total]
}

/** The looks that such a text holds; undefined where it holds none. */
export function looksIn(text: string): readonly Look[] | undefined {
  const { data } = LooksFile.safeParse(jsonOf(text))
  if (data === undefined) return undefined
  const { looks, metrics } = data
  const fits = ({ baseline, canary }: Column) =>
    baseline.length === looks && canary.length === looks
  if (!metrics.every(fits)) return undefined
  return Array.from({ length: looks }, (_, i) => ({
    minute: i + 1,
    metrics: metrics.map((column) => metricAt(column, i)),
  }))
}

function metricAt(column: Column, i: number): MetricLook {
  const { name: own } = column
  switch (column.kind) {
    case 'latency': {
      const side = (buckets: readonly number[] | null = null) => buckets && { buckets }
      const sides = { baseline: side(column.baseline[i]), canary: side(column.canary[i]) }
      return { name: own, kind: column.kind, bounds: column.bounds, ...sides }
    }
    case 'gauge':
    case 'lag': {
      const side = (values: readonly (number | null)[] | null = null) => values && { values }
      const sides = { baseline: side(column.baseline[i]), canary: side(column.canary[i]) }
      return { name: own, kind: column.kind, ...sides }
    }
    default: {
      const side = (one: readonly [number, number] | null = null) =>
        one && { bad: one[0], total: one[1] }
      const sides = { baseline: side(column.baseline[i]), canary: side(column.canary[i]) }
      return { name: own, kind: column.kind, ...sides }
    }
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
