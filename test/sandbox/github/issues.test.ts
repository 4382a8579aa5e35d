import { afterEach, expect, test } from '@jest/globals'
import { type Fixture, refusalOf, shop, startFixture, statusOf } from './fixture.ts'

let fixture: Fixture
afterEach(() => fixture.close())

test('an issue is made with labels, also new ones, and found again in the list', async () => {
  fixture = await startFixture({ labels: ['incident'] })
  const { rest } = fixture.client({ issues: 'write' })
  const { data } = await rest.issues.create({
    ...shop,
    title: 'Freeze',
    body: '<!-- marker -->',
    labels: ['Incident', 'release-freeze'],
  })
  expect(data).toMatchObject({
    number: 1,
    state: 'open',
    user: { login: 'github-actions[bot]', type: 'Bot' },
    html_url: `${fixture.github.url}/acme/shop/issues/1`,
  })
  const names = (labels: readonly (string | { name?: string })[]) =>
    labels.map((label) => (typeof label === 'string' ? label : label.name))
  expect(names(data.labels)).toEqual(['incident', 'release-freeze'])
  expect(fixture.github.labels('acme/shop').map(({ name }) => name)).toEqual([
    'incident',
    'release-freeze',
  ])
  await rest.issues.create({ ...shop, title: 'other' })
  const listed = await rest.issues.listForRepo({ ...shop, labels: 'release-freeze,INCIDENT' })
  expect(listed.data.map(({ number }) => number)).toEqual([1])
})

test('a person without triage rights keeps the issue but loses the labels', async () => {
  const person = (login: string) =>
    ({ login, kind: 'user', permissions: { issues: 'write' } }) as const
  fixture = await startFixture(
    { labels: ['incident'], collaborators: { tim: 'triage', rita: 'read' } },
    { tokens: { tim: person('tim'), rita: person('rita') } },
  )
  for (const token of ['tim', 'rita']) {
    const input = { ...shop, title: token, labels: ['incident', 'new'], assignees: ['tim'] }
    expect((await fixture.clientOf(token).rest.issues.create(input)).status).toBe(201)
  }
  const [byTim, byRita] = fixture.github.issues('acme/shop')
  expect(byTim).toMatchObject({ labels: ['incident', 'new'], assignees: ['tim'] })
  expect(byRita).toMatchObject({ labels: [], assignees: [] })
  const { rest } = fixture.clientOf('rita')
  expect(await statusOf(rest.issues.addLabels({ ...shop, issue_number: 2, labels: ['x'] }))).toBe(
    403,
  )
})

test('an issue closes with a reason and opens again', async () => {
  fixture = await startFixture()
  const { rest } = fixture.client({ issues: 'write' })
  await rest.issues.create({ ...shop, title: 'Tracking' })
  const issue = { ...shop, issue_number: 1 }
  const closed = await rest.issues.update({ ...issue, state: 'closed', body: 'done' })
  expect(closed.data).toMatchObject({
    state: 'closed',
    state_reason: 'completed',
    body: 'done',
    closed_at: '2026-03-04T05:06:07Z',
    closed_by: { login: 'github-actions[bot]' },
  })
  expect((await rest.issues.listForRepo(shop)).data).toEqual([])
  expect((await rest.issues.listForRepo({ ...shop, state: 'closed' })).data).toHaveLength(1)
  expect((await rest.issues.listForRepo({ ...shop, state: 'all' })).data).toHaveLength(1)
  const open = await rest.issues.update({ ...issue, state: 'open' })
  expect(open.data).toMatchObject({ state: 'open', state_reason: 'reopened', closed_at: null })
  const skipped = { ...issue, state: 'closed', state_reason: 'not_planned' } as const
  expect((await rest.issues.update(skipped)).data.state_reason).toBe('not_planned')
  expect(await statusOf(rest.issues.get({ ...shop, issue_number: 7 }))).toBe(404)
})

