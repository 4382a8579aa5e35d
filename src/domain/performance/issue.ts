import { formatRatio } from '../config/ratio.ts'
import { inert } from '../report/markdown.ts'
import type { Comparison, Limits } from './compare.ts'
import { performanceBlocks, type Versions } from './report.ts'

export const REGRESSION_LABELS = ['performance-regression', 'bug', 'priority-high']

/** Stands in the body of the issue of one pair of versions: by it the issue is found again. */
export function regressionMarker({ baseline, current }: Versions): string {
  return `<!-- release-actions:performance-regression ${current} ${baseline} -->`
}

export interface RegressionFacts {
  readonly versions: Versions
  readonly comparisons: readonly Comparison[]
  readonly limits: Limits
  /** URL of the run that measured. */
  readonly run: string
}

/** Title, body and labels of the issue about a regression. */
export function regressionIssue({ versions, comparisons, limits, run }: RegressionFacts) {
  const { current, baseline } = versions
  const failed = comparisons.filter((c) => c.verdict === 'fail')
  const slower = failed.filter((c) => c.problem === '')
  const gone = failed.filter((c) => c.problem !== '')
  const body = [
    regressionMarker(versions),
    ...sentence(
      `${inert(current)} is worse than ${inert(baseline)} by more than ${formatRatio(limits.threshold)} in`,
      slower,
    ),
    ...sentence(`${inert(current)} does not have what was measured of ${inert(baseline)}`, gone),
    ...performanceBlocks(comparisons, versions),
    `Measured in ${run}.`,
    'Correct it and release a new version, or close this issue with the reason why it is accepted.',
  ]
  return {
    title: `Performance regression in ${current}`,
    body: body.join('\n\n'),
    labels: REGRESSION_LABELS,
  }
}

/** The sentence about some metrics; none where there are none. */
function sentence(start: string, metrics: readonly Comparison[]): string[] {
  if (metrics.length === 0) return []
  return [`${start}: ${metrics.map(({ name }) => inert(name)).join(', ')}.`]
}
