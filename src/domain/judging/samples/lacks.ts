import { LEAST_VERSIONS } from './history.ts'
import type { EventsMetric, Readings, SampleMetric, ValuesMetric } from './metric.ts'

/** What keeps a metric from being judged at all, one text each; none where it can be. */
export function lacksOf(metric: SampleMetric): readonly string[] {
  return metric.kind === 'events' ? ofEvents(metric) : ofValues(metric)
}

function ofEvents({ baseline, canary, minSamples, limit }: EventsMetric): readonly string[] {
  const few = (side: string, trials: number) =>
    trials < minSamples ? [`${trials} trials of the ${side}, ${minSamples} are needed`] : []
  return [
    ...(baseline === null && limit === undefined ? [NOTHING_TO_COMPARE] : []),
    ...few('canary', canary.trials),
    ...(baseline === null ? [] : few('baseline', baseline.trials)),
  ]
}

const NOTHING_TO_COMPARE = 'neither baseline nor history nor limit to hold it against'

function ofValues(metric: ValuesMetric): readonly string[] {
  const { baseline, canary, history, limit, minSamples } = metric
  const isAlone = baseline === null && history.length === 0 && limit === undefined
  const few = history.length > 0 && history.length < LEAST_VERSIONS
  return [
    ...(isAlone ? [NOTHING_TO_COMPARE] : []),
    ...ofSide('canary', canary, minSamples),
    ...(baseline === null ? [] : ofSide('baseline', baseline, minSamples)),
    ...(few ? [`${history.length} earlier versions, ${LEAST_VERSIONS} are needed`] : []),
    ...history.flatMap((side, i) => ofSide(`earlier version ${i + 1}`, side, minSamples)),
  ]
}

function ofSide(
  side: string,
  { values, lost, infinite }: Readings,
  minSamples: number,
): readonly string[] {
  const all = values.length + lost + infinite
  return [
    // Nobody knows how far away it is, nor whether it was measured at all.
    ...(infinite > 0 ? [`${infinite} infinite values of the ${side}`] : []),
    ...(lost > all / 2 ? [`${lost} of ${all} readings of the ${side} are no number`] : []),
    ...(values.length < minSamples
      ? [`${values.length} values of the ${side}, ${minSamples} are needed`]
      : []),
  ]
}
