import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type Fixture, startFixture } from './fixture.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = await startFixture()
})
afterEach(() => fixture.close())

function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const token = fixture.github.issueToken({ permissions: { contents: 'read', issues: 'write' } })
  return fetch(`${fixture.github.url}/repos/acme/shop${path}`, {
    method,
    headers: { authorization: `token ${token}`, ...headers },
    ...(method === 'POST' && { body: JSON.stringify({ title: 'x' }) }),
  })
}

test('who shows the name of an answer again hears 304, until the answer is another', async () => {
  const first = await get('/issues')
  const etag = first.headers.get('etag') ?? ''
  expect(etag).toMatch(/^W\/"[0-9a-f]{64}"$/)
  const again = await get('/issues', { 'if-none-match': etag })
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
  await get('/issues', { 'if-none-match': etag }, 'POST')
  const changed = await get('/issues', { 'if-none-match': `"other", ${etag}` })
  expect([changed.status, (await changed.json()).length]).toEqual([200, 1])
})

test('what failed, and what was written, has no name', async () => {
  expect((await get('/issues/7')).headers.get('etag')).toBeNull()
  expect((await get('/issues', {}, 'POST')).headers.get('etag')).toBeNull()
})

test('every answer names the permission that opens its route', async () => {
  expect((await get('/issues')).headers.get('x-accepted-github-permissions')).toBe('issues=read')
  const made = await get('/issues', {}, 'POST')
  expect(made.headers.get('x-accepted-github-permissions')).toBe('issues=write')
})
