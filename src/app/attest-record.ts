import { type FinalRecord, finalRecord } from '../domain/attestation/release-record.ts'
import type { Statement } from '../domain/attestation/statement.ts'
import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import { passed } from '../domain/judging/verdict.ts'
import { canonical, type Digest } from '../domain/ledger/canonical.ts'
import type { ReleaseKey } from '../domain/ledger/entry.ts'
import { chainOf, releaseKey } from '../domain/release/key.ts'
import { attestationBlocks } from '../domain/report/attestation.ts'
import type { Attestations, Signer } from '../ports/attestations.ts'
import type { Ledger } from './ledger.ts'

export interface AttestRequest {
  readonly version: string
  readonly 'dry-run': boolean
}

export interface AttestPorts {
  readonly ledger: Ledger
  readonly attestations: Attestations
  readonly signer: Signer
  readonly digest: Digest
}

/**
 * Attest how a release ended. Once: what stands is left. Where the repository cannot have attestations nothing is
 * wrong: the signature of the ledger is the other proof.
 */
export async function attestRecord(request: AttestRequest, config: Config, ports: AttestPorts) {
  const release = chainOf(releaseKey('version', request.version, config))
  const record = await endedRecord(release, ports)
  const done = await attest(record, request['dry-run'], ports)
  return {
    verdict: passed(`${release.version}: ${done.what}`),
    outputs: {
      attested: String(done.attested),
      'record-path': record.path,
      'record-digest': record.digest,
      'attestation-id': done.id === undefined ? '' : String(done.id),
    },
    summary: attestationBlocks(record, done.what),
  }
}

/** The record of a release that has ended, with a chain that stands. @throws Failure `absent`, `open`, `broken-chain`. */
async function endedRecord(release: ReleaseKey, { ledger, digest }: AttestPorts) {
  const entries = await ledger.entries(release)
  const fault = await ledger.fault(release)
  if (fault !== undefined) throw new Failure('broken-chain', `${fault.path}: ${fault.why}`)
  const record = finalRecord(entries, digest)
  if (record !== undefined) return record
  throw new Failure(
    entries.length === 0 ? 'absent' : 'open',
    `${release.version} ${entries.length === 0 ? 'has no record' : 'has not ended'}`,
    'Attest a release after it has completed or was taken back',
  )
}

interface Attested {
  readonly attested: boolean
  /** For people. */
  readonly what: string
  readonly id?: number
}

async function attest(
  { statement, digest }: FinalRecord,
  isDry: boolean,
  { attestations, signer }: AttestPorts,
): Promise<Attested> {
  const standing = await attestations.of(digest)
  if (standing.some((other) => isSame(other, statement)))
    return { attested: true, what: 'attested already' }
  if (isDry) return { attested: false, what: 'dry run: its record would be attested' }
  const isPublic = await attestations.isPublic()
  const bundle = await signer.sign(statement, isPublic ? 'public-good' : 'github')
  try {
    return { attested: true, what: 'attested', id: await attestations.keep(bundle) }
  } catch (error) {
    if (isPublic || !(error instanceof Failure && error.code === 'unavailable')) throw error
    return { attested: false, what: UNAVAILABLE }
  }
}

/** G13. */
const UNAVAILABLE =
  'not attested: GitHub keeps attestations of public repositories and on Enterprise Cloud only; the signature of the ledger stands'

const isSame = (a: Statement, b: Statement) =>
  a.predicateType === b.predicateType && canonical(a.predicate) === canonical(b.predicate)
