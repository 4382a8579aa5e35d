import type { Comment, Issue, Label, Repository } from '../store.ts'
import type { World } from '../world.ts'
import { apiUrl, nodeId, pageUrl } from './names.ts'
import { userBody } from './user.ts'

/** The labels that GitHub gives a new repository. */
const standardLabels = [
  'bug',
  'documentation',
  'duplicate',
  'enhancement',
  'good first issue',
  'help wanted',
  'invalid',
  'question',
  'wontfix',
]

/** GitHub's `label`. */
export function labelBody(world: World, repository: Repository, label: Label) {
  return {
    id: label.id,
    node_id: nodeId('Label', label.id),
    url: `${apiUrl(world, repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    description: label.description,
    default: standardLabels.includes(label.name),
  }
}

/** GitHub's `issue` as a list shows it. */
export function listedIssueBody(world: World, repository: Repository, issue: Issue) {
  const url = `${apiUrl(world, repository)}/issues/${issue.number}`
  const assignees = issue.assignees.map((login) => userBody(world, login))
  return {
    id: issue.id,
    node_id: nodeId('Issue', issue.id),
    url,
    repository_url: apiUrl(world, repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: `${pageUrl(world, repository)}/issues/${issue.number}`,
    number: issue.number,
    state: issue.state,
    state_reason: issue.stateReason,
    title: issue.title,
    body: issue.body,
    user: userBody(world, issue.login),
    labels: labelBodies(world, repository, issue),
    assignee: assignees[0] ?? null,
    assignees,
    milestone: null,
    locked: issue.isLocked,
    active_lock_reason: null,
    comments: issue.comments.length,
    closed_at: issue.closedAt,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    author_association: repository.collaborators.has(issue.login) ? 'COLLABORATOR' : 'NONE',
    reactions: { url: `${url}/reactions`, total_count: 0, ...noReactions },
    timeline_url: `${url}/timeline`,
    performed_via_github_app: null,
  }
}

const noReactions = {
  '+1': 0,
  '-1': 0,
  laugh: 0,
  hooray: 0,
  confused: 0,
  heart: 0,
  rocket: 0,
  eyes: 0,
}

/** GitHub's `issue` on its own: it also says who closed it. */
export function issueBody(world: World, repository: Repository, issue: Issue) {
  const closer = issue.closedBy === null ? null : userBody(world, issue.closedBy)
  return { ...listedIssueBody(world, repository, issue), closed_by: closer }
}

/** The labels of an issue as GitHub lists them. */
export function labelBodies(world: World, repository: Repository, issue: Issue) {
  return issue.labels
    .map((name) => repository.labels.get(name.toLowerCase()))
    .filter((label) => label !== undefined)
    .map((label) => labelBody(world, repository, label))
}

/** GitHub's `issue-comment`. */
export function commentBody(world: World, repository: Repository, issue: Issue, comment: Comment) {
  const api = `${apiUrl(world, repository)}/issues`
  const page = `${pageUrl(world, repository)}/issues/${issue.number}`
  return {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    url: `${api}/comments/${comment.id}`,
    issue_url: `${api}/${issue.number}`,
    html_url: `${page}#issuecomment-${comment.id}`,
    body: comment.body,
    user: userBody(world, comment.login),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: repository.collaborators.has(comment.login) ? 'COLLABORATOR' : 'NONE',
  }
}
