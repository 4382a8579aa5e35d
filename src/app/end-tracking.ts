import { Failure } from '../domain/failure.ts'
import type { Verdict } from '../domain/judging/verdict.ts'
import { trackingMarkerText } from '../domain/ledger/freeze.ts'
import type { JobOutcome } from '../domain/release/outcome.ts'
import { TRACKING_LABELS } from '../domain/release/tracking.ts'
import { trackingBody } from '../domain/report/tracking-issue.ts'
import type { Plan } from '../domain/rollout/plan.ts'
import type { Issue, Issues } from '../ports/issues.ts'

/** What the tracking issue of a release is to say. */
export interface Ending {
  readonly plan: Plan
  readonly planHash: string
  readonly runUrl: string
  readonly jobs: readonly JobOutcome[]
  readonly verdict: Verdict
  /** What the release waits for; undefined when it has ended. */
  readonly wait: string | undefined
  /** The config describes several products. */
  readonly isOneOfSeveral: boolean
  /** The issue is not older. */
  readonly since: Date
}

/** Bring the tracking issue up to date, and close it when the release is out. Without one there is nothing to do. */
export async function updateTracking(ending: Ending, issues: Issues): Promise<void> {
  const { plan, planHash, runUrl, jobs, verdict, wait, since, isOneOfSeveral } = ending
  const [issue] = await listed(trackingMarkerText(plan.product, plan.version), since, issues)
  if (issue === undefined) return
  const note = noteOf(verdict, wait)
  const isOut = verdict.verdict === 'pass' && wait === undefined
  const stand = wait !== undefined ? TRACKING_LABELS[1] : isOut ? 'completed' : 'failed'
  await issues.update(issue.number, {
    body: trackingBody({ plan, planHash, runUrl, jobs, note, before: issue.body, isOneOfSeveral }),
    labels: [...issue.labels.filter((label) => !STANDS.includes(label)), stand],
    state: isOut ? 'closed' : 'open',
  })
}

const STANDS: readonly string[] = [TRACKING_LABELS[1], 'completed', 'failed']

function noteOf({ verdict, reason }: Verdict, wait: string | undefined): string {
  if (wait !== undefined) return `The release waits: ${wait}`
  return verdict === 'pass'
    ? 'The release is complete.'
    : `The release did not go through: ${reason}`
}

async function listed(marker: string, since: Date, issues: Issues): Promise<readonly Issue[]> {
  try {
    return await issues.withMarker(marker, 'open', { since })
  } catch (error) {
    if (error instanceof Failure && error.code === 'gone') return []
    throw error
  }
}
