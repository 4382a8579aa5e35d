import { tokenFor } from '../../auth.ts'
import { nodeId, pageUrl } from '../../bodies/names.ts'
import { rulesetsOf } from '../../routes/rulesets.ts'
import type { Issue, Repository } from '../../store.ts'
import { connection, none, type PageArguments } from '../connection.ts'
import type { GraphContext } from '../context.ts'
import { GraphqlFailure } from '../failure.ts'
import { actorNode } from './actor.ts'
import { issueNode } from './issue.ts'
import { labelFields } from './label.ts'
import { objectNode } from './object.ts'
import { refNode } from './ref.ts'
import { releaseFields } from './release.ts'

/** A repository as GraphQL shows it. */
export function repositoryNode(context: GraphContext, repository: Repository): object {
  const { world } = context
  const page = pageUrl(world, repository)
  return {
    __typename: 'Repository',
    id: nodeId('Repository', repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: repository.fullName,
    owner: () => actorNode(world, repository.owner),
    url: page,
    sshUrl: `${page}.git`,
    description: null,
    isPrivate: repository.private,
    parent: null,
    hasIssuesEnabled: repository.hasIssues,
    hasWikiEnabled: false,
    mergeCommitAllowed: true,
    rebaseMergeAllowed: true,
    squashMergeAllowed: true,
    viewerPermission: () => permissionOf(context, repository),
    defaultBranchRef: () => refNode(context, repository, `refs/heads/${repository.defaultBranch}`),
    ref: ({ qualifiedName }: { readonly qualifiedName: string }) =>
      refNode(context, repository, qualifiedName),
    object: (asked: Parameters<typeof objectNode>[2]) => objectNode(context, repository, asked),
    assignableUsers: (bounds: PageArguments) =>
      connection('assignableUsers', [...repository.collaborators.keys()], bounds, (login) =>
        actorNode(world, login),
      ),
    pullRequests: (bounds: PageArguments) => none('pullRequests', bounds),
    rulesets: (bounds: PageArguments) => rulesetConnection(context, repository, bounds),
    ...labelFields(repository),
    ...releaseFields(context, repository),
    ...issueFields(context, repository),
  }
}

interface IssueArguments extends PageArguments {
  readonly states?: readonly string[] | null
  readonly labels?: readonly string[] | null
  readonly filterBy?: {
    readonly assignee?: string | null
    readonly createdBy?: string | null
    readonly mentioned?: string | null
    readonly labels?: readonly string[] | null
    readonly since?: string | null
    readonly states?: readonly string[] | null
  } | null
  readonly orderBy?: { readonly direction: 'ASC' | 'DESC'; readonly field: string } | null
}

function issueFields(context: GraphContext, repository: Repository) {
  const render = (issue: Issue) => issueNode(context, repository, issue)
  const issue = ({ number }: { readonly number: number }) => {
    const found = repository.issues.find((each) => each.number === number)
    if (found !== undefined) return render(found)
    const message = `Could not resolve to an issue or pull request with the number of ${number}.`
    throw new GraphqlFailure('NOT_FOUND', message)
  }
  return {
    issue,
    issueOrPullRequest: issue,
    issues: (bounds: IssueArguments) => {
      const found = repository.issues.filter((each) => matches(each, bounds))
      const sorted = found.toSorted((a, b) => rank(a, bounds).localeCompare(rank(b, bounds)))
      const isDown = bounds.orderBy?.direction === 'DESC'
      return connection('issues', isDown ? sorted.toReversed() : sorted, bounds, render)
    },
  }
}

function matches(issue: Issue, { states, labels, filterBy }: IssueArguments) {
  const wanted = [...(labels ?? []), ...(filterBy?.labels ?? [])].map((name) => name.toLowerCase())
  const own = issue.labels.map((name) => name.toLowerCase())
  const allowed = states ?? filterBy?.states ?? ['OPEN', 'CLOSED']
  return (
    allowed.includes(issue.state.toUpperCase()) &&
    wanted.every((name) => own.includes(name)) &&
    [undefined, null, issue.login].includes(filterBy?.createdBy) &&
    [undefined, null, ...issue.assignees].includes(filterBy?.assignee) &&
    (!filterBy?.mentioned || (issue.body ?? '').includes(`@${filterBy.mentioned}`)) &&
    issue.updatedAt >= (filterBy?.since ?? '')
  )
}

function rank(issue: Issue, { orderBy }: IssueArguments) {
  const number = String(issue.number).padStart(9, '0')
  if (orderBy?.field === 'COMMENTS') return String(issue.comments.length).padStart(9, '0') + number
  return (orderBy?.field === 'UPDATED_AT' ? issue.updatedAt : issue.createdAt) + number
}

function rulesetConnection({ world }: GraphContext, repository: Repository, bounds: PageArguments) {
  return connection('rulesets', rulesetsOf(world, repository), bounds, ({ id, name, rules }) => ({
    databaseId: id,
    name,
    target: 'BRANCH',
    enforcement: 'ACTIVE',
    source: { __typename: 'Repository', nameWithOwner: repository.fullName },
    rules: () => ({ totalCount: rules.length }),
  }))
}

function permissionOf({ token }: GraphContext, repository: Repository) {
  if (token.kind === 'user') {
    return (repository.collaborators.get(token.login) ?? 'read').toUpperCase()
  }
  return tokenFor(token, repository).permissions.contents === 'write' ? 'WRITE' : 'READ'
}
