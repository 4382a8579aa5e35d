import type { NOTICE_EVENTS } from '../config/notifications.ts'
import type { ReleaseKey } from '../ledger/entry.ts'

export type NoticeEvent = (typeof NOTICE_EVENTS)[number]

/** What people are told about one release, whatever the channel. */
export interface Notice {
  readonly event: NoticeEvent
  readonly release: ReleaseKey
  /** Why, or what now; may quote the world. */
  readonly reason: string
  readonly runUrl: string
  /** Page of the issue to go on with; undefined where there is none. */
  readonly issueUrl: string | undefined
  /** Milliseconds since 1970. */
  readonly time: number
  /** Seq of the entry that it tells of; absent where none stands for it. */
  readonly entry?: number | undefined
}

const WORDS: Readonly<Record<NoticeEvent, string>> = {
  completed: 'released',
  'rolled-back': 'rolled back',
  failed: 'failed',
  frozen: 'the channel is frozen',
  breached: 'an objective is broken',
  paged: 'a decision is needed',
}

/** `checkout 1.4.0 (stable): released`. Made of names that the config and semver allow, and of nothing else. */
export function noticeTitle({ event, release }: Notice): string {
  return `${release.product} ${release.version} (${release.channel}): ${WORDS[event]}`
}

/** Characters: Slack takes 3000, and `withoutMarkup` makes five of one. */
const LONGEST_REASON = 600

/** The reason in one line. */
export function noticeReason({ reason }: Notice): string {
  const line = reason
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu, ' ')
    .trim()
  if (line.length <= LONGEST_REASON) return line
  // Half a character is none.
  return `${line.slice(0, LONGEST_REASON - 1).replace(/\p{Cs}$/u, '')}…`
}

/** `&`, `<` and `>` as references: what Slack and Grafana give a meaning to. */
export function withoutMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
