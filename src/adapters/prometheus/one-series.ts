import { Failure } from '../../domain/failure.ts'
import type { Sample } from './answer.ts'

/** The only value of an answer; undefined for an empty one. @throws Failure for several. */
export function oneSeries(samples: readonly Sample[], who = 'Prometheus'): number | undefined {
  if (samples.length > 1)
    throw new Failure(
      'bad-answer',
      `${who} answered ${samples.length} series where one is meant`,
      'Aggregate the query, for example with sum() or max()',
    )
  return samples[0]?.value
}
