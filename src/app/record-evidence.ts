import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import { overall } from '../domain/judging/verdict.ts'
import type { AttachmentLine } from '../domain/ledger/attachment-lines.ts'
import type { ReleaseKey } from '../domain/ledger/entry.ts'
import { evidenceOfJobs, type JobResult, judgeJobs } from '../domain/release/outcome.ts'
import { attachmentTable } from '../domain/report/attachments.ts'
import type { Rollout } from '../domain/rollout/state.ts'
import { type AttachPorts, prepareAttachments, recordAttachments } from './attach.ts'
import { plannedRollout } from './planned-rollout.ts'

export interface EvidenceRequest {
  readonly 'plan-hash'?: string | undefined
  readonly report: 'pipeline' | 'verification' | 'jobs' | 'evidence'
  readonly jobs: ReadonlyMap<string, JobResult>
  readonly attachments?: readonly AttachmentLine[] | undefined
  readonly 'dry-run': boolean
}

/** @throws Failure `bad-input` where files are given that nobody would record, or none to record. */
export function assertRecorded({ report, attachments }: EvidenceRequest): void {
  const isRecorded = report === 'pipeline' || report === 'evidence'
  if (attachments !== undefined && !isRecorded)
    throw new Failure(
      'bad-input',
      `input attachments: report ${report} writes nothing into the ledger`,
      'Use report: evidence',
    )
  if (attachments === undefined && report === 'evidence')
    throw new Failure('bad-input', 'input attachments: report evidence has no files to record')
}

/** Keep files with a release that is planned, while it goes on or after its end; the jobs are judged, and nothing else. */
export async function recordEvidence(
  release: ReleaseKey,
  request: EvidenceRequest,
  config: Config,
  ports: AttachPorts,
) {
  const entries = await ports.ledger.entries(release)
  const rollout = plannedRollout(entries, release, request['plan-hash'])
  const recorded = await attachTo(release, rollout, { ...request, config }, ports)
  const verdict = overall(evidenceOfJobs(judgeJobs(request.jobs, [])))
  const outputs = {
    overall_success: String(verdict.verdict === 'pass'),
    result: rollout.result ?? ('open' as const),
  }
  return { verdict, outputs, summary: [recorded] }
}

/** Record the files of a request, and say what there is now; a dry run only looks at them. */
export async function attachTo(
  release: ReleaseKey,
  rollout: Rollout,
  request: EvidenceRequest & { readonly config: Config },
  ports: AttachPorts,
): Promise<string> {
  const { attachments = [], config, 'dry-run': isDry } = request
  if (attachments.length === 0) return ''
  const where = { version: release.version, tagPrefix: config['tag-prefix'] }
  const prepared = await prepareAttachments(attachments, where, ports)
  if (isDry) return `Dry run: ${prepared.length} files would be recorded.`
  return attachmentTable(await recordAttachments(prepared, { release, rollout }, ports))
}
