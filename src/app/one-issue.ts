import type { Clock } from '../ports/clock.ts'
import type { Issue, IssueFilter, Issues, NewIssue } from '../ports/issues.ts'

/** GitHub's list shows a new issue within this time; two runs that create at once both see both after it. */
const SETTLE_MS = 2000

/**
 * Exactly one open issue with the marker, however often and however many at once run this: create, settle, list, keep
 * the lowest, close the rest. The marker must stand in the issue's body; the filter must let such an issue through.
 */
export async function oneIssue(
  marker: string,
  content: NewIssue,
  { issues, clock }: { issues: Issues; clock: Clock },
  filter: IssueFilter = {},
): Promise<{ readonly issue: Issue; readonly created: boolean }> {
  const existing = await issues.withMarker(marker, 'open', filter)
  const created = existing.length === 0 ? await issues.create(content) : undefined
  if (created !== undefined) await clock.sleep(SETTLE_MS)
  const listed =
    created === undefined
      ? existing
      : [created, ...(await issues.withMarker(marker, 'open', filter))]
  const lowest = listed.reduce((a, b) => (b.number < a.number ? b : a))
  // Doubles that a run left behind which died before it could close them go as well.
  const doubles = [...new Map(listed.map((i) => [i.number, i])).values()].filter(
    (i) => i.number !== lowest.number,
  )
  for (const { number } of doubles) {
    await issues.comment(number, `Closed: the same as issue ${lowest.number}.`)
    await issues.update(number, { state: 'closed' })
  }
  return { issue: lowest, created: lowest.number === created?.number }
}

/**
 * Issues that belong to a ledger entry are younger than it. An hour is left for clocks of runners and of GitHub that
 * differ.
 */
export function sinceEntry(time: string): Date {
  return new Date(Date.parse(time) - 3_600_000)
}
