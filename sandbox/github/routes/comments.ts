import { commentBody } from '../bodies/issue.ts'
import { paged } from '../page.ts'
import { invalid } from '../refusal.ts'
import { created, found, ok, route } from '../route.ts'
import type { Comment } from '../store.ts'
import { findIssue } from './labels.ts'

const maxBody = 65_536
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
    requireText(input.body)
    const now = world.now()
    const comment: Comment = {
      id: world.nextId(),
      login: token.login,
      body: input.body,
      createdAt: now,
      updatedAt: now,
    }
    issue.comments.push(comment)
    issue.updatedAt = now
    return created(commentBody(world, repository, issue, comment))
  }),
  route('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', issuesOrPulls, (call) => {
    const { world, repository, input } = call
    const withComment = (id: number) => (each: Comment) => each.id === id
    const isWanted = withComment(Number(input.comment_id))
    const issue = found(repository.issues.find(({ comments }) => comments.some(isWanted)))
    const comment = found(issue.comments.find(isWanted))
    requireText(input.body)
    comment.body = input.body
    comment.updatedAt = world.now()
    return ok(commentBody(world, repository, issue, comment))
  }),
]

function requireText(body: string) {
  if (body.trim() === '') {
    invalid({ resource: 'IssueComment', code: 'missing_field', field: 'body' })
  }
  if (body.length > maxBody) {
    const message = `body is too long (maximum is ${maxBody} characters)`
    invalid({ resource: 'IssueComment', code: 'custom', field: 'body', message })
  }
}
