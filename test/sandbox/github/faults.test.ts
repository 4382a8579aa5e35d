import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type Fixture, shop, start, startFixture, statusOf } from './fixture.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = await startFixture()
})
afterEach(() => fixture.close())

const path = /^\/repos\/acme\/shop\/issues$/

function post(signal?: AbortSignal) {
  const token = fixture.github.issueToken({ permissions: { issues: 'write' } })
  return fetch(`${fixture.github.url}/repos/acme/shop/issues`, {
    method: 'POST',
    headers: { authorization: `token ${token}` },
    body: JSON.stringify({ title: 'x' }),
    ...(signal && { signal }),
  })
}

const made = () => fixture.github.issues('acme/shop').length

test('before: the request has no effect; as often as it says, then all is well', async () => {
  fixture.github.faults.push({ method: 'POST', path, times: 2, before: 500 })
  expect([(await post()).status, (await post()).status, made()]).toEqual([500, 500, 0])
  expect([(await post()).status, made()]).toEqual([201, 1])
})

test('after: the effect stands but the answer is lost', async () => {
  fixture.github.faults.push({ path, after: 502 }, { path, after: 'reset' })
  expect([(await post()).status, made()]).toEqual([502, 1])
  await expect(post()).rejects.toThrow('fetch failed')
  expect(made()).toBe(2)
  expect(fixture.github.requests.map(({ status }) => status)).toEqual([502, 0])
})

test('a cut connection, a page instead of JSON, an answer of our own', async () => {
  const headers = { 'retry-after': '7' }
  fixture.github.faults.push(
    { path, before: 'reset' },
    { path, before: 'html' },
    { path, before: { status: 403, headers, body: { message: 'secondary rate limit' } } },
  )
  await expect(post()).rejects.toThrow('fetch failed')
  const page = await post()
  expect([page.status, page.headers.get('content-type')]).toEqual([502, 'text/html'])
  const limited = await post()
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([403, '7'])
  expect(await limited.json()).toEqual({ message: 'secondary rate limit' })
  expect(made()).toBe(0)
})

test('silence and delay', async () => {
  fixture.github.faults.push({ path, before: 'hang' })
  await expect(post(AbortSignal.timeout(100))).rejects.toThrow('timeout')
  fixture.github.faults.push({ path, before: 'delay', delayMs: 60 })
  const from = performance.now()
  expect((await post()).status).toBe(201)
  expect(performance.now() - from).toBeGreaterThan(50)
})

test('a fault hits only what it names', async () => {
  const { rest } = fixture.client()
  fixture.github.faults.push({ method: 'POST', path, before: 500 })
  expect(await statusOf(rest.issues.listForRepo(shop))).toBe(200)
  expect(await statusOf(rest.repos.get(shop))).toBe(200)
  expect((await post()).status).toBe(500)
})

test('the first half of an answer, then a broken connection; and an answer without an end', async () => {
  const get = (signal?: AbortSignal) =>
    fetch(`${fixture.github.url}/repos/acme/shop`, { ...(signal && { signal }) })
  fixture.github.faults.push({ path: /shop$/, after: 'cut' })
  const cut = await get()
  expect(cut.status).toBe(200)
  await expect(cut.text()).rejects.toThrow('terminated')
  fixture.github.faults.push({ path: /shop$/, before: 'endless' })
  const endless = await get(AbortSignal.timeout(200))
  expect(endless.status).toBe(200)
  await expect(endless.text()).rejects.toThrow('timeout')
})

test('a list that lags shows what was there so long ago, issue by issue', async () => {
  await fixture.close()
  let seconds = 0
  const clock = () => new Date(Date.parse(start) + seconds * 1000)
  fixture = await startFixture({}, { clock })
  const { rest } = fixture.client()
  const titles = async () =>
    (await rest.issues.listForRepo({ ...shop, state: 'all' })).data.map((issue) => issue.title)
  await rest.issues.create({ ...shop, title: 'before' })
  fixture.github.faults.push({ method: 'GET', path, stale: 30_000, times: 4 })
  await rest.issues.create({ ...shop, title: 'one' })
  seconds = 10
  await rest.issues.update({ ...shop, issue_number: 2, title: 'changed' })
  expect(await titles()).toEqual(['before'])
  seconds = 30
  expect(await titles()).toEqual(['one', 'before'])
  // What is asked for by its number is there at once.
  expect((await rest.issues.get({ ...shop, issue_number: 2 })).data.title).toBe('changed')
  seconds = 40
  expect(await titles()).toEqual(['changed', 'before'])
})

test('faults hit GraphQL and git as any other route', async () => {
  const token = fixture.github.issueToken({ permissions: { contents: 'write' } })
  fixture.github.faults.push(
    { path: /^\/graphql$/, before: 502 },
    { path: /info\/refs$/, before: 503 },
  )
  const headers = { authorization: `token ${token}` }
  const graphql = await fetch(fixture.github.graphqlUrl, { method: 'POST', headers, body: '{}' })
  const refs = `${fixture.github.url}/acme/shop.git/info/refs?service=git-upload-pack`
  expect([graphql.status, (await fetch(refs)).status]).toEqual([502, 503])
})

test('a fault tells reads of GraphQL from writes, and so does the list of requests', async () => {
  fixture.github.faults.push({ path: /^\/graphql$/, operation: 'mutation', before: 502 })
  const token = fixture.github.issueToken({ permissions: { contents: 'write' } })
  const headers = { authorization: `token ${token}` }
  const ask = async (query: string, variables = {}) => {
    const body = JSON.stringify({ query, variables })
    return (await fetch(fixture.github.graphqlUrl, { method: 'POST', headers, body })).status
  }
  const read = 'query name($a: String!) { repository(owner: $a, name: "x") { id } }'
  expect(await ask(read, { a: 'a mutation' })).toBe(200)
  expect(await ask('mutation { __typename }')).toBe(502)
  expect(fixture.github.requests.map(({ operation }) => operation)).toEqual(['query', 'mutation'])
})
