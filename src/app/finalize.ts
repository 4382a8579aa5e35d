import { type Evidence, overall, type Verdict } from '../domain/judging/verdict.ts'
import { WEIGHTS } from '../domain/judging/world-evidence.ts'
import type { Entry } from '../domain/ledger/entry.ts'
import {
  evidenceOfJobs,
  type JobOutcome,
  type JobResult,
  judgeJobs,
} from '../domain/release/outcome.ts'
import { rollbackCommand } from '../domain/report/tracking-issue.ts'
import { decide } from '../domain/rollout/decide.ts'
import type { Plan } from '../domain/rollout/plan.ts'
import { recordGaps } from '../domain/rollout/record-gaps.ts'
import { type Rollout, rolloutOf } from '../domain/rollout/state.ts'
import { waiting } from '../domain/rollout/waiting.ts'
import type { Issues } from '../ports/issues.ts'
import type { Releases } from '../ports/releases.ts'
import type { Traffic } from '../ports/traffic.ts'
import { updateTracking } from './end-tracking.ts'
import { releaseOf } from './fetch-asset.ts'
import { weightsText } from './held.ts'
import type { Ledger } from './ledger.ts'
import { asked } from './observe-stage.ts'
import { sinceEntry } from './one-issue.ts'
import { keyOf } from './plan.ts'
import { recordEnd } from './record-end.ts'
import { servedText } from './served.ts'

export interface FinalizeRequest {
  readonly plan: Plan
  readonly planHash: string
  /** What stands before the version in its tag; undefined where versions have no tag, and no GitHub release. */
  readonly tagPrefix: string | undefined
  /** The config describes several products. */
  readonly isOneOfSeveral: boolean
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
  let world: readonly Evidence[] = []
  const jobsOf = (entries: readonly Entry[]) =>
    judgeJobs(request.results, expectedSkips(request, rolloutOf(entries)))
  const judge = (entries: readonly Entry[]) =>
    overall([...evidenceOfJobs(jobsOf(entries)), evidenceOfRollout(rolloutOf(entries)), ...world])
  const lookAndJudge = async (entries: readonly Entry[]) => {
    const rollout = rolloutOf(entries)
    world = await evidenceOfWorld(entries, ports)
    const found = judge(entries)
    // A tick looks at open releases only: what it has recorded as complete it does not publish another time.
    const isByTick = rollout?.plan.clock !== undefined && waiting(rollout) === undefined
    // The looks take seconds, in which a person may begin a way back. The entry is decided anew where the record has grown.
    const stands = async () => {
      ports.ledger.refresh()
      return (await ports.ledger.history(keyOf(request.plan))) === entries
    }
    if (found.verdict === 'pass' && isByTick) await publish(request, ports.releases, stands)
    return found
  }
  const entries = await recordEnd(request, lookAndJudge, ports.ledger)
  const [jobs, verdict] = [jobsOf(entries), judge(entries)]
  const after = rolloutOf(entries)
  const wait = after === undefined ? undefined : waiting(after)
  if (verdict.verdict === 'pass' && wait === undefined)
    await publish(request, ports.releases, async () => true)
  const since = sinceEntry(entries[0]?.time ?? '')
  await updateTracking({ ...request, jobs, verdict, wait, since }, ports.issues)
  return { verdict, jobs, entries }
}

/** What looks at all of the traffic has nothing to look at while the release goes on. */
function expectedSkips(
  { expectedSkips: asked }: FinalizeRequest,
  rollout: Rollout | undefined,
): readonly string[] {
  const isWaiting = rollout !== undefined && waiting(rollout) !== undefined
  return isWaiting ? [...asked, 'post-deployment-validation'] : asked
}

/** Jobs may be green and the release still not out: the record decides. */
function evidenceOfRollout(rollout: Rollout | undefined): Evidence {
  const base = { name: 'rollout', question: 'entries of the release', limit: 'every stage passed' }
  if (rollout === undefined) return { ...base, verdict: 'inconclusive', answer: 'no plan' }
  const { result, stage, plan, breach } = rollout
  const passed = `${stage} of ${plan.stages.length} stages passed`
  if (result === 'rolled-back')
    return { ...base, verdict: 'fail', answer: `rolled back, ${passed}: ${rollout.reason}` }
  const wait = waiting(rollout)
  if (wait !== undefined)
    return { ...base, verdict: breach === undefined ? 'pass' : 'inconclusive', answer: wait }
  return { ...base, verdict: allStagesPassed(rollout) ? 'pass' : 'inconclusive', answer: passed }
}

/** Router and record, as they are when the end is about to be written. */
async function evidenceOfWorld(
  entries: readonly Entry[],
  { traffic, ledger }: FinalizePorts,
): Promise<readonly Evidence[]> {
  return [
    ...(await evidenceOfTraffic(rolloutOf(entries), traffic)),
    ...(await evidenceOfLedger(entries, ledger)),
  ]
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
  if (!isEnding(rollout)) return []
  const look = () => servedText(rollout.plan.version, weights, traffic)
  // The last stage is for everybody.
  return [await asked(WEIGHTS, weightsText(weights), look)]
}

/** What completes has a record that stands and tells the whole story: asked while the end is not written yet. */
async function evidenceOfLedger(
  entries: readonly Entry[],
  ledger: Ledger,
): Promise<readonly Evidence[]> {
  const rollout = rolloutOf(entries)
  if (rollout === undefined || !isEnding(rollout)) return []
  const fault = await ledger.fault(keyOf(rollout.plan))
  const lacking =
    fault === undefined ? recordGaps(entries, rollout) : [`${fault.path}: ${fault.why}`]
  const question = 'verify-ledger of this release, and the steps of its stages'
  const base = { name: 'ledger', question, limit: 'no fault' }
  if (lacking.length === 0) return [{ ...base, verdict: 'pass', answer: 'no fault' }]
  return [{ ...base, verdict: 'inconclusive', answer: lacking.join('; ') }]
}

/** All stages have passed, and that it is well is not written yet. */
function isEnding(rollout: Rollout): boolean {
  const { result } = rollout
  return result !== 'completed' && result !== 'rolled-back' && allStagesPassed(rollout)
}

/** Whether or not an end is recorded: a job that failed after the last stage may be run again. */
function allStagesPassed(rollout: Rollout): boolean {
  return decide({ ...rollout, result: undefined }).kind === 'complete'
}

/** @param stands Asked last: what is published cannot be taken back. */
async function publish(
  { plan, tagPrefix }: FinalizeRequest,
  releases: Releases,
  stands: () => Promise<boolean>,
): Promise<void> {
  // Another profile comes after this one, or there is no GitHub release.
  if (plan.publishes === false || tagPrefix === undefined) return
  const release = await releaseOf(plan.version, tagPrefix, releases)
  if (release.draft && (await stands())) await releases.publish(release)
}

/** What a person does next, for the summary. */
export function recommendations(
  { plan, isOneOfSeveral }: Pick<FinalizeRequest, 'plan' | 'isOneOfSeveral'>,
  verdict: Verdict,
  rolledBack: boolean,
): string {
  if (verdict.verdict === 'pass') return 'Nothing to do.'
  const state = rolledBack
    ? 'All traffic is back on the old version.'
    : 'Look at the weights; roll back by hand if the new version still has traffic:'
  return `${state}\n\n\`\`\`bash\n${rollbackCommand(plan, isOneOfSeveral)}\n\`\`\``
}
