import { isUpperLimit, type Objective } from '../judging/objective.ts'
import type { Interval } from '../statistics/interval.ts'

/** What was seen of one of several things that must all keep a limit. */
export interface Part {
  readonly value: number
  readonly samples: number
  readonly interval?: Interval | undefined
}

/** The worst value, as far as the least known part can lie from it, and the fewest samples. NaN where one has no value. */
export function worstOf(parts: readonly Part[], objective: Pick<Objective, 'direction'>): Part {
  const worst = isUpperLimit(objective) ? Math.max : Math.min
  const intervals = parts.map(({ interval }) => interval).filter((each) => each !== undefined)
  return {
    value: worst(...parts.map(({ value }) => value)),
    samples: Math.min(...parts.map(({ samples }) => samples)),
    ...(intervals.length === 0
      ? {}
      : {
          interval: {
            lower: Math.min(...intervals.map(({ lower }) => lower)),
            upper: Math.max(...intervals.map(({ upper }) => upper)),
          },
        }),
  }
}
