import { canonical, type Digest } from '../ledger/canonical.ts'
import type { Entry } from '../ledger/entry.ts'
import { entryPath } from '../ledger/path.ts'
import type { Plan } from '../rollout/plan.ts'
import { type Rollout, rolloutOf } from '../rollout/state.ts'
import type { Statement, Subject } from './statement.ts'

/** Type of the predicate: how a release ended. Its members are described in docs/attestation.md. */
export const RELEASE_RECORD = 'https://github.com/org/release-actions/attestation/release-record/v1'

/** What is attested of a release that has ended. */
export interface FinalRecord {
  readonly statement: Statement
  /** File of the last entry, in the ledger. */
  readonly path: string
  /** `sha256:<hex>` of that file: it holds the hash of the entry before, and so all of the release. */
  readonly digest: string
}

/**
 * The final record of a release: its last entry and the files that were released are the subjects. Made from the entries
 * alone, so that the same record is the same statement. Undefined while the release has not ended.
 */
export function finalRecord(entries: readonly Entry[], digest: Digest): FinalRecord | undefined {
  const rollout = rolloutOf(entries)
  const end = entries.findLast(isEnd)
  const last = entries.at(-1)
  if (rollout?.result === undefined || end === undefined || last === undefined) return undefined
  const path = entryPath(last.release, last.seq, last.kind)
  const head = digest(canonical(last))
  const subject = [toSubject(path, head), ...artefactsOf(rollout.plan)]
  const predicate = {
    ...last.release,
    commit: rollout.plan.commit,
    strategy: rollout.plan.strategy,
    ...endOf(rollout),
    planned: rollout.plannedAt,
    ended: end.time,
    planHash: rollout.planHash,
    ledger: { branch: 'release-ledger', entries: last.seq, head },
  }
  return { statement: { subject, predicateType: RELEASE_RECORD, predicate }, path, digest: head }
}

const isEnd = ({ kind, payload }: Entry) => kind === 'outcome' && payload.effect === 'release'

function endOf({ result, reason, stage, plan }: Rollout) {
  return { result, reason, stages: { passed: stage, planned: plan.stages.length } }
}

/** Files as they were planned and verified; an image is named by its repository. */
function artefactsOf({ artefacts }: Plan): readonly Subject[] {
  return artefacts.map(({ name, digest }) => toSubject(name, digest))
}

function toSubject(name: string, digest: string): Subject {
  return { name, digest: { sha256: digest.replace(/^sha256:/, '') } }
}
