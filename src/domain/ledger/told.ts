import type { NoticeEvent } from '../report/notice.ts'
import type { Entry } from './entry.ts'

/** The channels that were told of this event of that entry. @param about Seq of the entry. */
export function toldOf(
  entries: readonly Entry[],
  event: NoticeEvent,
  about: number,
): readonly string[] {
  return entries.flatMap((e) =>
    e.kind === 'told' && e.payload.event === event && e.payload.about === about
      ? e.payload.channels
      : [],
  )
}

/** The end of a release that stands; its last plan where none does. */
export function lastEnd(entries: readonly Entry[]): Entry | undefined {
  const planned = entries.findLast(({ kind }) => kind === 'plan')
  const end = entries.findLast((e) => e.kind === 'outcome' && e.payload.effect === 'release')
  return end !== undefined && end.seq > (planned?.seq ?? 0) ? end : planned
}
