import { Failure } from '../domain/failure.ts'
import { type Evidence, overall, type Verdict } from '../domain/judging/verdict.ts'
import type { Entry } from '../domain/ledger/entry.ts'
import { trackingMarkerText } from '../domain/ledger/freeze.ts'
import { openReleasePath } from '../domain/ledger/path.ts'
import {
  evidenceOfJobs,
  type JobOutcome,
  type JobResult,
  judgeJobs,
} from '../domain/release/outcome.ts'
import { TRACKING_LABELS } from '../domain/release/tracking.ts'
import { rollbackCommand, trackingBody } from '../domain/report/tracking-issue.ts'
import { decide } from '../domain/rollout/decide.ts'
import type { Plan } from '../domain/rollout/plan.ts'
import { type Rollout, rolloutOf } from '../domain/rollout/state.ts'
import type { Issues } from '../ports/issues.ts'
import type { Releases } from '../ports/releases.ts'
import type { Traffic } from '../ports/traffic.ts'
import { releaseOf } from './fetch-asset.ts'
import type { Ledger } from './ledger.ts'
import { asked, WEIGHTS, weightsText } from './observe-stage.ts'
import { sinceEntry } from './one-issue.ts'
import { keyOf } from './plan.ts'

export interface FinalizeRequest {
  readonly plan: Plan
  readonly planHash: string
  readonly tagPrefix: string
  readonly results: ReadonlyMap<string, JobResult>
  readonly expectedSkips: readonly string[]
  readonly runUrl: string
}

export interface Finalized {
  readonly verdict: Verdict
  readonly jobs: readonly JobOutcome[]
  readonly entries: readonly Entry[]
}

export interface FinalizePorts {
  readonly ledger: Ledger
  readonly issues: Issues
  readonly releases: Releases
  /** Absent where the config names no router. */
  readonly traffic: Traffic | undefined
}

/**
 * End a pipeline: judge its jobs, record the end in the ledger, publish the draft when all is well, bring the tracking
 * issue up to date. A release that was rolled back stays rolled back, and nothing is published that the record does not
 * call complete.
 */
export async function finalize(request: FinalizeRequest, ports: FinalizePorts): Promise<Finalized> {
  const jobs = judgeJobs(request.results, request.expectedSkips)
  let traffic: readonly Evidence[] = []
  const judge = (entries: readonly Entry[]) =>
    overall([...evidenceOfJobs(jobs), evidenceOfRollout(rolloutOf(entries)), ...traffic])
  const lookAndJudge = async (entries: readonly Entry[]) => {
    traffic = await evidenceOfTraffic(rolloutOf(entries), ports.traffic)
    return judge(entries)
  }
  const entries = await recordEnd(request, lookAndJudge, ports.ledger)
  const verdict = judge(entries)
  if (verdict.verdict === 'pass') await publish(request, ports.releases)
  await updateIssue(
    request,
    { jobs, verdict, since: sinceEntry(entries[0]?.time ?? '') },
    ports.issues,
  )
  return { verdict, jobs, entries }
}

/** Jobs may be green and the release still not out: the record decides. */
function evidenceOfRollout(rollout: Rollout | undefined): Evidence {
  const base = { name: 'rollout', question: 'entries of the release', limit: 'every stage passed' }
  if (rollout === undefined) return { ...base, verdict: 'inconclusive', answer: 'no plan' }
  const { result, stage, plan } = rollout
  const passed = `${stage} of ${plan.stages.length} stages passed`
  if (result === 'rolled-back')
    return { ...base, verdict: 'fail', answer: `rolled back, ${passed}` }
  return { ...base, verdict: allStagesPassed(rollout) ? 'pass' : 'inconclusive', answer: passed }
}

/**
 * The record may be older than the router: a run that takes traffic back does so before it writes, and may have been
 * unable to write. Looked at with each state of the record that may be the last: the first may lag behind.
 */
async function evidenceOfTraffic(
  rollout: Rollout | undefined,
  traffic: Traffic | undefined,
): Promise<readonly Evidence[]> {
  const weights = rollout?.weights
  if (rollout === undefined || weights === undefined || traffic === undefined) return []
  // What has ended well may have been followed by the next release.
  const { result } = rollout
  if (result === 'completed' || result === 'rolled-back' || !allStagesPassed(rollout)) return []
  const seen = async () => weightsText(await traffic.weights())
  return [await asked(WEIGHTS, weightsText(weights), seen)]
}

/** Whether or not an end is recorded: a job that failed after the last stage may be run again. */
function allStagesPassed(rollout: Rollout): boolean {
  return decide({ ...rollout, result: undefined }).kind === 'complete'
}

async function publish({ plan, tagPrefix }: FinalizeRequest, releases: Releases): Promise<void> {
  const release = await releaseOf(plan.version, tagPrefix, releases)
  if (release.draft) await releases.publish(release)
}

async function recordEnd(
  { plan, planHash }: FinalizeRequest,
  judge: (entries: readonly Entry[]) => Promise<Verdict>,
  ledger: Ledger,
): Promise<readonly Entry[]> {
  const release = keyOf(plan)
  return ledger.append(release, async (entries) => {
    const rollout = rolloutOf(entries)
    const verdict = await judge(entries)
    const result = verdict.verdict === 'pass' ? ('completed' as const) : ('failed' as const)
    // A job that failed and was run again may turn a failed end into a good one; nothing else is said twice.
    const open =
      rollout?.result === undefined || (rollout.result === 'failed' && result !== 'failed')
    if (rollout === undefined || rollout.planHash !== planHash || !open) return undefined
    // Another run is moving the traffic at this moment: the end is not for this one to write.
    if (rollout.pending !== undefined && rollout.pending.run !== ledger.run) return undefined
    const payload = { effect: 'release' as const, result, reason: verdict.reason }
    return { draft: { kind: 'outcome', payload }, planHash, close: [openReleasePath(release)] }
  })
}

interface Ending {
  readonly jobs: readonly JobOutcome[]
  readonly verdict: Verdict
  readonly since: Date
}

async function updateIssue(
  { plan, planHash, runUrl }: FinalizeRequest,
  { jobs, verdict, since }: Ending,
  issues: Issues,
): Promise<void> {
  const passed = verdict.verdict === 'pass'
  const [issue] = await listed(trackingMarkerText(plan.product, plan.version), since, issues)
  if (issue === undefined) return
  const note = passed
    ? 'The release is complete.'
    : `The release did not go through: ${verdict.reason}`
  await issues.update(issue.number, {
    body: trackingBody({ plan, planHash, runUrl, jobs, note }),
    labels: [
      ...issue.labels.filter((l) => ![TRACKING_LABELS[1], 'completed', 'failed'].includes(l)),
      passed ? 'completed' : 'failed',
    ],
    state: passed ? 'closed' : 'open',
  })
}

async function listed(marker: string, since: Date, issues: Issues) {
  try {
    return await issues.withMarker(marker, 'open', { since })
  } catch (error) {
    if (error instanceof Failure && error.code === 'gone') return []
    throw error
  }
}

/** What a person does next, for the summary. */
export function recommendations(plan: Plan, verdict: Verdict, rolledBack: boolean): string {
  if (verdict.verdict === 'pass') return 'Nothing to do.'
  const state = rolledBack
    ? 'All traffic is back on the old version.'
    : 'Look at the weights; roll back by hand if the new version still has traffic:'
  return `${state}\n\n\`\`\`bash\n${rollbackCommand(plan)}\n\`\`\``
}
