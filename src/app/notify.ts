import { Failure, lineOf } from '../domain/failure.ts'
import { inert } from '../domain/report/markdown.ts'
import type { Notice, NoticeEvent } from '../domain/report/notice.ts'
import type { Log } from '../ports/log.ts'
import type { Notifier } from '../ports/notifier.ts'

/** A way to tell people that the config names. */
export interface NoticeChannel {
  /** For people, for example `Slack`. */
  readonly name: string
  readonly events: readonly NoticeEvent[]
  /** Name of its secret. */
  readonly secret: string
  /** Undefined where the secret is empty. */
  readonly notifier: Notifier | undefined
}

export interface NoticePorts {
  readonly channels: readonly NoticeChannel[]
  readonly log: Log
}

/**
 * The report with a line for every channel that had to be told. Never throws and changes nothing else: what cannot be
 * told is a warning, because a release does not fail for a message.
 */
export async function withNotice<R extends { readonly summary?: readonly string[] }>(
  report: R,
  notice: Notice,
  { channels, log }: NoticePorts,
): Promise<R & { readonly summary: readonly string[] }> {
  const meant = channels.filter(({ events }) => events.includes(notice.event))
  const lines = await Promise.all(meant.map((channel) => told(channel, notice, log)))
  return { ...report, summary: [...(report.summary ?? []), ...lines] }
}

async function told(
  { name, secret, notifier }: NoticeChannel,
  notice: Notice,
  log: Log,
): Promise<string> {
  try {
    if (notifier === undefined)
      throw new Failure('absent', `the secret ${secret} is empty`, 'Set it and pass it by name')
    await notifier.tell(notice)
    return `${name} was told: ${notice.event}.`
  } catch (error) {
    const line = `${name} was not told: ${lineOf(error)}`
    log.warning(line)
    return inert(line)
  }
}
