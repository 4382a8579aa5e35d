import * as z from 'zod'
import { Failure } from '../../domain/failure.ts'
import type { Issue, Issues, NewIssue } from '../../ports/issues.ts'
import type { Client } from './client.ts'
import { PageAddress } from './page-address.ts'

const TRUSTED = ['OWNER', 'MEMBER', 'COLLABORATOR']

const Label = z.union([z.string(), z.object({ name: z.string().nullish() })])
const IssueAnswer = z
  .object({
    number: z.int().positive(),
    title: z.string(),
    body: z.string().nullish(),
    state: z.enum(['open', 'closed']),
    html_url: PageAddress,
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
      return ours(await client.list(IssueAnswer, `GET ${ISSUES}`, query), marker)
    },
    newest: async (marker) => ours(await newest(client), marker),
    get: async (number) => (await single(client, number)).issue,
    create: (issue) => createRobustly({ ...issue, labels: possible(issue.labels) }, one),
    update: (number, { labels, ...change }) =>
      one(`PATCH ${ISSUES}/{issue_number}`, {
        ...{ issue_number: number, ...change },
        ...(labels && { labels: possible(labels) }),
      }),
    async comment(number, body) {
      await client.write(z.object({ id: z.number() }), `POST ${ISSUES}/{issue_number}/comments`, {
        issue_number: number,
        body,
      })
    },
  }
}

/** Characters of the longest label that GitHub takes; a longer one costs the whole issue. */
const LONGEST_LABEL = 50

function possible(labels: readonly string[]): readonly string[] {
  return labels.filter((label) => label.length <= LONGEST_LABEL)
}

type Answer = z.infer<typeof IssueAnswer>

function ours(answers: readonly Answer[], marker: string): Issue[] {
  return answers
    .filter((a) => !a.isPullRequest && a.issue.trusted && a.issue.body.includes(marker))
    .map((a) => a.issue)
}

/** How many are listed, and how many beyond the list are looked for. */
const NEWEST = 100

/** Issues and pull requests share their numbers, which have no gaps but deleted and transferred ones. */
async function newest(client: Client): Promise<Answer[]> {
  const query = { state: 'all', sort: 'created', direction: 'desc', per_page: NEWEST }
  const found = await client.get(IssueAnswer.array(), `GET ${ISSUES}`, query)
  const first = 1 + Math.max(0, ...found.map((a) => a.issue.number))
  for (let number = first; number < first + NEWEST; number++) {
    const answer = await existing(client, number)
    if (answer === 'none') break
    if (answer !== 'deleted') found.push(answer)
  }
  return found
}

async function existing(client: Client, number: number): Promise<Answer | 'none' | 'deleted'> {
  try {
    return await single(client, number)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    if (error.code === 'absent') return 'none'
    if (['gone', 'moved'].includes(error.code)) return 'deleted'
    throw error
  }
}

/** Where an issue was transferred GitHub leads to it, in another repository under another number. */
async function single(client: Client, number: number): Promise<Answer> {
  const route = `GET ${ISSUES}/{issue_number}`
  const answer = await client.get(IssueAnswer, route, { issue_number: number })
  if (answer.issue.number === number) return answer
  throw new Failure('moved', `GitHub answered with another issue than ${number}`)
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
