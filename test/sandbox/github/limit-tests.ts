import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Limits } from '../../../sandbox/github/index.ts'
import { type Fixture, start, startFixture } from './fixture.ts'

const hour = 3600
const issues = '/repos/acme/shop/issues'
const repository = '/repos/acme/shop'
const post = { method: 'POST', body: JSON.stringify({ title: 'x' }) }

/** Declares what any limits do to clients: the same tests for small numbers and for GitHub's own. */
export function limitTests(limits: Limits): void {
  const { primary, content } = limits
  let fixture: Fixture
  let seconds: number
  beforeEach(async () => {
    seconds = 0
    const clock = () => new Date(Date.parse(start) + seconds * 1000)
    fixture = await startFixture({}, { limits, clock })
  })
  afterEach(() => fixture.close())

  const caller = (login?: string) => {
    const token = fixture.github.issueToken({
      permissions: { issues: 'write', contents: 'write' },
      ...(login && { login }),
    })
    return async (path: string, init: RequestInit = {}) => {
      const headers = { authorization: `token ${token}`, ...init.headers }
      const answer = await fetch(`${fixture.github.url}${path}`, { ...init, headers })
      return { status: answer.status, headers: answer.headers, text: await answer.text() }
    }
  }

  test(`${content.minute} writes a minute: the next one hears when to come back, and may then`, async () => {
    const call = caller()
    for (let count = 0; count < content.minute; count += 1) {
      expect((await call(issues, post)).status).toBe(201)
    }
    seconds = 20
    const refused = await call(issues, post)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([403, '40'])
    expect(refused.text).toContain('You have exceeded a secondary rate limit')
    expect(fixture.github.issues('acme/shop')).toHaveLength(content.minute)
    expect((await call(issues)).status).toBe(200)
    expect((await caller('another-app[bot]')(issues, post)).status).toBe(201)
    seconds = 61
    expect((await call(issues, post)).status).toBe(201)
  })

  test(`${content.hour} writes an hour, however slowly they come`, async () => {
    const call = caller()
    for (let count = 0; count < content.hour; count += 1) {
      // As fast as the minute allows.
      seconds = Math.floor((count * 60) / content.minute)
      const name = { method: 'POST', body: JSON.stringify({ name: `l${count}` }) }
      expect((await call(`${repository}/labels`, name)).status).toBe(201)
    }
    seconds += 60
    const refused = await call(issues, post)
    const wait = String(hour - seconds)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([403, wait])
    seconds = hour
    expect((await call(issues, post)).status).toBe(201)
  })

  test(`${primary.app} requests an hour for all jobs of a repository; 304 and asking cost nothing`, async () => {
    const [one, other] = [caller(), caller()]
    const first = await one(repository)
    expect(first.headers.get('x-ratelimit-limit')).toBe(String(primary.app))
    expect(first.headers.get('x-ratelimit-remaining')).toBe(String(primary.app - 1))
    const known = { headers: { 'if-none-match': first.headers.get('etag') ?? '' } }
    expect((await one(repository, known)).status).toBe(304)
    expect(JSON.parse((await other('/rate_limit')).text).rate).toMatchObject({ used: 1 })
    for (let count = 1; count < primary.app; count += 1) await (count % 2 ? one : other)(repository)
    seconds = 60
    const refused = await other(repository)
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('API rate limit exceeded for installation')
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0')
    const reset = Date.parse(start) / 1000 + hour
    expect(refused.headers.get('x-ratelimit-reset')).toBe(String(reset))
    seconds = hour
    expect((await one(repository)).status).toBe(200)
  })

  test('GraphQL has points of its own, and says with status 200 that they are used up', async () => {
    const call = caller()
    const query = { method: 'POST', body: JSON.stringify({ query: '{ viewer { login } }' }) }
    const limited = await call('/graphql', query)
    expect(limited.headers.get('x-ratelimit-resource')).toBe('graphql')
    for (let count = 1; count < primary.app; count += 1) await call('/graphql', query)
    const refused = await call('/graphql', query)
    const [error] = JSON.parse(refused.text).errors
    expect([refused.status, error.type]).toEqual([200, 'RATE_LIMITED'])
    expect((await call(repository)).status).toBe(200)
  })
}
