import { Failure, failureLine } from '../domain/failure.ts'
import type { Verdict } from '../domain/judging/verdict.ts'
import { type Comparison, compareResults, type Limits } from '../domain/performance/compare.ts'
import { regressionIssue, regressionMarker } from '../domain/performance/issue.ts'
import { judgePerformance, thresholdNotice } from '../domain/performance/judge.ts'
import { performanceBlocks, summaryLine, type Versions } from '../domain/performance/report.ts'
import { inert } from '../domain/report/markdown.ts'
import type { Clock } from '../ports/clock.ts'
import type { Issues } from '../ports/issues.ts'
import type { Log } from '../ports/log.ts'
import { oneIssue } from './one-issue.ts'
import type { ResultFiles } from './performance-artifact.ts'

export interface Compared {
  readonly verdict: Verdict
  readonly versions: Versions
  readonly comparisons: readonly Comparison[]
  readonly limits: Limits
}

/**
 * Compare two result files.
 * @param wanted Versions that the files must be of, where they are known.
 * @throws Failure `bad-result` when a file is of another version.
 */
export function comparePerformance(
  { baseline, current }: ResultFiles,
  wanted: Partial<Versions>,
  limits: Limits,
): Compared {
  const versions = { baseline: baseline.version, current: current.version }
  for (const side of ['baseline', 'current'] as const)
    if (wanted[side] !== undefined && wanted[side] !== versions[side])
      throw new Failure(
        'bad-result',
        `the ${side} file is of ${versions[side]}, not of ${wanted[side]}`,
      )
  const comparisons = compareResults(baseline, current, limits)
  return { verdict: judgePerformance(comparisons, limits), versions, comparisons, limits }
}

/** Outputs and summary of a comparison. */
export function performanceReport({ verdict, versions, comparisons, limits }: Compared) {
  const has = { pass: 'false', fail: 'true', inconclusive: '' }[verdict.verdict]
  const notice = thresholdNotice(limits.threshold)
  return {
    verdict,
    outputs: { has_regression: has, regression_summary: summaryLine(comparisons, versions) },
    summary: [
      ...(notice === undefined ? [] : [`Notice: ${notice}.`]),
      ...performanceBlocks(comparisons, versions),
    ],
  }
}

export interface ReportPorts {
  readonly issues: Issues
  readonly clock: Clock
  readonly log: Log
}

/**
 * One open issue about a regression, however often it is found. That it cannot be opened is said and changes nothing:
 * the verdict stands.
 */
export async function reportRegression(
  { versions, comparisons, limits }: Compared,
  run: string,
  ports: ReportPorts,
): Promise<{ readonly number: string; readonly text: string }> {
  try {
    const content = regressionIssue({ versions, comparisons, limits, run })
    const { issue } = await oneIssue(regressionMarker(versions), content, ports)
    return { number: String(issue.number), text: `Issue ${issue.number}: ${issue.url}` }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const line = `the issue about the regression could not be opened: ${failureLine(error)}`
    ports.log.warning(line)
    return { number: '', text: inert(line) }
  }
}
