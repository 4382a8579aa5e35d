import * as z from 'zod'
import { Failure } from '../../domain/failure.ts'
import type { Issue, Issues, NewIssue } from '../../ports/issues.ts'
import type { Client } from './client.ts'

const TRUSTED = ['OWNER', 'MEMBER', 'COLLABORATOR']

const Label = z.union([z.string(), z.object({ name: z.string().nullish() })])
const IssueAnswer = z
  .object({
    number: z.int().positive(),
    title: z.string(),
    body: z.string().nullish(),
    state: z.enum(['open', 'closed']),
    html_url: z.url(),
    labels: z.array(Label),
    user: z.object({ type: z.string() }).nullish(),
    author_association: z.string().optional(),
    closed_by: z.object({ login: z.string(), type: z.string() }).nullish(),
    pull_request: z.unknown().optional(),
  })
  .transform((i) => ({
    issue: {
      number: i.number,
      title: i.title,
      body: i.body ?? '',
      state: i.state,
      url: i.html_url,
      labels: i.labels.map((l) => (typeof l === 'string' ? l : (l.name ?? ''))),
      trusted: i.user?.type === 'Bot' || TRUSTED.includes(i.author_association ?? ''),
      // A bot closes nothing on a person's behalf.
      closedBy: i.closed_by?.type === 'User' ? i.closed_by.login : undefined,
    } satisfies Issue,
    isPullRequest: i.pull_request !== undefined && i.pull_request !== null,
  }))

const ISSUES = '/repos/{owner}/{repo}/issues'

export function githubIssues(client: Client): Issues {
  const one = (route: string, parameters: Record<string, unknown>) =>
    client.write(IssueAnswer, route, parameters).then((answer) => answer.issue)
  return {
    async withMarker(marker, state, { since, label } = {}) {
      const query = {
        ...{ state, sort: 'created', direction: 'asc' },
        ...(since && { since: since.toISOString() }),
        ...(label && { labels: label }),
      }
      const all = await client.list(IssueAnswer, `GET ${ISSUES}`, query)
      return all
        .filter((a) => !a.isPullRequest && a.issue.trusted && a.issue.body.includes(marker))
        .map((a) => a.issue)
    },
    async get(number) {
      const route = `GET ${ISSUES}/{issue_number}`
      return (await client.get(IssueAnswer, route, { issue_number: number })).issue
    },
    create: (issue) => createRobustly(issue, one),
    update: (number, change) =>
      one(`PATCH ${ISSUES}/{issue_number}`, { issue_number: number, ...change }),
    async comment(number, body) {
      await client.write(z.object({ id: z.number() }), `POST ${ISSUES}/{issue_number}/comments`, {
        issue_number: number,
        body,
      })
    },
  }
}

/** An issue without labels is better than none: GitHub refuses the whole issue when it refuses a label. */
async function createRobustly(
  { title, body, labels }: NewIssue,
  send: (route: string, parameters: Record<string, unknown>) => Promise<Issue>,
): Promise<Issue> {
  try {
    return await send(`POST ${ISSUES}`, { title, body, labels: [...labels] })
  } catch (error) {
    const labelled = labels.length > 0 && error instanceof Failure
    if (!labelled || !['rejected', 'forbidden'].includes(error.code)) throw error
    return send(`POST ${ISSUES}`, { title, body })
  }
}
