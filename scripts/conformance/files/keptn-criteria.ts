import { z } from 'zod'
import { parseCriterion } from '../../../src/domain/judging/dialects/keptn/criterion.ts'
import type { RowCheck } from '../checker.ts'

const Truth = z.enum(['true', 'false']).transform((text) => text === 'true')
const Row = z.object({
  criteria: z.string(),
  operator: z.string(),
  value: z.string().transform(Number),
  percentage: Truth,
  comparison: Truth,
  increase: Truth,
  error: z.unknown(),
})
const Refused = z.object({
  criteria: z.string(),
  error: z.union([z.string().min(1), z.literal(true)]),
})

/** keptn-criteria.json: how Keptn reads a criterion, or that it does not. */
export const keptnCriteria: RowCheck = (row) => {
  const refused = Refused.safeParse(row)
  if (refused.success)
    return parseCriterion(refused.data.criteria) === undefined ? [] : ['is read, not refused']
  const parsed = Row.safeParse(row)
  if (!parsed.success) return ['cannot be read as {criteria, operator, value, …}']
  const { criteria, error: _, ...wanted } = parsed.data
  const found = parseCriterion(criteria)
  if (found === undefined) return ['is refused']
  return Object.entries(wanted).flatMap(([name, value]) => {
    const got = found[name as keyof typeof found]
    return got === value ? [] : [`${name} is ${got}, not ${value}`]
  })
}
