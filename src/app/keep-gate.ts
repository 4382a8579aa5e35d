import { Failure, failureLine } from '../domain/failure.ts'
import type { Verdict } from '../domain/judging/verdict.ts'
import { attachmentPath, LARGEST_IN_LEDGER } from '../domain/ledger/attachment.ts'
import type { Digest } from '../domain/ledger/canonical.ts'
import type { ReleaseKey } from '../domain/ledger/entry.ts'
import { gateDraft, gateFileOf } from '../domain/observability/gate-entry.ts'
import { type GateRecord, gateText } from '../domain/observability/gate-file.ts'
import type { Ledger } from './ledger.ts'
import type { Gated } from './observability-gate.ts'
import { plannedRollout } from './planned-rollout.ts'

/** The plan that a gate stands before. */
interface Planned {
  readonly release: ReleaseKey
  /** The plan that the caller was given; undefined where the ledger's is the one that holds. */
  readonly planHash: string | undefined
}

interface KeepPorts {
  readonly ledger: Ledger
  readonly digest: Digest
}

/** What became of the record. */
interface Kept {
  /** As it was, but that what could not be recorded is no pass. */
  readonly verdict: Verdict
  /** For people: which entry and file hold it; empty where none does. */
  readonly told: string
}

/**
 * Keep what a gate saw with the release that is planned: its file by digest, in the commit of the verdict that names it. The same record is not written
 * twice; a plan that is another one than the caller's takes none.
 */
export async function keepGate(gated: Gated, planned: Planned, ports: KeepPorts): Promise<Kept> {
  const { verdict } = gated
  try {
    const seq = await append(gated, planned, ports)
    return { verdict, told: `Recorded as entry ${seq} of the ledger.` }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { verdict: unrecorded(verdict, failureLine(error)), told: '' }
  }
}

/** @returns Seq of the entry. @throws Failure */
async function append(
  { verdict, record }: Gated,
  { release, planHash }: Planned,
  { ledger, digest }: KeepPorts,
): Promise<number | undefined> {
  const { attachment, bytes } = fileOf(record, digest)
  const files = [{ path: attachmentPath(attachment.digest), bytes }]
  const draft = gateDraft(verdict, record.version, attachment)
  plannedRollout(await ledger.entries(release), release, planHash)
  const entries = await ledger.append(release, (chain) => {
    const rollout = plannedRollout(chain, release, planHash)
    const stands = chain.some(
      (e) => e.seq > rollout.planSeq && gateFileOf(e)?.digest === attachment.digest,
    )
    return stands ? undefined : { draft, planHash: rollout.planHash, files }
  })
  return entries.findLast((e) => gateFileOf(e)?.digest === attachment.digest)?.seq
}

function fileOf(record: GateRecord, digest: Digest) {
  const text = gateText(record)
  const bytes = new TextEncoder().encode(text)
  if (bytes.length > LARGEST_IN_LEDGER)
    throw new Failure(
      'too-large',
      `what the gate saw has ${bytes.length} bytes, and the ledger takes ${LARGEST_IN_LEDGER}`,
      'Give it fewer objectives, or shorter queries',
    )
  const named = digest(text)
  const place = { ledger: attachmentPath(named) }
  return {
    attachment: { name: 'observability-gate.json', size: bytes.length, digest: named, place },
    bytes,
  }
}

/** No objective has a space in its name. */
const UNRECORDED = 'entry of the ledger'

/** Nothing that is worse is hidden by it. */
function unrecorded({ verdict, reason, evidence }: Verdict, why: string): Verdict {
  const piece = {
    ...({ name: UNRECORDED, verdict: 'inconclusive', limit: 'recorded' } as const),
    ...{ question: 'what the gate saw', answer: why },
  }
  const text = `${UNRECORDED}: ${why}`
  const isPass = verdict === 'pass'
  return {
    verdict: isPass ? 'inconclusive' : verdict,
    reason: isPass ? text : `${reason}; ${text}`,
    evidence: [...evidence, piece],
  }
}
