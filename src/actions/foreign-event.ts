import { Failure } from '../domain/failure.ts'

/** What people without write access cause, in runs that hold the token and the secrets of the repository all the same. */
const FOREIGN: readonly string[] = [
  ...['pull_request_target', 'workflow_run', 'issue_comment', 'issues', 'discussion'],
  ...['discussion_comment', 'fork', 'gollum', 'watch'],
]

/**
 * Nothing is changed for an event that anybody can cause: neither releases nor traffic, ledger, issues.
 * @throws Failure `foreign-event` naming the event.
 */
export function refuseForeignEvent(event: string): void {
  if (!FOREIGN.includes(event)) return
  throw new Failure(
    'foreign-event',
    `nothing is changed for the event ${event}, which people without write access can cause`,
    'Start it by workflow_dispatch: a workflow of this event may do so once it has checked who asks. A dry run is allowed',
  )
}
