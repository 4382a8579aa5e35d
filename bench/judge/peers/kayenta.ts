import { classify } from '../../../src/domain/judging/dialects/kayenta/classify.ts'
import { CONFIDENCE, TOLERANCE } from '../../../src/domain/judging/dialects/kayenta/judge.ts'
import { scoreOf } from '../../../src/domain/judging/dialects/kayenta/score.ts'
import type { Case, Metric } from '../document.ts'
import type { Peer } from './limits.ts'
import { seen } from './window.ts'

/** Values a minute of one group; NaN where there is none. */
interface Series {
  readonly name: string
  readonly control: readonly number[]
  readonly experiment: readonly number[]
}

/**
 * Kayenta's judge on minute values over a window that grows, each metric a group: at each interval a score up to 75 stops, at the last one
 * below 95.
 * @param allowed Ratio of the means from which on an increase counts.
 * @param skipped First minutes that are left out.
 */
export function kayenta(interval: number, allowed: number, skipped: number): Peer {
  return (rollout) => {
    const series = seriesOf(rollout)
    return rollout.looks.findIndex((_, look) => {
      if ((look + 1) % interval !== 0) return false
      const score = scoreAt(series, skipped, look + 1, allowed)
      return score <= 75 || (look + interval >= rollout.looks.length && score < 95)
    })
  }
}

function scoreAt(series: readonly Series[], from: number, to: number, allowed: number): number {
  const results = series.map(({ name, control, experiment }) => {
    const window = (values: readonly number[]) =>
      values.slice(from, to).filter((value) => !Number.isNaN(value))
    const { label, critical, reason } = classify(name, window(experiment), window(control), {
      ...({ direction: 'increase', nanStrategy: 'remove', measure: 'meanRatio' } as const),
      ...{ critical: false, mustHaveData: false, tolerance: TOLERANCE, confidence: CONFIDENCE },
      allowed: [1, allowed],
      criticalAt: [1, 1],
    })
    return { name, label, critical, reason, groups: [name] }
  })
  return scoreOf(results, {}).score
}

function seriesOf(rollout: Case): readonly Series[] {
  const each = (name: string, of: (group: 'baseline' | 'canary', look: number) => number) => ({
    name,
    control: rollout.looks.map((_, look) => of('baseline', look)),
    experiment: rollout.looks.map((_, look) => of('canary', look)),
  })
  const others = (rollout.looks[0]?.metrics ?? []).flatMap((metric, i) =>
    metric.kind === 'latency' ||
    (metric.unit !== 'ratio' && metric.unit !== 'messages' && metric.unit !== 'sessions')
      ? []
      : [each(metric.name, (group, look) => levelOf(rollout.looks[look]?.metrics[i], group))],
  )
  return [
    each('mean latency', (group, look) => seen(rollout, group, look, 1).mean),
    each('p99', (group, look) => seen(rollout, group, look, 1).quantile(0.99)),
    each('errors in percent', (group, look) => 100 * seen(rollout, group, look, 1).errorShare),
    ...others,
  ]
}

function levelOf(metric: Metric | undefined, group: 'baseline' | 'canary'): number {
  if (metric === undefined || metric.kind === 'latency') return Number.NaN
  const side = metric[group]
  if (side === null) return Number.NaN
  if (!('values' in side)) return (100 * side.count) / side.total
  const known = side.values.filter((value) => value !== null)
  return known.reduce((sum, value) => sum + value, 0) / known.length
}
