import type { BY_HAND } from '../ledger/by-hand.ts'
import type { Entry } from '../ledger/entry.ts'

/** An entry about the conditions of a plan. */
export type Recorded = Extract<Entry, { kind: keyof typeof BY_HAND }>

/** What a person has recorded about a condition, in a line. */
export function recordedText(entry: Recorded): string {
  const { payload, kind } = entry
  const why = payload.reason === '' ? '' : `: ${payload.reason}`
  switch (kind) {
    case 'approval': {
      const what = payload.decision === 'approve' ? 'plan approved' : 'features accepted'
      return `${what} by ${payload.by}${why}`
    }
    case 'checkpoint':
      return `checkpoint ${payload.checkpoint}: ${payload.done.join(', ')}, by ${payload.by}${why}`
    case 'notice-delivered':
      return `${payload.notice} delivered at ${payload.delivered}, says ${payload.by}${why}`
    case 'backup':
      return `backup made at ${payload.made}, says ${payload.by}${why}`
    case 'override':
      return `${payload.condition} overridden by ${payload.by}${why}`
    case 'handover':
      return `handed over${why}`
  }
}
