import type { NoticeEvent } from '../report/notice.ts'
import type { Entry } from './entry.ts'
import { openNoticePath } from './path.ts'

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

/**
 * The marker that an end leaves while somebody is still to be told of it; undefined where nobody is.
 * @param events What people are told of.
 */
export function noticeMarker(
  { kind, payload, release, seq, time }: Entry,
  events: readonly NoticeEvent[],
): { readonly path: string; readonly text: string } | undefined {
  const isTold =
    kind === 'outcome' && payload.effect === 'release' && events.includes(payload.result)
  if (!isTold) return undefined
  const marker = { version: release.version, seq, time }
  return { path: openNoticePath(release), text: JSON.stringify(marker) }
}
