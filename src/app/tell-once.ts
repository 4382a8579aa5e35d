import { Failure, failureLine } from '../domain/failure.ts'
import type { Entry, ReleaseKey } from '../domain/ledger/entry.ts'
import { openNoticePath } from '../domain/ledger/path.ts'
import { toldOf } from '../domain/ledger/told.ts'
import type { Notice } from '../domain/report/notice.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ledger } from './ledger.ts'
import { meantBy, type NoticePorts, tellAll, withLines } from './notify.ts'

/** The entry that a notice tells of: the record says who was told of it. */
export interface About {
  /** In whose chain it stands. */
  readonly chain: ReleaseKey
  /** Undefined where there is none: then nothing is recorded. */
  readonly entry: (entries: readonly Entry[]) => Entry | undefined
}

export interface TellPorts {
  readonly ledger: Ledger
  readonly clock: Clock
  readonly notices: NoticePorts
}

/** The run that has written what is to be told has so long to tell it, milliseconds. */
const OWN_MS = 60_000

/**
 * The report with a line for every channel that had to be told. A channel that was told is recorded, and not told again
 * by a later run; one that was not, or of which nobody can say it, is told by the next run. Never throws and changes
 * nothing else.
 */
export async function tellOnce<R extends { readonly summary?: readonly string[] }>(
  report: R,
  notice: Notice,
  about: About,
  ports: TellPorts,
): Promise<R & { readonly summary: readonly string[] }> {
  const meant = meantBy(notice.event, ports.notices).map(({ name }) => name)
  if (meant.length === 0) return withLines(report, [])
  const standing = await standingOf(notice, about, meant, ports)
  if (standing === undefined) return withLines(report, [])
  const { entry, before } = standing
  const said = before.map((name) => `${name} was told before: ${notice.event}.`)
  const left = meant.filter((name) => !before.includes(name))
  if (left.length === 0) return withLines(report, said)
  const other = entry === undefined ? undefined : teller(entry, ports)
  if (other !== undefined)
    return withLines(report, [...said, `Run ${other} tells ${left.join(', ')}: ${notice.event}.`])
  const { lines, told } = await tellAll({ ...notice, entry: entry?.seq }, left, ports.notices)
  const isAll = told.length === left.length
  if (entry !== undefined && told.length > 0)
    await record({ notice, about, entry, told, isAll }, ports)
  return withLines(report, [...said, ...lines])
}

/** Whether this process has been at it before. */
function isTried(
  { event }: Notice,
  { chain }: About,
  entry: Entry | undefined,
  { tried }: NoticePorts,
): boolean {
  if (entry === undefined) return false
  const key = JSON.stringify([event, chain, entry.seq])
  if (tried.has(key)) return true
  tried.add(key)
  return false
}

interface Standing {
  readonly entry: Entry | undefined
  /** Channels that were told before. */
  readonly before: readonly string[]
}

/**
 * As the record has it now, or had it a moment ago; undefined where this process has been at it before. Where it cannot
 * be read at all, nobody was told: twice is better than never.
 */
async function standingOf(
  notice: Notice,
  about: About,
  meant: readonly string[],
  { ledger, notices }: TellPorts,
): Promise<Standing | undefined> {
  const { event } = notice
  const look = async (): Promise<Standing> => {
    const entries = await ledger.history(about.chain)
    const entry = about.entry(entries)
    const told = entry === undefined ? [] : toldOf(entries, event, entry.seq)
    return { entry, before: meant.filter((name) => told.includes(name)) }
  }
  let known: Standing = { entry: undefined, before: [] }
  try {
    known = await look()
    if (isTried(notice, about, known.entry, notices)) return undefined
    if (known.before.length === meant.length) return known
    ledger.refresh()
    return await look()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    notices.log.warning(`who was told of ${event} cannot be read: ${failureLine(error)}`)
    return known
  }
}

/** The other run that is about to tell, because it wrote the entry a moment ago. */
function teller({ run, time }: Entry, { ledger, clock }: TellPorts): number | undefined {
  const age = clock.now().getTime() - Date.parse(time)
  return run.id !== ledger.run && age < OWN_MS ? run.id : undefined
}

interface Telling {
  readonly notice: Notice
  readonly about: About
  readonly entry: Entry
  readonly told: readonly string[]
  /** Nobody is left to be told. */
  readonly isAll: boolean
}

async function record(
  { notice: { event }, about: { chain }, entry: { seq, kind }, told, isAll }: Telling,
  { ledger, notices: { log } }: TellPorts,
): Promise<void> {
  const close = isAll && kind === 'outcome' ? [openNoticePath(chain)] : []
  try {
    await ledger.append(chain, (entries) => {
      const before = toldOf(entries, event, seq)
      const channels = told.filter((name) => !before.includes(name))
      if (channels.length === 0) return undefined
      const payload = { event, about: seq, channels }
      return { draft: { kind: 'told', payload }, planHash: entries.at(-1)?.planHash ?? null, close }
    })
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const who = told.join(', ')
    log.warning(
      `that ${who} was told is not recorded, and may be told again: ${failureLine(error)}`,
    )
  }
}
