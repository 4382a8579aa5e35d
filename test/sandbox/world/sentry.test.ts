import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { type Sentry, startSentry } from '../../../sandbox/world/sentry/sentry.ts'

// Processes and many requests, on a machine that others use too.
jest.setTimeout(60_000)

let sentry: Sentry
beforeEach(async () => {
  const all = ['org:read', 'project:read', 'project:releases', 'event:read'] as const
  const tokens = { full: all, reader: ['org:read'] as const }
  sentry = await startSentry({ tokens, now: () => new Date(Date.UTC(2026, 0, 5)) })
})
afterEach(() => sentry.close())

async function ask(path: string, options: { method?: string; token?: string; body?: object } = {}) {
  const { method = 'GET', token = 'full', body } = options
  const headers: Record<string, string> = token === '' ? {} : { authorization: `Bearer ${token}` }
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const answer = await fetch(`${sentry.url}/api/0/${path}`, { method, headers, ...sent })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
}

const RELEASES = 'organizations/acme/releases/'
const create = (version: string, token = 'full') =>
  ask(RELEASES, { method: 'POST', token, body: { version, projects: ['checkout-service'] } })

test('a release is created, read, finished and deployed', async () => {
  const version = 'app@2.0+build.5'
  const path = `${RELEASES}${encodeURIComponent(version)}/`
  expect((await ask(path)).status).toBe(404)
  expect([(await create(version)).status, (await create(version)).status]).toEqual([201, 208])
  expect((await ask(path)).body).toMatchObject({ version, dateReleased: null, deployCount: 0 })
  const dateReleased = '2026-01-05T01:00:00Z'
  expect((await ask(path, { method: 'PUT', body: { dateReleased } })).status).toBe(200)
  const deploy = { method: 'POST', body: { environment: 'production' } }
  expect((await ask(`${path}deploys/`, deploy)).status).toBe(201)
  expect((await ask(path)).body).toMatchObject({ dateReleased, deployCount: 1 })
  const listed = await ask('projects/acme/checkout-service/releases/')
  expect(listed.body.map((release: { version: string }) => release.version)).toEqual([version])
  expect((await ask(path, { method: 'DELETE' })).status).toBe(204)
  expect((await ask(path)).status).toBe(404)
})

test('no token, a wrong one, one without the right, and what does not exist, are told apart', async () => {
  await create('1.0.0')
  const answers = [
    await ask(RELEASES, { token: '' }),
    await ask(RELEASES, { token: 'guess' }),
    await create('1.1.0', 'reader'),
    await ask('organizations/other/releases/'),
    await ask('projects/acme/other/releases/'),
    await ask(`${RELEASES}9.9.9/`),
    await ask('organizations/acme/issues/', { token: 'reader' }),
    await ask('organizations/acme/unknown/'),
  ]
  expect(answers.map(({ status, body }) => [status, body.detail])).toEqual([
    [401, 'Authentication credentials were not provided.'],
    [401, 'Invalid token'],
    [403, 'You do not have permission to perform this action.'],
    [404, 'The requested resource does not exist'],
    [404, 'The requested resource does not exist'],
    [404, 'The requested resource does not exist'],
    [403, 'You do not have permission to perform this action.'],
    [404, 'The requested resource does not exist'],
  ])
  expect((await ask(`${RELEASES}1.0.0/`, { token: 'reader' })).status).toBe(200)
})

test.each([
  ['no version', { projects: ['checkout-service'] }, 'Invalid field: version'],
  [
    'a path as version',
    { version: 'a/b', projects: ['checkout-service'] },
    'Invalid field: version',
  ],
  ['no project', { version: '1', projects: [] }, 'Invalid field: projects'],
  ['an unknown project', { version: '1', projects: ['x'] }, 'Invalid project ids or slugs'],
])('refuses a release with %s', async (_case, body, detail) => {
  expect(await ask(RELEASES, { method: 'POST', body })).toEqual({ status: 400, body: { detail } })
})

