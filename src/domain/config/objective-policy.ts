import * as z from 'zod'
import { type Objective, parseLimit, THROUGHPUT, type Unit } from '../judging/objective.ts'
import { Duration, parseDuration } from './duration.ts'
import { Ratio } from './ratio.ts'
import { Slug } from './text.ts'

/** So much worse than the baseline a value may be that names no bound. */
export const BY = '10%'
/** So long people have for a decision where nothing is said. */
const DECIDE_WITHIN = '1h'

/** How an objective is judged, beyond its limit. Each is left out of a plan where it is left out of the config. */
export const PolicyFields = {
  window: Duration.optional().describe(
    'Time that the value is over. Left out: the time since the stage began, or the window of the gate.',
  ),
  'max-age': Duration.optional().describe(
    'A newest sample that is older is inconclusive, as is one whose age nobody knows. Left out: any age.',
  ),
  consecutive: z
    .int()
    .min(1)
    .max(10)
    .optional()
    .describe('So many looks in a row must breach before it fails; fewer are inconclusive.'),
  must: z
    .literal('grow')
    .optional()
    .describe(
      'A counter that must have grown: the query gives its increase over `{window}`. Stands in the place of `limit`; `min-samples` does not matter.',
    ),
  versus: z
    .literal('baseline')
    .optional()
    .describe('Held against the version that it replaces. Stands in the place of `limit`.'),
  by: Ratio.optional().describe(
    `With \`versus\`: so much worse it may be; \`${BY}\` unless named.`,
  ),
  'decide-within': Duration.optional().describe(
    `With \`page\`: how long people have, then \`clock.overdue\` holds; \`${DECIDE_WITHIN}\` unless named.`,
  ),
  who: Slug.optional().describe('Role that is told, or asked for a decision.'),
  critical: z
    .literal(true)
    .optional()
    .describe('With `score`: it must be kept, whatever the score is.'),
  weight: z
    .number()
    .positive()
    .max(1000)
    .optional()
    .describe('With `score`: its part in it; 1 unless named.'),
}

interface Fields {
  readonly metric: string
  readonly query?: string | undefined
  readonly unit: Unit
  readonly limit?: string | undefined
  readonly 'on-breach': string
  readonly window?: string | undefined
  readonly 'max-age'?: string | undefined
  readonly consecutive?: number | undefined
  readonly must?: 'grow' | undefined
  readonly versus?: 'baseline' | undefined
  readonly by?: string | undefined
  readonly 'decide-within'?: string | undefined
  readonly who?: string | undefined
  readonly critical?: true | undefined
  readonly weight?: number | undefined
}

interface Complaint {
  readonly path: string
  readonly message: string
}

const EXAMPLE = { ratio: '1%', milliseconds: '250ms', count: '1000' } as const

/** What does not fit together in one objective. */
export function complaintsOf(objective: Fields): readonly Complaint[] {
  const { metric, query, must, versus, by } = objective
  return [
    ...limitComplaints(objective),
    ...complaint(metric === 'custom' && query === undefined, 'query', REQUIRED),
    ...complaint(must === 'grow' && metric !== 'custom', 'must', 'is for the metric `custom`'),
    ...throughputComplaints(objective),
    ...complaint(must !== undefined && versus !== undefined, 'versus', 'stands beside `must`'),
    ...complaint(by !== undefined && versus === undefined, 'by', 'is for `versus: baseline`'),
    ...complaint(
      objective['decide-within'] !== undefined && objective['on-breach'] !== 'page',
      'decide-within',
      'is for `on-breach: page`',
    ),
  ]
}

/** Each version has its own share of the traffic, and so its own throughput. */
function throughputComplaints({ metric, unit, versus }: Fields): readonly Complaint[] {
  if (metric !== THROUGHPUT) return []
  return [
    ...complaint(unit !== 'count', 'unit', 'must be `count`: requests a second'),
    ...complaint(versus !== undefined, 'versus', 'is not for the metric `throughput`'),
  ]
}

const REQUIRED = 'is required for the metric `custom`'

function limitComplaints({ limit, unit, must, versus }: Fields): readonly Complaint[] {
  const other = must === undefined ? versus && '`versus`' : '`must`'
  if (other !== undefined)
    return complaint(limit !== undefined, 'limit', `has no meaning beside ${other}`)
  const isGood = limit !== undefined && parseLimit(limit, unit) !== undefined
  return complaint(!isGood, 'limit', `must be a limit in ${unit}, such as ${EXAMPLE[unit]}`)
}

function complaint(isWrong: boolean, path: string, message: string): readonly Complaint[] {
  return isWrong ? [{ path, message }] : []
}

type Policy = Partial<
  Pick<
    Objective,
    | 'window'
    | 'maxAge'
    | 'consecutive'
    | 'must'
    | 'versus'
    | 'decideWithin'
    | 'who'
    | 'critical'
    | 'weight'
  >
>

/** The fields as a plan has them: only those that somebody asked for. */
export function policyOf(config: Fields): Policy {
  const { window, 'max-age': maxAge, consecutive, must, versus, who, critical, weight } = config
  const within = config['on-breach'] === 'page' ? (config['decide-within'] ?? DECIDE_WITHIN) : ''
  const fields: Policy = {
    window: parseDuration(window ?? ''),
    maxAge: parseDuration(maxAge ?? ''),
    consecutive: consecutive === 1 ? undefined : consecutive,
    must,
    versus,
    decideWithin: parseDuration(within),
    who,
    critical,
    weight,
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
