import type { Entry } from '../ledger/entry.ts'
import { gateFileOf, OBSERVABILITY } from '../observability/gate-entry.ts'
import { gateIn } from '../observability/gate-file.ts'
import { differing, judgeGate } from '../observability/judge-gate.ts'
import type { Replayed } from './replay.ts'
import type { ReadAttachment } from './replay-comparison.ts'

type Judged = Extract<Entry, { kind: 'verdict' }>

/** Whether an entry is the verdict of an observability gate. */
export function isGate(entry: Judged): boolean {
  return entry.payload.gate === OBSERVABILITY
}

/** Judge an observability gate again, from the file that its entry names. Without it, it is no pass any more. */
export function replayGate(entry: Judged, read: ReadAttachment): Replayed {
  const { seq, payload, release } = entry
  const recorded = `${payload.verdict} (${payload.breach})`
  const lost = (fault: string): Replayed => ({
    ...{ seq, recorded, recomputed: `inconclusive (${payload.breach})` },
    ...{ unmeasured: [], faults: [fault] },
  })
  const attachment = gateFileOf(entry)
  if (attachment === undefined) return lost('names no file')
  const found = read(attachment)
  if ('fault' in found) return lost(`${attachment.name}: ${found.fault}`)
  const record = gateIn(found.text)
  if (record === undefined || record.version !== release.version)
    return lost(`${attachment.name}: it holds no gate of this release`)
  const again = judgeGate(record)
  return {
    ...{ seq, recorded, recomputed: `${again.verdict} (none)` },
    unmeasured: record.evidence.flatMap(({ name, value }) =>
      value === undefined && record.objectives.some((o) => o.name === name) ? [name] : [],
    ),
    faults: differing(record, again).map(
      (name) => `${attachment.name}: ${name} is judged otherwise`,
    ),
  }
}