test('sessions, in total and by release; a rate of nothing is null', async () => {
  sentry.setSessions('1.0.0', { total: 300, crashed: 3, users: 100, crashedUsers: 2 })
  sentry.setSessions('1.1.0', { total: 100, crashed: 5, users: 50, crashedUsers: 5 })
  const path = 'organizations/acme/sessions/?field=sum(session)&field=crash_free_rate(session)'
  const groups = async (more: string) => (await ask(path + more)).body.groups
  const rate = 'crash_free_rate(session)'
  expect((await groups(''))[0].totals).toEqual({ 'sum(session)': 400, [rate]: 0.98 })
  const one = await groups('&groupBy=release&query=release:1.1.0')
  expect(one).toMatchObject([
    { by: { release: '1.1.0' }, totals: { 'sum(session)': 100, [rate]: 0.95 } },
  ])
  expect((await groups('&query=release:9'))[0].totals).toEqual({ 'sum(session)': 0, [rate]: null })
  const unknown = await ask('organizations/acme/sessions/?field=sum(x)')
  expect(unknown).toEqual({ status: 400, body: { detail: 'Invalid field: "sum(x)"' } })
})

test('issues, by state and by first release', async () => {
  const issue = { level: 'error' as const, firstRelease: '1.1.0', count: 7, userCount: 3 }
  sentry.addIssue({ ...issue, title: 'TypeError', status: 'unresolved' })
  sentry.addIssue({ ...issue, title: 'Timeout', status: 'resolved' })
  const titles = async (query: string) => {
    const path = `projects/acme/checkout-service/issues/?query=${encodeURIComponent(query)}`
    return (await ask(path)).body.map((found: { title: string }) => found.title)
  }
  expect(await titles('is:unresolved firstRelease:"1.1.0"')).toEqual(['TypeError'])
  expect(await titles('firstRelease:1.1.0')).toEqual(['TypeError', 'Timeout'])
  expect(await titles('is:unresolved first-release:1.0.0')).toEqual([])
  expect((await ask('organizations/acme/issues/')).body[0]).toMatchObject({ count: '7' })
})

test('the faults of any server', async () => {
  const { faults } = sentry
  faults.add({ path: /releases/, fault: { kind: 'status', status: 503 }, times: 1 })
  expect((await ask(RELEASES)).status).toBe(503)
  expect((await ask(RELEASES)).status).toBe(200)
  faults.add({ path: /releases/, fault: { kind: 'html' } })
  await expect(ask(RELEASES)).rejects.toThrow('not valid JSON')
})

test('a rate is refused by status, a period is rounded to hours, and a project has its id', async () => {
  const path = 'organizations/acme/sessions/?field=crash_free_rate(session)'
  expect((await ask(`${path}&groupBy=session.status`)).status).toBe(400)
  const asked = '&start=2026-01-04T20:10:00Z&end=2026-01-04T22:10:00Z'
  const { body } = await ask(path + asked)
  expect([body.start, body.intervals.length]).toEqual(['2026-01-04T20:00:00.000Z', 3])
  const project = await ask('projects/acme/checkout-service/')
  expect(project.body).toMatchObject({ id: '1', slug: 'checkout-service' })
})

test('events are counted by release and message', async () => {
  sentry.addEvents({ release: '1.1.0', message: 'TOB_PARSE_ERROR in line 3', count: 11 })
  sentry.addEvents({ release: '1.0.0', message: 'TOB_PARSE_ERROR in line 4', count: 5 })
  const path = 'organizations/acme/events/?field=count()&query='
  const count = async (query: string) =>
    (await ask(path + encodeURIComponent(query))).body.data[0]['count()']
  expect(await count('release:"1.1.0" message:"*TOB_PARSE_ERROR*"')).toBe(11)
  expect(await count('message:"*TOB_PARSE_ERROR*"')).toBe(16)
  expect(await count('release:"1.1.0" message:"*other*"')).toBe(0)
})
