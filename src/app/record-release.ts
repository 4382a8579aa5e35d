import type { Config } from '../domain/config/schema.ts'
import { overall, type Verdict } from '../domain/judging/verdict.ts'
import type { AttachmentLine } from '../domain/ledger/attachment-lines.ts'
import { chainOf, releaseKey } from '../domain/release/key.ts'
import { evidenceOfJobs, type JobResult, judgeJobs } from '../domain/release/outcome.ts'
import { tagPrefixOf } from '../domain/release/scheme.ts'
import { spoken } from '../domain/release/spoken.ts'
import { rolloutBlocks } from '../domain/report/rollout.ts'
import {
  VERIFICATION_LABELS,
  verificationBody,
  verificationMarkerText,
} from '../domain/report/verification-issue.ts'
import { type Result, type Rollout, rolloutOf } from '../domain/rollout/state.ts'
import { waiting } from '../domain/rollout/waiting.ts'
import type { Clock } from '../ports/clock.ts'
import type { AttachPorts } from './attach.ts'
import { type FinalizePorts, finalize, recommendations } from './finalize.ts'
import { proveNotLeftBehind } from './left-behind.ts'
import type { Mirror } from './mirror-stage.ts'
import { oneIssue } from './one-issue.ts'
import { keyOf } from './plan.ts'
import { assertRecorded, attachTo, recordEvidence } from './record-evidence.ts'

export interface RecordRequest {
  readonly version: string
  /** Absent when nothing was planned: then there is nothing to record, and the jobs alone are judged. */
  readonly 'plan-hash'?: string | undefined
  readonly jobs: ReadonlyMap<string, JobResult>
  readonly report: 'pipeline' | 'verification' | 'jobs' | 'evidence'
  /** Files to keep with the record of the release. */
  readonly attachments?: readonly AttachmentLine[] | undefined
  /** Names of jobs, parted by commas. */
  readonly 'expected-skips'?: string | undefined
  readonly 'dry-run': boolean
  readonly runUrl: string
}

export interface RecordPorts extends FinalizePorts, AttachPorts {
  readonly clock: Clock
  readonly mirror: Mirror
}

/** The last word on a workflow. */
export async function recordRelease(request: RecordRequest, config: Config, ports: RecordPorts) {
  const key = releaseKey('version', request.version, config)
  assertRecorded(request)
  if (request.report === 'evidence') return recordEvidence(chainOf(key), request, config, ports)
  const expectedSkips = (request['expected-skips'] ?? '').split(',').map((job) => job.trim())
  const entries = request.report === 'pipeline' ? await ports.ledger.entries(chainOf(key)) : []
  const rollout = rolloutOf(entries)
  const own = rollout !== undefined && rollout.planHash === request['plan-hash']
  if (own) proveNotLeftBehind(entries, rollout, ports.ledger.run)
  if (own && !request['dry-run'])
    return recordRollout(rollout, { ...request, expectedSkips }, config, ports)
  const verdict = overall(evidenceOfJobs(judgeJobs(request.jobs, expectedSkips)))
  const outputs = outputsOf(verdict, 'not-planned')
  if (request.report === 'verification' && verdict.verdict !== 'pass' && !key.prerelease)
    return { verdict, outputs, summary: [await openIssue(key, request, verdict, ports)] }
  const note =
    request.report === 'pipeline'
      ? ['Nothing was recorded: this run has no plan in the ledger.']
      : []
  return { verdict, outputs, summary: note }
}

async function recordRollout(
  rollout: Rollout,
  request: RecordRequest & { readonly expectedSkips: readonly string[] },
  config: Config,
  ports: RecordPorts,
) {
  const { plan, planHash } = rollout
  const { jobs: results, expectedSkips, runUrl } = request
  const tagPrefix = tagPrefixOf(config)
  // An end that stands may have been written by a run that died before it showed it.
  if (rollout.result === undefined) ports.mirror.begin(await ports.ledger.entries(keyOf(plan)))
  // What was asked to be kept and cannot be is found out before an end is written.
  await attachTo(keyOf(plan), rollout, { ...request, config }, ports)
  const isOneOfSeveral = config.products !== undefined
  const done = await finalize(
    { plan, planHash, tagPrefix, isOneOfSeveral, results, expectedSkips, runUrl },
    ports,
  )
  await ports.mirror.show(done.entries)
  const after = rolloutOf(done.entries)
  const isOpen = after !== undefined && waiting(after) !== undefined
  const result = isOpen ? 'open' : (after?.result ?? 'failed')
  const advice = recommendations({ plan, isOneOfSeveral }, done.verdict, result === 'rolled-back')
  return {
    verdict: done.verdict,
    outputs: outputsOf(done.verdict, result),
    summary: [...rolloutBlocks(plan, done.entries), advice],
  }
}

async function openIssue(
  { product, version }: { readonly product: string; readonly version: string },
  { runUrl, 'dry-run': dryRun }: RecordRequest,
  verdict: Verdict,
  ports: RecordPorts,
): Promise<string> {
  if (dryRun) return 'Dry run: an issue would be opened.'
  const facts = { product, version, runUrl, verdict }
  const title = `Release verification failed for ${spoken(version)}`
  const content = { title, body: verificationBody(facts), labels: VERIFICATION_LABELS }
  const { issue } = await oneIssue(verificationMarkerText(facts), content, ports)
  return `Issue: [${issue.number}](${issue.url})`
}

function outputsOf({ verdict }: Verdict, result: Result | 'open' | 'not-planned') {
  return { overall_success: String(verdict === 'pass'), result }
}
