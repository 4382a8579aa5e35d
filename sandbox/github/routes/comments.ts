import { commentBody } from '../bodies/issue.ts'
import { paged } from '../page.ts'
import { type Call, created, found, noContent, ok, route } from '../route.ts'
import type { Comment, Issue, Repository } from '../store.ts'
import { addComment, requireText } from './issue-changes.ts'
import { findIssue } from './issue-labels.ts'

const issuesOrPulls = [{ issues: 'write' }, { pull_requests: 'write' }] as const

/** Comments of issues. */
export const commentRoutes = [
  route('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', { issues: 'read' }, (call) => {
    const { world, repository, input } = call
    const issue = findIssue(repository, input.issue_number)
    const list = issue.comments.filter(({ updatedAt }) => updatedAt >= (input.since ?? ''))
    return paged(call, list, (comment) => commentBody(world, repository, issue, comment))
  }),
  route('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', issuesOrPulls, (call) => {
    const { world, repository, token, input } = call
    const issue = findIssue(repository, input.issue_number)
    const comment = addComment(world, repository, token, issue, input.body)
    return created(commentBody(world, repository, issue, comment))
  }),
  route('GET /repos/{owner}/{repo}/issues/comments', { issues: 'read' }, listComments),
  route('GET /repos/{owner}/{repo}/issues/comments/{comment_id}', { issues: 'read' }, (call) => {
    const { issue, comment } = findComment(call.repository, call.input.comment_id)
    return ok(commentBody(call.world, call.repository, issue, comment))
  }),
  route('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', issuesOrPulls, (call) => {
    const { world, repository, input } = call
    const { issue, comment } = findComment(repository, input.comment_id)
    requireText(input.body)
    comment.body = input.body
    comment.updatedAt = world.now()
    return ok(commentBody(world, repository, issue, comment))
  }),
  route('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', issuesOrPulls, (call) => {
    const { issue, comment } = findComment(call.repository, call.input.comment_id)
    issue.comments = issue.comments.filter((each) => each !== comment)
    return noContent()
  }),
]

interface ListInput {
  readonly sort?: 'created' | 'updated' | undefined
  readonly direction?: 'asc' | 'desc' | undefined
  readonly since?: string | undefined
}

function listComments(call: Call<ListInput>) {
  const { world, repository, input } = call
  const when = ({ comment }: Found) =>
    input.sort === 'updated' ? comment.updatedAt : comment.createdAt
  const sorted = repository.issues
    .flatMap((issue) => issue.comments.map((comment) => ({ issue, comment })))
    .filter(({ comment }) => comment.updatedAt >= (input.since ?? ''))
    .toSorted((a, b) => when(a).localeCompare(when(b)) || a.comment.id - b.comment.id)
  // Without `sort` GitHub does not look at the direction.
  const isDown = input.sort !== undefined && input.direction !== 'asc'
  return paged(call, isDown ? sorted.toReversed() : sorted, ({ issue, comment }) =>
    commentBody(world, repository, issue, comment),
  )
}

interface Found {
  readonly issue: Issue
  readonly comment: Comment
}

function findComment(repository: Repository, id: number | bigint): Found {
  const all = repository.issues.flatMap((issue) =>
    issue.comments.map((comment) => ({ issue, comment })),
  )
  return found(all.find(({ comment }) => comment.id === Number(id)))
}