test('lists are cut into pages that lead to each other by repository id', async () => {
  fixture = await startFixture()
  const { rest, request, paginate } = fixture.client({ issues: 'write' })
  for (const title of ['a', 'b', 'c', 'd', 'e']) await rest.issues.create({ ...shop, title })
  const middle = await rest.issues.listForRepo({ ...shop, per_page: 2, page: 2, direction: 'asc' })
  expect(middle.data.map(({ title }) => title)).toEqual(['c', 'd'])
  const links = Object.fromEntries(
    (middle.headers.link ?? '').split(', ').map((part) => {
      const [, url = '', rel = ''] = /^<(.+)>; rel="(.+)"$/.exec(part) ?? []
      return [rel, url]
    }),
  )
  expect(Object.keys(links).sort()).toEqual(['first', 'last', 'next', 'prev'])
  expect(links.next).toMatch(/\/repositories\/\d+\/issues\?per_page=2&page=3&direction=asc$/)
  const next = await request(`GET ${links.next}`)
  expect(next.data.map(({ title }: { title: string }) => title)).toEqual(['e'])
  const all = await paginate(rest.issues.listForRepo, { ...shop, per_page: 2 })
  expect(all.map(({ title }) => title)).toEqual(['e', 'd', 'c', 'b', 'a'])
  expect((await rest.issues.listForRepo(shop)).headers.link).toBeUndefined()
})

test('comments stand in the order they were made', async () => {
  fixture = await startFixture()
  const { rest } = fixture.client({ issues: 'write' })
  await rest.issues.create({ ...shop, title: 'x' })
  const issue = { ...shop, issue_number: 1 }
  const first = await rest.issues.createComment({ ...issue, body: 'first' })
  const second = await rest.issues.createComment({ ...issue, body: 'second' })
  expect(second.data.id).toBeGreaterThan(first.data.id)
  await rest.issues.updateComment({ ...shop, comment_id: first.data.id, body: 'changed' })
  const { data } = await rest.issues.listComments(issue)
  expect(data.map(({ body }) => body)).toEqual(['changed', 'second'])
  expect((await rest.issues.get(issue)).data.comments).toBe(2)
  expect(await refusalOf(rest.issues.createComment({ ...issue, body: ' ' }))).toBe(
    '422 Validation Failed missing_field',
  )
})

test('labels are made once, and put onto issues', async () => {
  fixture = await startFixture()
  const { rest } = fixture.client({ issues: 'write' })
  await rest.issues.createLabel({ ...shop, name: 'incident', color: 'ff0000', description: 'now' })
  expect(await refusalOf(rest.issues.createLabel({ ...shop, name: 'Incident' }))).toBe(
    '422 Validation Failed already_exists',
  )
  expect(await refusalOf(rest.issues.createLabel({ ...shop, name: 'x', color: '#fff' }))).toBe(
    '422 Validation Failed invalid',
  )
  const { data } = await rest.issues.listLabelsForRepo(shop)
  expect(data).toMatchObject([{ name: 'incident', color: 'ff0000', description: 'now' }])
  await rest.issues.create({ ...shop, title: 'x' })
  const added = await rest.issues.addLabels({ ...shop, issue_number: 1, labels: ['incident'] })
  expect(added.data.map(({ name }) => name)).toEqual(['incident'])
  expect(await statusOf(rest.issues.getLabel({ ...shop, name: 'gone' }))).toBe(404)
})

test('where issues are off, nothing is made', async () => {
  fixture = await startFixture({ hasIssues: false })
  const { rest } = fixture.client({ issues: 'write' })
  const off = '410 Issues has been disabled in this repository.'
  expect(await refusalOf(rest.issues.create({ ...shop, title: 'x' }))).toBe(off)
  expect(await refusalOf(rest.issues.get({ ...shop, issue_number: 1 }))).toBe(off)
  expect((await rest.issues.listForRepo(shop)).data).toEqual([])
})

test('an empty title and a body beyond 65,536 characters are refused', async () => {
  fixture = await startFixture()
  const { rest } = fixture.client({ issues: 'write' })
  expect(await refusalOf(rest.issues.create({ ...shop, title: ' ' }))).toBe(
    '422 Validation Failed missing_field',
  )
  const long = { ...shop, title: 'x', body: 'y'.repeat(65_537) }
  expect(await refusalOf(rest.issues.create(long))).toBe('422 Validation Failed custom')
  expect(fixture.github.issues('acme/shop')).toEqual([])
})
