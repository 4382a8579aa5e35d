import { Failure } from '../domain/failure.ts'
import type { Clock } from '../ports/clock.ts'
import type { Issue, IssueFilter, Issues, NewIssue } from '../ports/issues.ts'
import { hasOpenEnd, hasQuickEnd } from './open-end.ts'

/** Two runs that create at once both see both after this time. */
const SETTLE_MS = 2000
/** A request whose answer is lost may be carried out late: how long an issue of it is looked for, in steps. */
const LOST_MS = [2000, 5000, 10_000, 20_000]

/** What an issue answers that was deleted or transferred. */
const LOST = ['absent', 'gone', 'moved']

interface Ports {
  readonly issues: Issues
  readonly clock: Clock
  /** Asked before an issue is created; throws where none is wanted any more. */
  readonly assertWanted?: (() => Promise<void>) | undefined
}

/**
 * Exactly one open issue with the marker, however often and however many at once run this: create, settle, list, keep
 * the lowest, close the rest. The marker must stand in the issue's body; the filter must let such an issue through.
 */
export async function oneIssue(
  marker: string,
  content: NewIssue,
  { issues, clock, assertWanted }: Ports,
  filter: IssueFilter = {},
): Promise<{ readonly issue: Issue; readonly created: boolean }> {
  const look = () => openWith(marker, filter, issues)
  const existing = await stillOpen(await look(), issues)
  if (existing.length === 0) await assertWanted?.()
  const created = existing.length === 0 ? await create(content, look, { issues, clock }) : undefined
  if (created !== undefined) await clock.sleep(SETTLE_MS)
  const known =
    created === undefined ? existing : [created, ...(await others(created, await look(), issues))]
  const lowest = known.reduce((a, b) => (b.number < a.number ? b : a))
  // Doubles that a run left behind which died before it could close them go as well.
  const doubles = new Set(known.map((i) => i.number).filter((n) => n !== lowest.number))
  for (const number of doubles) {
    await issues.comment(number, `Closed: the same as issue ${lowest.number}.`)
    await issues.update(number, { state: 'closed' })
  }
  return { issue: lowest, created: lowest.number === created?.number }
}

/** A list may show as open what was closed, deleted or transferred minutes ago. */
async function stillOpen(listed: readonly Issue[], issues: Issues): Promise<readonly Issue[]> {
  const now = await asTheyAre(listed, issues)
  return now.filter((i) => i.state === 'open')
}

/** Open issues beside an own new one. */
function others(
  { number }: Issue,
  listed: readonly Issue[],
  issues: Issues,
): Promise<readonly Issue[]> {
  return stillOpen(
    listed.filter((i) => i.number !== number),
    issues,
  )
}

/** Listed issues read one by one; what the repository does not have any more is left out. */
export async function asTheyAre(
  listed: readonly Issue[],
  issues: Issues,
): Promise<readonly Issue[]> {
  const numbers = [...new Set(listed.map((i) => i.number))]
  const now = await Promise.all(numbers.map((number) => unlessLost(issues.get(number))))
  return now.filter((i) => i !== undefined)
}

async function unlessLost(asked: Promise<Issue>): Promise<Issue | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Failure && LOST.includes(error.code)) return undefined
    throw error
  }
}

/** A list of many pages, and a filter, may be behind by minutes; the newest issues are seen all the same. */
async function openWith(
  marker: string,
  filter: IssueFilter,
  issues: Issues,
): Promise<readonly Issue[]> {
  const listed = await issues.withMarker(marker, 'open', filter)
  const newest = await issues.newest(marker)
  return [...listed, ...newest.filter((i) => i.state === 'open')]
}

/** Sent once more only when the first request has left no issue for so long that it will leave none. */
async function create(
  content: NewIssue,
  look: () => Promise<readonly Issue[]>,
  { issues, clock }: Ports,
): Promise<Issue> {
  try {
    return await issues.create(content)
  } catch (error) {
    if (!hasOpenEnd(error)) throw error
    // Who was silent for twenty seconds has had most of that time, and is not asked a second time.
    const isSilent = !hasQuickEnd(error)
    const found = await lookAgain(isSilent ? LOST_MS.slice(0, 2) : LOST_MS, look, clock)
    if (found !== undefined) return found
    if (isSilent) throw error
    return issues.create(content)
  }
}

/** The first issue that is seen after one of the pauses. */
async function lookAgain(
  pauses: readonly number[],
  look: () => Promise<readonly Issue[]>,
  clock: Clock,
): Promise<Issue | undefined> {
  for (const pause of pauses) {
    await clock.sleep(pause)
    const [found] = await look()
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * Issues that belong to a ledger entry are younger than it. An hour is left for clocks of runners and of GitHub that
 * differ.
 */
export function sinceEntry(time: string): Date {
  return new Date(Date.parse(time) - 3_600_000)
}
