import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type Fixture, shop, startFixture, statusOf } from './fixture.ts'

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
