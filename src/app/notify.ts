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
  /** What this process has tried to tell: a failure is left to the next one. */
  readonly tried: Set<string>
  readonly log: Log
}

/** The channels that have to be told of an event. */
export function meantBy(
  event: NoticeEvent,
  { channels }: Pick<NoticePorts, 'channels'>,
): readonly NoticeChannel[] {
  return channels.filter(({ events }) => events.includes(event))
}

/**
 * The report with a line for every channel that had to be told, of what no entry stands for. Never throws and changes
 * nothing else: what cannot be told is a warning, because a release does not fail for a message.
 */
export async function withNotice<R extends { readonly summary?: readonly string[] }>(
  report: R,
  notice: Notice,
  ports: NoticePorts,
): Promise<R & { readonly summary: readonly string[] }> {
  const names = meantBy(notice.event, ports).map(({ name }) => name)
  return withLines(report, (await tellAll(notice, names, ports)).lines)
}

/** The report with more lines in its summary. */
export function withLines<R extends { readonly summary?: readonly string[] }>(
  report: R,
  lines: readonly string[],
): R & { readonly summary: readonly string[] } {
  return { ...report, summary: [...(report.summary ?? []), ...lines] }
}

/** Tell channels by their names: a line for each, and which of them have taken it. Never throws. */
export async function tellAll(
  notice: Notice,
  names: readonly string[],
  { channels, log }: Pick<NoticePorts, 'channels' | 'log'>,
): Promise<{ readonly lines: readonly string[]; readonly told: readonly string[] }> {
  const meant = channels.filter(({ name }) => names.includes(name))
  const answers = await Promise.all(meant.map((channel) => told(channel, notice, log)))
  return {
    lines: answers.map(({ line }) => line),
    told: answers.flatMap(({ name, isTold }) => (isTold ? [name] : [])),
  }
}

async function told({ name, secret, notifier }: NoticeChannel, notice: Notice, log: Log) {
  try {
    if (notifier === undefined)
      throw new Failure('absent', `the secret ${secret} is empty`, 'Set it and pass it by name')
    await notifier.tell(notice)
    return { name, isTold: true, line: `${name} was told: ${notice.event}.` }
  } catch (error) {
    const line = `${name} was not told: ${lineOf(error)}`
    log.warning(line)
    return { name, isTold: false, line: inert(line) }
  }
}
