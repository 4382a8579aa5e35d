import { Failure } from '../../domain/failure.ts'
import type { Objective } from '../../domain/judging/objective.ts'
import type { Metrics } from '../../ports/metrics.ts'

/**
 * All sources of a config as one: each objective is read from the source that it names, else from the first.
 * @param objectives Those of the config: nobody can judge while one of their sources cannot be asked.
 */
export function bySource(
  first: Metrics,
  named: Readonly<Record<string, Metrics>>,
  objectives: readonly Pick<Objective, 'source'>[],
): Metrics {
  const of = ({ source }: Pick<Objective, 'source'>): Metrics | undefined => {
    if (source === undefined) return first
    return Object.hasOwn(named, source) ? named[source] : undefined
  }
  const failure = objectives.map((each) => of(each)?.unavailable).find((each) => each !== undefined)
  return {
    ...(failure === undefined ? {} : { unavailable: failure }),
    async read(objective, window) {
      const metrics = of(objective)
      if (metrics !== undefined) return metrics.read(objective, window)
      throw new Failure(
        'absent',
        `the config has no source ${objective.source}`,
        'Name it under sources, or plan the release anew',
      )
    },
  }
}
