import type { Verdict } from '../judging/verdict.ts'
import type { Attachment } from '../ledger/attachment.ts'
import type { Draft, Entry } from '../ledger/entry.ts'
import type { GateName } from '../rollout/gate-pass.ts'

/** Gate of the verdicts of the observability gate, and name of their evidence. */
export const OBSERVABILITY = 'observability-gate' satisfies GateName

/** What the ledger says of a gate before the rollout: its verdict, and the file that it follows from. It moves no stage. */
export function gateDraft(
  { verdict, reason, evidence }: Verdict,
  version: string,
  attachment: Attachment,
): Draft {
  const names = evidence.map(({ name }) => name).join(', ') || 'nothing'
  const piece = { name: OBSERVABILITY, verdict, answer: reason, limit: 'pass', attachment }
  return {
    kind: 'verdict',
    payload: {
      ...{ gate: OBSERVABILITY, stage: null, verdict, reason, breach: 'none' },
      evidence: [{ ...piece, question: `${names} before ${version}` }],
    },
  }
}

/** The file behind a verdict of the observability gate; undefined for any other entry. */
export function gateFileOf(entry: Entry): Attachment | undefined {
  if (entry.kind !== 'verdict' || entry.payload.gate !== OBSERVABILITY) return undefined
  return entry.payload.evidence.find(({ name }) => name === OBSERVABILITY)?.attachment
}
