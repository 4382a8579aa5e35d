import { invalid, refuse } from '../refusal.ts'
import type { Comment, Issue, Repository, Token } from '../store.ts'
import type { World } from '../world.ts'
import { labelNames, mayTriage, requireIssues, setLabels } from './issue-labels.ts'

const maxTitle = 256
const maxBody = 65_536

/** What may be said about an issue. */
export interface IssueInput {
  readonly title?: unknown
  readonly body?: string | null
  readonly labels?: unknown
  readonly assignee?: string | null
  readonly assignees?: readonly unknown[]
  readonly state?: 'open' | 'closed'
  readonly state_reason?: string | null
}

/** Opens an issue. Refuses with 410 where issues are off, 422 for a bad title or text. */
export function openIssue(
  world: World,
  repository: Repository,
  token: Token,
  input: IssueInput,
): Issue {
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
    isLocked: false,
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    closedBy: null,
  }
  applyText(issue, input)
  applyTriage(world, repository, token, issue, input)
  repository.issues.push(issue)
  return issue
}

/** Changes what is given of an issue, and closes or opens it. */
export function changeIssue(
  world: World,
  repository: Repository,
  token: Token,
  issue: Issue,
  input: IssueInput,
): void {
  // What is refused half way must not have changed anything.
  const changed = { ...issue, updatedAt: world.now() }
  applyText(changed, input)
  applyTriage(world, repository, token, changed, input)
  if (input.state !== undefined && input.state !== issue.state) {
    changeState(world, token, changed, input)
  } else if (input.state_reason != null) changed.stateReason = input.state_reason
  Object.assign(issue, changed)
}

/** Adds a comment. Refuses an empty or too long one with 422, and a stranger's to a locked issue with 403. */
export function addComment(
  world: World,
  repository: Repository,
  token: Token,
  issue: Issue,
  body: string,
): Comment {
  requireText(body)
  if (issue.isLocked && !mayTriage(repository, token)) {
    refuse(403, 'Unable to create comment because issue is locked.')
  }
  const now = world.now()
  const comment = { id: world.nextId(), login: token.login, body, createdAt: now, updatedAt: now }
  issue.comments.push(comment)
  issue.updatedAt = now
  return comment
}

/** Refuses the text of a comment that GitHub would not take. */
export function requireText(body: string): void {
  if (body.trim() === '') {
    invalid({ resource: 'IssueComment', code: 'missing_field', field: 'body' })
  }
  if (body.length > maxBody) {
    const message = `body is too long (maximum is ${maxBody} characters)`
    invalid({ resource: 'IssueComment', code: 'custom', field: 'body', message })
  }
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

function changeState(world: World, token: Token, issue: Issue, input: IssueInput) {
  const isClosing = input.state === 'closed'
  issue.state = isClosing ? 'closed' : 'open'
  issue.stateReason = input.state_reason ?? (isClosing ? 'completed' : 'reopened')
  issue.closedAt = isClosing ? world.now() : null
  issue.closedBy = isClosing ? token.login : null
}
