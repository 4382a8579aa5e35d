import { type Answer, eitherWay, type Question, type Tails } from './answer.ts'
import { eventsOf, missed } from './events.ts'
import { forecastOf, historyTails } from './history.ts'
import { levelOf } from './level.ts'
import { beyondLimit, beyondShare } from './limit.ts'
import type { EventsMetric, SampleMetric, ValuesMetric, Worse } from './metric.ts'
import { pairOf, scaleOf } from './pair.ts'
import { isSparse, sparseOf } from './sparse.ts'
import { spreadAgainst } from './spread.ts'
import { shapeAgainst, tailAgainst } from './tail.ts'

/** Every question that can be put to this metric, with its answer. None is put to an empty side. */
export function answersOf(metric: SampleMetric): readonly Answer[] {
  return metric.kind === 'events' ? ofEvents(metric) : ofValues(metric)
}

type Way = 'increase' | 'decrease'

/** The answer to a question that is put for each way which is worse. */
function inWays(worse: Worse, ask: (way: Way) => Tails): Tails {
  return worse === 'either' ? eitherWay(ask('increase'), ask('decrease')) : ask(worse)
}

function ofEvents({ baseline, canary, worse, tolerance, limit }: EventsMetric): readonly Answer[] {
  const answers: Answer[] = []
  const counted = (way: Way, side: typeof canary) => (way === 'increase' ? side : missed(side))
  if (baseline !== null)
    answers.push({
      question: 'events rate',
      ...inWays(worse, (way) => eventsOf(counted(way, canary), counted(way, baseline), tolerance)),
    })
  if (limit !== undefined) {
    const share = (way: Way) => (way === 'increase' ? limit.value : 1 - limit.value)
    const tails = (way: Way) => {
      const { events, trials } = counted(way, canary)
      return beyondShare(events, trials, share(way))
    }
    answers.push({ question: 'limit', ...inWays(worse, tails) })
  }
  return answers
}

function ofValues(metric: ValuesMetric): readonly Answer[] {
  const { worse, tolerance, limit } = metric
  const canary = metric.canary.values
  const baseline = metric.baseline?.values
  const answers = baseline === undefined ? [] : againstBaseline(canary, baseline, metric)
  const versions = metric.history.map(({ values }) => values)
  const asked: Answer[] = []
  if (versions.length > 0) {
    const forecast = forecastOf(canary, versions, tolerance)
    const tails = inWays(worse, (way) => historyTails(forecast, way === 'increase' ? 1 : -1))
    asked.push({ question: 'history', ...tails })
  }
  if (limit !== undefined)
    asked.push({
      question: 'limit',
      ...inWays(worse, (way) => beyondLimit(canary, limit, way)),
    })
  return [...answers, ...asked]
}

function againstBaseline(
  canary: Float64Array,
  baseline: Float64Array,
  { worse, tolerance }: ValuesMetric,
): readonly Answer[] {
  if (tolerance.absolute === 0 && isSparse(canary, baseline)) {
    const tails = inWays(worse, (way) =>
      way === 'increase'
        ? sparseOf(canary, baseline, tolerance)
        : sparseOf(baseline, canary, tolerance),
    )
    return [{ question: 'events', ...tails }]
  }
  const scale = scaleOf(canary, baseline)
  const ways: readonly Way[] = worse === 'either' ? ['increase', 'decrease'] : [worse]
  const pairs = ways.map((way) => pairOf({ canary, baseline }, way, tolerance, scale))
  const [first, second] = pairs.map(levelOf)
  if (first === undefined) return []
  const alarm = (question: Question, ask: (pair: (typeof pairs)[number]) => number): Answer => ({
    question,
    against: Math.min(1, ways.length * Math.min(...pairs.map(ask))),
    within: null,
  })
  return [
    { question: 'level', ...(second === undefined ? first : eitherWay(first, second)) },
    { question: 'spread', against: spreadAgainst(pairs), within: null },
    alarm('shape', shapeAgainst),
    alarm('tail', tailAgainst),
  ]
}
