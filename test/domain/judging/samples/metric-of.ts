import type { EventsMetric, ValuesMetric } from '../../../../src/domain/judging/samples/metric.ts'
import { judgeSamples } from '../../../../src/domain/judging/samples/verdict.ts'
import { ascending } from '../../../../src/domain/statistics/pairs.ts'

export const readings = (values: readonly number[]) => ({
  values: ascending(values),
  lost: 0,
  infinite: 0,
})

/** A metric whose tolerance is a tenth, unless changed. */
export function valuesMetric(
  canary: readonly number[],
  baseline: readonly number[] | null,
  change: Partial<ValuesMetric> = {},
): ValuesMetric {
  return {
    kind: 'values',
    name: 'p95',
    unit: 'ms',
    worse: 'increase',
    tolerance: { relative: 0.1, absolute: 0 },
    minSamples: 5,
    critical: false,
    weight: 1,
    baseline: baseline && readings(baseline),
    canary: readings(canary),
    history: [],
    ...change,
  }
}

/** Errors among requests; twice the baseline's is tolerated, and half a percent more. */
export function eventsMetric(
  canary: readonly [number, number],
  baseline: readonly [number, number] | null,
  change: Partial<EventsMetric> = {},
): EventsMetric {
  const side = ([events, trials]: readonly [number, number]) => ({ events, trials })
  return {
    kind: 'events',
    name: 'errors',
    unit: '',
    worse: 'increase',
    tolerance: { relative: 1, absolute: 0.005 },
    minSamples: 100,
    critical: false,
    weight: 1,
    baseline: baseline && side(baseline),
    canary: side(canary),
    ...change,
  }
}

export const ALPHA = 0.01

/** The verdict on one metric. */
export function verdictOn(metric: ValuesMetric | EventsMetric, alpha = ALPHA) {
  const { verdict, findings } = judgeSamples({ alpha }, [metric])
  const [finding] = findings
  if (finding === undefined) throw new Error('no finding')
  return { verdict, finding, failed: failedIn(finding.answers) }
}

function failedIn(answers: readonly { readonly question: string; readonly verdict: string }[]) {
  return answers.filter(({ verdict }) => verdict === 'fail').map(({ question }) => question)
}
