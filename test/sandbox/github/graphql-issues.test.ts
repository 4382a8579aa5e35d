import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type Fixture, shop, startFixture } from './fixture.ts'

let fixture: Fixture
let token: string
beforeEach(async () => {
  fixture = await startFixture({ collaborators: { ada: 'admin' }, labels: ['bug'] })
  token = fixture.github.issueToken({ permissions: { issues: 'write' } })
  const { rest } = fixture.client()
  await rest.issues.create({ ...shop, title: 'one', labels: ['bug'] })
  await rest.issues.create({ ...shop, title: 'two', assignees: ['ada'] })
  await rest.issues.create({ ...shop, title: 'three' })
  await rest.issues.update({ ...shop, issue_number: 3, state: 'closed' })
})
afterEach(() => fixture.close())

async function ask(query: string, variables: object = {}, as = token) {
  const answer = await fetch(fixture.github.graphqlUrl, {
    method: 'POST',
    headers: { authorization: `bearer ${as}` },
    body: JSON.stringify({ query, variables }),
  })
  return JSON.parse(await answer.text())
}

const list = (bounds: string) =>
  `{ repository(owner: "acme", name: "shop") {
    issues(${bounds}) { totalCount nodes { number title state } pageInfo { hasNextPage endCursor } }
  } }`

test('lists come page by page, by state, label and person', async () => {
  const numbers = async (bounds: string) => {
    const { nodes } = (await ask(list(bounds))).data.repository.issues
    return nodes.map(({ number }: { number: number }) => number)
  }
  const order = 'orderBy: { field: CREATED_AT, direction: DESC }'
  const first = (await ask(list(`first: 2, ${order}`))).data.repository.issues
  expect([first.totalCount, first.pageInfo.hasNextPage]).toEqual([3, true])
  expect(await numbers(`first: 2, ${order}, after: "${first.pageInfo.endCursor}"`)).toEqual([1])
  expect(await numbers('last: 1')).toEqual([3])
  expect(await numbers('first: 9, states: OPEN')).toEqual([1, 2])
  expect(await numbers('first: 9, labels: ["bug"]')).toEqual([1])
  expect(await numbers('first: 9, filterBy: { assignee: "ada" }')).toEqual([2])
})

test.each([
  ['states: OPEN', 'MISSING_PAGINATION_BOUNDARIES'],
  ['first: 101', 'EXCESSIVE_PAGINATION'],
  ['first: 1, after: "x"', 'INVALID_CURSOR_ARGUMENTS'],
])('a list asked for with %s is refused', async (bounds, type) => {
  expect((await ask(list(bounds))).errors[0].type).toBe(type)
})

test('issues are opened, commented, changed and closed', async () => {
  const { id } = (await ask('{ repository(owner: "acme", name: "shop") { id } }')).data.repository
  const made = await ask(
    'mutation ($input: CreateIssueInput!) { createIssue(input: $input) { issue { id number } } }',
    { input: { repositoryId: id, title: 'four', body: 'text' } },
  )
  const { issue } = made.data.createIssue
  expect(issue.number).toBe(4)
  const told = await ask(
    'mutation ($input: AddCommentInput!) { addComment(input: $input) { commentEdge { node { url } } } }',
    { input: { subjectId: issue.id, body: 'hello' } },
  )
  expect(told.data.addComment.commentEdge.node.url).toMatch(/\/issues\/4#issuecomment-\d+$/)
  const closed = await ask(
    'mutation ($input: CloseIssueInput!) { closeIssue(input: $input) { issue { state stateReason } } }',
    { input: { issueId: issue.id, stateReason: 'NOT_PLANNED' } },
  )
  expect(closed.data.closeIssue.issue).toEqual({ state: 'CLOSED', stateReason: 'NOT_PLANNED' })
  const { rest } = fixture.client()
  const { data } = await rest.issues.get({ ...shop, issue_number: 4 })
  expect(data).toMatchObject({ state: 'closed', state_reason: 'not_planned', comments: 1 })
})

test('who may not write, and ids and numbers that lead nowhere, are refused by type', async () => {
  const reader = fixture.github.issueToken({ permissions: { issues: 'read' } })
  const issue = '{ repository(owner: "acme", name: "shop") { issue(number: 1) { id } } }'
  const { id } = (await ask(issue)).data.repository.issue
  const close = 'mutation ($id: ID!) { closeIssue(input: { issueId: $id }) { issue { id } } }'
  expect((await ask(close, { id }, reader)).errors[0].type).toBe('FORBIDDEN')
  expect((await ask(close, { id: 'x' })).errors[0].type).toBe('NOT_FOUND')
  expect((await ask(issue.replace('1', '9'))).errors[0].type).toBe('NOT_FOUND')
  const elsewhere = await ask('{ repository(owner: "acme", name: "gone") { id } }')
  expect(elsewhere.errors[0]).toMatchObject({ type: 'NOT_FOUND', path: ['repository'] })
})

test('a search finds by qualifiers, and refuses what it cannot look for', async () => {
  const search = (query: string) =>
    ask(
      'query ($q: String!) { search(type: ISSUE, query: $q, first: 9) { issueCount nodes { ... on Issue { number } } } }',
      { q: query },
    )
  const found = await search('repo:acme/shop type:issue state:open')
  expect(found.data.search).toEqual({ issueCount: 2, nodes: [{ number: 2 }, { number: 1 }] })
  expect((await search('label:bug')).data.search.issueCount).toBe(1)
  expect((await search('some words')).errors[0].message).toMatch(/does not build/)
})
