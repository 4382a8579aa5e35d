import { nodeId } from '../bodies/names.ts'
import { addComment, changeIssue, type IssueInput, openIssue } from '../routes/issue-changes.ts'
import { requireIssues } from '../routes/issue-labels.ts'
import type { Issue, Repository } from '../store.ts'
import { type GraphContext, readNodeId, requireRight, unknownId } from './context.ts'
import { GraphqlFailure } from './failure.ts'
import { commentNode, issueNode } from './nodes/issue.ts'

interface Mutation<Input> {
  readonly input: Input & { readonly clientMutationId?: string | null }
}

type Ids = readonly string[] | null

interface IssueFields {
  readonly title?: string | null
  readonly body?: string | null
  readonly labelIds?: Ids
  readonly assigneeIds?: Ids
  readonly projectIds?: Ids
  readonly milestoneId?: string | null
}

/** GitHub's mutations of issues, by name. */
export function issueMutations(context: GraphContext) {
  const { world, token } = context
  return {
    createIssue: ({ input }: Mutation<IssueFields & { repositoryId: string }>) => {
      const repository = findRepositoryById(context, input.repositoryId)
      requireRight(context, repository, { issues: 'write' })
      const issue = openIssue(world, repository, token, inputOf(context, repository, input))
      return payload(input, { issue: issueNode(context, repository, issue) })
    },
    updateIssue: ({ input }: Mutation<IssueFields & { id: string; state?: string | null }>) =>
      change(context, input, input.id, (repository) => ({
        ...inputOf(context, repository, input),
        ...(input.state && { state: input.state === 'CLOSED' ? 'closed' : 'open' }),
      })),
    closeIssue: ({ input }: Mutation<{ issueId: string; stateReason?: string | null }>) =>
      change(context, input, input.issueId, () => ({
        state: 'closed',
        state_reason: (input.stateReason ?? 'COMPLETED').toLowerCase(),
      })),
    reopenIssue: ({ input }: Mutation<{ issueId: string }>) =>
      change(context, input, input.issueId, () => ({ state: 'open', state_reason: 'reopened' })),
    addComment: ({ input }: Mutation<{ subjectId: string; body: string }>) => {
      const { repository, issue } = findIssueById(context, input.subjectId)
      requireRight(context, repository, { issues: 'write' })
      const comment = addComment(world, repository, token, issue, input.body)
      const node = commentNode(context, repository, issue, comment)
      return payload(input, { commentEdge: { cursor: node.id, node } })
    },
    ...labelMutations(context),
  }
}

interface Labels {
  readonly labelableId: string
  readonly labelIds: readonly string[]
}

function labelMutations(context: GraphContext) {
  return {
    addLabelsToLabelable: ({ input }: Mutation<Labels>) =>
      change(context, input, input.labelableId, (repository, issue) => ({
        labels: [...issue.labels, ...labelNamesOf(repository, input.labelIds)],
      })),
    removeLabelsFromLabelable: ({ input }: Mutation<Labels>) =>
      change(context, input, input.labelableId, (repository, issue) => {
        const gone = labelNamesOf(repository, input.labelIds)
        return { labels: issue.labels.filter((name) => !gone.includes(name)) }
      }),
    replaceActorsForAssignable: ({ input }: Mutation<Actors>) =>
      change(context, input, input.assignableId, () => ({
        assignees: [
          ...(input.actorLogins ?? []),
          ...(input.actorIds ?? []).map((id) => login(context, id)),
        ],
      })),
  }
}

interface Actors {
  readonly assignableId: string
  readonly actorIds?: Ids
  readonly actorLogins?: Ids
}

/** Changes an issue and gives it back under each name that a payload has for it. */
function change(
  context: GraphContext,
  input: { readonly clientMutationId?: string | null },
  id: string,
  inputFor: (repository: Repository, issue: Issue) => IssueInput,
) {
  const { repository, issue } = findIssueById(context, id)
  requireRight(context, repository, { issues: 'write' })
  const { world, token } = context
  changeIssue(world, repository, token, issue, inputFor(repository, issue))
  const node = issueNode(context, repository, issue)
  return payload(input, { issue: node, labelable: node, assignable: node })
}

function payload<Rest>(input: { readonly clientMutationId?: string | null }, rest: Rest) {
  return { clientMutationId: input.clientMutationId ?? null, ...rest }
}

function inputOf(context: GraphContext, repository: Repository, input: IssueFields): IssueInput {
  const { title, body, labelIds, assigneeIds, projectIds, milestoneId } = input
  if (milestoneId || (projectIds ?? []).length > 0) {
    throw new GraphqlFailure('UNPROCESSABLE', 'the sandbox builds no projects and no milestones')
  }
  return {
    ...(title != null && { title }),
    ...(body != null && { body }),
    ...(labelIds && { labels: labelNamesOf(repository, labelIds) }),
    ...(assigneeIds && { assignees: assigneeIds.map((id) => login(context, id)) }),
  }
}

function findRepositoryById({ world }: GraphContext, id: string): Repository {
  const repository = world.repositories.find((each) => nodeId('Repository', each.id) === id)
  if (repository === undefined) throw unknownId(id)
  return repository
}

function findIssueById({ world }: GraphContext, id: string) {
  for (const repository of world.repositories) {
    const issue = repository.issues.find((each: Issue) => nodeId('Issue', each.id) === id)
    if (issue === undefined) continue
    requireIssues(repository)
    return { repository, issue }
  }
  throw unknownId(id)
}

function labelNamesOf(repository: Repository, ids: readonly string[]) {
  return ids.map((id) => {
    const label = [...repository.labels.values()].find((each) => nodeId('Label', each.id) === id)
    if (label === undefined) throw unknownId(id)
    return label.name
  })
}

function login({ world }: GraphContext, id: string) {
  const { key } = readNodeId(id)
  const people = world.repositories.flatMap((each) => [...each.collaborators.keys()])
  const found = people.find((each) => String(world.accountId(each)) === key)
  if (found === undefined) throw unknownId(id)
  return found
}
