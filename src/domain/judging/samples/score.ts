import type { VerdictKind } from '../verdict.ts'
import type { SampleMetric } from './metric.ts'
import type { MetricFinding } from './verdict.ts'

/** In percent: from `pass` on it passes, below `marginal` it fails. */
export interface ScorePolicy {
  readonly pass: number
  readonly marginal: number
}

/** The weight of what passed, in percent of all. */
export interface Score {
  readonly value: number
  /** What it could still become if everything undecided passed. */
  readonly atMost: number
}

/** So many metrics are named in a reason: all of them stand in the findings. */
const NAMED = 5

/** The worst of all metrics. */
export function withoutScore(findings: readonly MetricFinding[]): {
  readonly verdict: VerdictKind
  readonly reason: string
} {
  const not = findings.filter(({ verdict }) => verdict !== 'pass')
  const failed = not.filter(({ verdict }) => verdict === 'fail')
  const named = [...failed, ...not.filter((one) => one.verdict !== 'fail')].slice(0, NAMED)
  const more = not.length > NAMED ? [`and ${not.length - NAMED} more`] : []
  const reason = [...named.map(({ name, reason }) => `${name}: ${reason}`), ...more].join('; ')
  if (not.length === 0) return { verdict: 'pass', reason: `all ${findings.length} passed` }
  return { verdict: failed.length > 0 ? 'fail' : 'inconclusive', reason }
}

/**
 * By the score, for those who want one: a failed critical metric fails, an undecided one passes nothing; else the weights decide, and what is undecided counts for
 * neither side.
 */
export function scoreOf(
  judged: readonly { readonly metric: SampleMetric; readonly finding: MetricFinding }[],
  { pass, marginal }: ScorePolicy,
): { readonly verdict: VerdictKind; readonly reason: string; readonly score: Score } {
  const weightOf = (...kinds: readonly VerdictKind[]) =>
    judged
      .filter(({ finding }) => kinds.includes(finding.verdict))
      .reduce((sum, { metric }) => sum + metric.weight, 0)
  const all = weightOf('pass', 'fail', 'inconclusive')
  const value = (100 * weightOf('pass')) / all
  const score = { value, atMost: (100 * weightOf('pass', 'inconclusive')) / all }
  const critical = (kind: VerdictKind) =>
    judged.find(({ metric, finding }) => metric.critical && finding.verdict === kind)?.finding
  const failed = critical('fail')
  if (failed !== undefined) return { verdict: 'fail', reason: criticalLine(failed), score }
  const line = `score ${rounded(value)} of 100: ${pass} pass, below ${marginal} fails`
  if (score.atMost < marginal) return { verdict: 'fail', reason: line, score }
  const open = critical('inconclusive')
  if (open !== undefined) return { verdict: 'inconclusive', reason: criticalLine(open), score }
  return { verdict: value >= pass ? 'pass' : 'inconclusive', reason: line, score }
}

const criticalLine = ({ name, reason }: MetricFinding) => `${name}, which is critical: ${reason}`
const rounded = (value: number) => Number(value.toFixed(2))
