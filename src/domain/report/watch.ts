import { type Failure, failureLine } from '../failure.ts'
import { inconclusive } from '../judging/verdict.ts'
import { tickReport } from './tick.ts'

interface Watched {
  readonly attended: Parameters<typeof tickReport>[0]
  readonly successor: string | undefined
  readonly trouble: Failure | undefined
}

/** Verdict, outputs and summary of a watch: that of its last look at each release, and who goes on. */
export function watchReport({ attended, successor, trouble }: Watched) {
  const report = tickReport(attended)
  const outputs = { ...report.outputs, successor: successor ?? '' }
  const { evidence } = report.verdict
  if (trouble !== undefined)
    return { ...report, outputs, verdict: inconclusive(failureLine(trouble), evidence) }
  if (successor === undefined) return { ...report, outputs }
  const reason = `${report.verdict.reason}; handed over to ${successor}`
  return { ...report, outputs, verdict: { ...report.verdict, reason } }
}
