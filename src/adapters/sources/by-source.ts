import { Failure } from '../../domain/failure.ts'
import type { Objective } from '../../domain/judging/objective.ts'
import type { Metrics } from '../../ports/metrics.ts'

/** All sources of a config as one: each objective is read from the source that it names, else from the first. */
export function bySource(first: Metrics, named: Readonly<Record<string, Metrics>>): Metrics {
  const of = ({ source }: Objective): Metrics => {
    if (source === undefined) return first
    const found = Object.hasOwn(named, source) ? named[source] : undefined
    return found ?? unknown(source)
  }
  return {
    ...(first.comparable === undefined ? {} : { comparable: first.comparable }),
    // Without an objective it is the comparison that asks.
    unavailable: (objectives) =>
      objectives.length === 0
        ? first.unavailable?.([])
        : objectives
            .map((objective) => of(objective).unavailable?.([objective]))
            .find((failure) => failure !== undefined),
    read: async (objective, window) => of(objective).read(objective, window),
  }
}

/** The config has changed since the plan. */
function unknown(source: string): Metrics {
  const failure = new Failure(
    'absent',
    `the config has no source ${source}`,
    'Name it under sources, or plan the release anew',
  )
  return {
    unavailable: () => failure,
    async read() {
      throw failure
    },
  }
}
