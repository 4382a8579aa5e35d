import { issueBody, listedIssueBody } from '../bodies/issue.ts'
import { paged } from '../page.ts'
import { refuse } from '../refusal.ts'
import { type Call, created, noContent, ok, route } from '../route.ts'
import type { Issue } from '../store.ts'
import { changeIssue, openIssue } from './issue-changes.ts'
import { findIssue, mayTriage } from './issue-labels.ts'

/** Issues of a repository. */
export const issueRoutes = [
  route('GET /repos/{owner}/{repo}/issues', { issues: 'read' }, listIssues),
  route('POST /repos/{owner}/{repo}/issues', { issues: 'write' }, (call) => {
    const { world, repository, token, input } = call
    return created(issueBody(world, repository, openIssue(world, repository, token, input)))
  }),
  route('GET /repos/{owner}/{repo}/issues/{issue_number}', { issues: 'read' }, (call) => {
    const issue = findIssue(call.repository, call.input.issue_number)
    return ok(issueBody(call.world, call.repository, issue))
  }),
  route('PATCH /repos/{owner}/{repo}/issues/{issue_number}', { issues: 'write' }, (call) => {
    const { world, repository, token, input } = call
    const issue = findIssue(repository, input.issue_number)
    changeIssue(world, repository, token, issue, input)
    return ok(issueBody(world, repository, issue))
  }),
  route('PUT /repos/{owner}/{repo}/issues/{issue_number}/lock', { issues: 'write' }, lockAs(true)),
  route(
    'DELETE /repos/{owner}/{repo}/issues/{issue_number}/lock',
    { issues: 'write' },
    lockAs(false),
  ),
]

interface IssueFilter {
  readonly state?: 'open' | 'closed' | 'all'
  readonly labels?: string | undefined
  readonly creator?: string
  readonly assignee?: string
  readonly since?: string | undefined
  readonly sort?: 'created' | 'updated' | 'comments'
  readonly direction?: 'asc' | 'desc' | undefined
}

function listIssues(call: Call<IssueFilter>) {
  // Where issues are off, GitHub still lists: there could be pull requests.
  const { world, repository, input } = call
  const sorted = repository.issues
    .filter((issue) => matches(issue, input))
    .toSorted((a, b) => rank(a, input.sort) - rank(b, input.sort) || a.number - b.number)
  const ordered = input.direction === 'asc' ? sorted : sorted.toReversed()
  return paged(call, ordered, (issue) => listedIssueBody(world, repository, issue))
}

function matches(issue: Issue, filter: IssueFilter) {
  const state = filter.state ?? 'open'
  const wanted = (filter.labels ?? '').split(',').filter((name) => name !== '')
  const own = new Set(issue.labels.map((name) => name.toLowerCase()))
  return (
    (state === 'all' || issue.state === state) &&
    wanted.every((name) => own.has(name.toLowerCase())) &&
    (filter.creator === undefined || filter.creator === issue.login) &&
    isAssigned(issue, filter.assignee) &&
    (filter.since === undefined || issue.updatedAt >= filter.since)
  )
}

function isAssigned(issue: Issue, assignee: string | undefined) {
  if (assignee === undefined || assignee === '*') {
    return assignee === undefined || issue.assignees.length > 0
  }
  return assignee === 'none' ? issue.assignees.length === 0 : issue.assignees.includes(assignee)
}

function rank(issue: Issue, sort: IssueFilter['sort'] = 'created') {
  if (sort === 'comments') return issue.comments.length
  return Date.parse(sort === 'updated' ? issue.updatedAt : issue.createdAt)
}

type IssueCall = Call<{ readonly issue_number: number }>

/** A locked issue takes comments from people who write here only. */
function lockAs(isLocked: boolean) {
  return ({ repository, token, input }: IssueCall) => {
    const issue = findIssue(repository, input.issue_number)
    if (!mayTriage(repository, token)) refuse(403, 'Must have admin rights to Repository.')
    issue.isLocked = isLocked
    return noContent()
  }
}
