import { issueBody } from '../bodies/issue.ts'
import { paged } from '../page.ts'
import { invalid } from '../refusal.ts'
import { type Call, created, found, ok, route } from '../route.ts'
import type { Issue, Repository, Token } from '../store.ts'
import type { World } from '../world.ts'
import { findIssue, labelNames, mayTriage, requireIssues, setLabels } from './labels.ts'

const maxTitle = 256
const maxBody = 65_536

/** Issues of a repository. */
export const issueRoutes = [
  route('GET /repos/{owner}/{repo}/issues', { issues: 'read' }, listIssues),
  route('POST /repos/{owner}/{repo}/issues', { issues: 'write' }, createIssue),
  route('GET /repos/{owner}/{repo}/issues/{issue_number}', { issues: 'read' }, (call) => {
    const issue = findIssue(call.repository, call.input.issue_number)
    return ok(issueBody(call.world, call.repository, issue))
  }),
  route('PATCH /repos/{owner}/{repo}/issues/{issue_number}', { issues: 'write' }, changeIssue),
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
  return paged(call, ordered, (issue) => issueBody(world, repository, issue))
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

interface IssueInput {
  readonly title?: unknown
  readonly body?: string | null
  readonly labels?: unknown
  readonly assignee?: string | null
  readonly assignees?: readonly unknown[]
  readonly state?: 'open' | 'closed'
  readonly state_reason?: string | null
}

function createIssue({ world, repository, token, input }: Call<IssueInput>) {
  requireIssues(repository)
  const now = world.now()
  const issue: Issue = {
    id: world.nextId(),
    number: repository.issues.length + 1,
    login: token.login,
    title: '',
    body: null,
    state: 'open',
    stateReason: null,
    labels: [],
    assignees: [],
    comments: [],
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    closedBy: null,
  }
  applyText(issue, input)
  applyTriage(world, repository, token, issue, input)
  repository.issues.push(issue)
  return created(issueBody(world, repository, issue))
}

function changeIssue(call: Call<IssueInput & { readonly issue_number: number }>) {
  const { world, repository, token, input } = call
  const issue = found(findIssue(repository, input.issue_number))
  applyText(issue, input)
  applyTriage(world, repository, token, issue, input)
  if (input.state !== undefined && input.state !== issue.state) changeState(call, issue)
  else if (input.state_reason != null) issue.stateReason = input.state_reason
  issue.updatedAt = world.now()
  return ok(issueBody(world, repository, issue))
}

function applyText(issue: Issue, input: IssueInput) {
  if (input.title !== undefined && input.title !== null) issue.title = String(input.title)
  if (input.body !== undefined) issue.body = input.body
  const text = { title: [issue.title, maxTitle], body: [issue.body ?? '', maxBody] } as const
  for (const [field, [value, limit]] of Object.entries(text)) {
    if (value.length <= limit) continue
    const message = `${field} is too long (maximum is ${limit} characters)`
    invalid({ resource: 'Issue', code: 'custom', field, message })
  }
  if (issue.title.trim() === '') {
    invalid({ resource: 'Issue', code: 'missing_field', field: 'title' })
  }
}

/** Labels and assignees of somebody without triage rights are silently dropped, as GitHub does. */
function applyTriage(
  world: World,
  repository: Repository,
  token: Token,
  issue: Issue,
  input: IssueInput,
) {
  if (!mayTriage(repository, token)) return
  if (input.labels !== undefined) setLabels(world, repository, issue, labelNames(input.labels))
  const assignees = input.assignees ?? (input.assignee == null ? undefined : [input.assignee])
  if (assignees !== undefined) {
    issue.assignees = assignees.map(String).filter((login) => repository.collaborators.has(login))
  }
}

function changeState({ world, token, input }: Call<IssueInput>, issue: Issue) {
  const isClosing = input.state === 'closed'
  issue.state = isClosing ? 'closed' : 'open'
  issue.stateReason = input.state_reason ?? (isClosing ? 'completed' : 'reopened')
  issue.closedAt = isClosing ? world.now() : null
  issue.closedBy = isClosing ? token.login : null
}
