import { formatRatio } from '../config/ratio.ts'
import { type Evidence, overall, type Verdict } from '../judging/verdict.ts'
import type { Comparison, Limits } from './compare.ts'

/** The verdict over all metrics but the new ones: the worst of them; no metric at all is inconclusive. */
export function judgePerformance(comparisons: readonly Comparison[], limits: Limits): Verdict {
  return overall(comparisons.flatMap((c) => toEvidence(c, limits)))
}

function toEvidence(comparison: Comparison, { threshold, alpha }: Limits): Evidence[] {
  const { name, verdict, samples, direction, problem } = comparison
  if (verdict === 'new') return []
  const worse = direction === 'lower' ? 'more' : 'less'
  const evidence: Evidence = {
    name,
    verdict,
    question: `rank test of ${samples[1]} values against ${samples[0]}, p at most ${alpha}, Holm over all metrics`,
    answer: problem === '' ? changeText(comparison) : problem,
    limit: `at most ${formatRatio(threshold)} ${worse}`,
    samples: samples[0] + samples[1],
  }
  return [evidence]
}

/** `+18.2 % (p 0.0004)`. */
export function changeText({ shift, p }: Comparison): string {
  if (Number.isNaN(shift)) return 'no shift'
  const sign = shift > 0 ? '+' : ''
  return `${sign}${formatRatio(shift)} (p ${Number(p.toPrecision(2))})`
}

/** Outside the advised 10 to 20 % a threshold is either noise or blindness. Undefined when it is inside. */
export function thresholdNotice(threshold: number): string | undefined {
  if (threshold >= 0.1 && threshold <= 0.2) return undefined
  const why = threshold < 0.1 ? 'may call noise a regression' : 'lets real regressions pass'
  return `a threshold of ${formatRatio(threshold)} ${why}: 10 to 20 % is advised`
}
