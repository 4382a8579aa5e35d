import type { CountedEvents } from '../../domain/judging/comparison/look.ts'
import type { ComparedMetric } from '../../domain/rollout/planned-comparison.ts'
import type { Groups } from '../../ports/comparable.ts'
import { customQuery, growthPerStep, instancesSeen } from './promql.ts'
import { type AskRange, type Series, sumAt } from './range.ts'

interface Question {
  readonly groups: Groups
  readonly ask: AskRange
  /** How many looks. */
  readonly count: number
}

type Events = readonly (CountedEvents | null)[]

interface Counters {
  readonly began: readonly Series[]
  readonly crashed: readonly Series[]
  readonly seen: readonly Series[]
}

/**
 * Sessions that began and crashes that were reported, of each version in each look. A version is missing where its counter of sessions was not scraped, and never
 * because of what it counted: looks that are left out when there are few crashes would let the others look worse than they are. Without a counter of
 * crashes in either version nobody counts them, which is no service without crashes.
 */
export async function sessionsOf(
  { query, total }: ComparedMetric,
  { groups, ask, count }: Question,
): Promise<Readonly<Record<'baseline' | 'canary', Events>>> {
  const countersOf = async (version: string): Promise<Counters> => {
    const selectorOf = (template = '') => customQuery(template, { version, windowMs: groups.look })
    const began = await ask(growthPerStep(selectorOf(total), groups.look))
    const crashed = await ask(growthPerStep(selectorOf(query ?? ''), groups.look))
    return { began, crashed, seen: await ask(instancesSeen(selectorOf(total), groups.look)) }
  }
  const baseline = await countersOf(groups.baseline)
  const canary = await countersOf(groups.canary)
  const areCounted = baseline.crashed.length + canary.crashed.length > 0
  const eventsOf = ({ began, crashed, seen }: Counters): Events =>
    Array.from({ length: count }, (_, i) => {
      const events = { bad: Math.max(0, sumAt(crashed, i)), total: Math.max(0, sumAt(began, i)) }
      const isSeen = areCounted && sumAt(seen, i) > 0
      return isSeen && Number.isFinite(events.bad + events.total) ? events : null
    })
  return { baseline: eventsOf(baseline), canary: eventsOf(canary) }
}
