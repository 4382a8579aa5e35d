import { nodeId, pageUrl } from '../../bodies/names.ts'
import type { Comment, Issue, Repository } from '../../store.ts'
import { connection, none, type PageArguments } from '../connection.ts'
import type { GraphContext } from '../context.ts'
import { actorNode } from './actor.ts'
import { labelNode } from './label.ts'

/** An issue as GraphQL shows it. */
export function issueNode(context: GraphContext, repository: Repository, issue: Issue) {
  const { world } = context
  return {
    __typename: 'Issue',
    id: nodeId('Issue', issue.id),
    number: issue.number,
    title: issue.title,
    body: issue.body ?? '',
    url: issueUrl(context, repository, issue),
    state: issue.state.toUpperCase(),
    stateReason: issue.stateReason?.toUpperCase() ?? null,
    closed: issue.state === 'closed',
    closedAt: issue.closedAt,
    createdAt: issue.createdAt,
    updatedAt: issue.updatedAt,
    locked: issue.isLocked,
    author: () => actorNode(world, issue.login),
    authorAssociation: association(repository, issue.login),
    repository: () => context.show(repository),
    assignees: (bounds: PageArguments) =>
      connection('assignees', issue.assignees, bounds, (login) => actorNode(world, login)),
    labels: (bounds: PageArguments) =>
      connection('labels', labelsOf(repository, issue), bounds, labelNode),
    comments: (bounds: PageArguments) =>
      connection('comments', issue.comments, bounds, (comment) =>
        commentNode(context, repository, issue, comment),
      ),
    ...absentParts,
  }
}

/** What GitHub's issues can have and the sandbox's never have. */
const absentParts = {
  milestone: null,
  issueType: null,
  parent: null,
  reactionGroups: [],
  subIssuesSummary: { total: 0, completed: 0, percentCompleted: 0 },
  projectItems: (bounds: PageArguments) => none('projectItems', bounds),
  subIssues: (bounds: PageArguments) => none('subIssues', bounds),
  blockedBy: (bounds: PageArguments) => none('blockedBy', bounds),
  blocking: (bounds: PageArguments) => none('blocking', bounds),
}

/** A comment as GraphQL shows it. */
export function commentNode(
  context: GraphContext,
  repository: Repository,
  issue: Issue,
  comment: Comment,
) {
  return {
    id: nodeId('IssueComment', comment.id),
    author: () => actorNode(context.world, comment.login),
    authorAssociation: association(repository, comment.login),
    body: comment.body,
    createdAt: comment.createdAt,
    includesCreatedEdit: comment.updatedAt !== comment.createdAt,
    isMinimized: false,
    minimizedReason: null,
    reactionGroups: [],
    url: `${issueUrl(context, repository, issue)}#issuecomment-${comment.id}`,
    viewerDidAuthor: comment.login === context.token.login,
  }
}

function issueUrl({ world }: GraphContext, repository: Repository, issue: Issue) {
  return `${pageUrl(world, repository)}/issues/${issue.number}`
}

function labelsOf(repository: Repository, issue: Issue) {
  return issue.labels
    .map((name) => repository.labels.get(name.toLowerCase()))
    .filter((label) => label !== undefined)
}

function association(repository: Repository, login: string) {
  if (login === repository.owner) return 'OWNER'
  return repository.collaborators.has(login) ? 'COLLABORATOR' : 'NONE'
}
