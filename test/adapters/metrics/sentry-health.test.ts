import { expect, test } from '@jest/globals'
import type { Objective } from '../../../src/domain/judging/objective.ts'
import { type Answer, json, type Seen, serve } from '../../actions/server.ts'
import { connect, look, NOW, objectiveOf, WINDOW } from './rig.ts'
import { type Health, type Paths, sentry, sentryConfig, sessions } from './sentry.ts'

interface Asked {
  readonly health?: Health | undefined
  readonly paths?: Paths
  readonly config?: object
  readonly from?: Date
}

async function ask(query: string, objective: Partial<Objective>, asked: Asked = {}) {
  const { health = { sessions: 1000 }, paths = {}, config = {}, from = WINDOW.from } = asked
  await using server = await serve(sentry('health' in asked ? asked.health : health, paths))
  const whole = { ...sentryConfig(server.url), ...config }
  const connected = connect(whole, { origins: [server.url] })
  const evidence = await look(connected, objectiveOf({ query, ...objective }), { ...WINDOW, from })
  return { ...evidence, seen: [...server.seen] }
}

const free = (limit: number): Partial<Objective> => ({
  unit: 'ratio',
  limit,
  direction: 'at-least',
})
const parametersOf = ({ url }: Seen) => new URL(url, 'http://it').searchParams
const count: Partial<Objective> = { unit: 'count', limit: 10 }

test('crash-free sessions pass when their lower bound keeps the limit, and fail below it', async () => {
  const at = (freeSessions: number, all: number) =>
    ask('crash-free-sessions', free(0.99), { health: { sessions: all, freeSessions } })
  expect(await at(0.998, 10_000)).toMatchObject({ verdict: 'pass', samples: 10_000, value: 0.998 })
  const unsure = await at(0.992, 500)
  expect(unsure).toMatchObject({ verdict: 'inconclusive', value: 0.992 })
  // Wilson, 4 crashes of 500 at 95 %.
  expect(unsure.answer).toBe('99.2 %, surely at least 97.96 %')
  expect(await at(0.98, 500)).toMatchObject({ verdict: 'fail' })
})

test('crashed users are over active users, not over sessions', async () => {
  const health = { sessions: 9000, freeSessions: 0.999, users: 1000, freeUsers: 0.97 }
  const rate = await ask('crashed-users', { unit: 'ratio', limit: 0.02 }, { health })
  expect(rate).toMatchObject({ verdict: 'fail', samples: 1000 })
  expect(rate.value).toBeCloseTo(0.03, 9)
})

test.each([
  ['sessions', { limit: 1, direction: 'at-least' }, 1000],
  ['users', { limit: 1, direction: 'at-least' }, 1000],
] as const)('%s are counted', async (query, objective, value) => {
  expect(await ask(query, objective)).toMatchObject({ verdict: 'pass', value })
})

test('adoption is the share of the sessions of all releases', async () => {
  const own = sessions({ sessions: 100 })
  const all = sessions({ sessions: 400 })
  const answer: Answer = (request, response) =>
    (parametersOf(request).has('query') ? own : all)(request, response)
  const paths = { '/organizations/acme/sessions/': answer }
  const adoption = await ask('adoption', free(0.1), { paths })
  expect(adoption).toMatchObject({ verdict: 'pass', value: 0.25, samples: 400 })
})

test('events are counted by message, of the release and the environment, in the window', async () => {
  const paths: Paths = {
    '/organizations/acme/events/': (_, r) => json(r, { data: [{ 'count()': 11 }] }),
  }
  const from = new Date(NOW.getTime() - 86_400_000)
  const evidence = await ask('events:TOB_PARSE_ERROR', count, { paths, from })
  expect(evidence).toMatchObject({ verdict: 'fail', value: 11, samples: 1000 })
  const sent = evidence.seen.map(parametersOf).find((each) => each.has('dataset'))
  expect(Object.fromEntries(sent ?? [])).toMatchObject({
    ...{ dataset: 'errors', field: 'count()', project: '7', environment: 'production' },
    query: 'release:"web@1.2.0" message:"*TOB_PARSE_ERROR*"',
    ...{ start: from.toISOString(), end: NOW.toISOString() },
  })
})

const outcomes = (outcome: string, quantity: number): Answer => {
  return (_, r) => json(r, { groups: [{ by: { outcome }, totals: { 'sum(quantity)': quantity } }] })
}

test('[OG-40] events that Sentry dropped are said, and no number of the rest is taken', async () => {
  const events: Answer = (_, r) => json(r, { data: [{ 'count()': 1 }] })
  const lost = { '/organizations/acme/stats_v2/': outcomes('rate_limited', 40) }
  const paths = { '/organizations/acme/events/': events, ...lost }
  const dropped = await ask('events:TOB_PARSE_ERROR', count, { paths })
  expect(dropped.verdict).toBe('inconclusive')
  expect(dropped.answer).toContain('Sentry dropped 40 events of web, environment production')
  const taken = { ...paths, '/organizations/acme/stats_v2/': outcomes('accepted', 40) }
  expect(await ask('events:TOB_PARSE_ERROR', count, { paths: taken })).toMatchObject({
    verdict: 'pass',
  })
})

/** Pages of issues, and the header that leads from one to the next. */
function issuePages(sizes: readonly number[], last = 'results="false"'): Answer {
  return (request, response) => {
    const page = Number(parametersOf(request).get('cursor')?.split(':')[1] ?? 0)
    const more = page + 1 < sizes.length ? 'results="true"' : last
    const next = `<https://elsewhere.example/>; rel="next"; ${more}; cursor="0:${page + 1}:0"`
    response.setHeader('link', `<>; rel="previous"; results="false"; cursor="0:0:1", ${next}`)
    const first = sizes.slice(0, page).reduce((sum, size) => sum + size, 0)
    json(
      response,
      Array.from({ length: sizes[page] ?? 0 }, (_, n) => ({
        ...{ id: String(first + n), title: '::error::<img src=x> @everyone' },
      })),
    )
  }
}

test('[OG-28] new issues are read page by page, and a next page without results is not asked', async () => {
  const at = (sizes: readonly number[]) =>
    ask('new-issues', count, { paths: { '/organizations/acme/issues/': issuePages(sizes) } })
  const few = await at([3])
  expect(few).toMatchObject({ verdict: 'pass', value: 3 })
  expect(few.seen.filter(({ url }) => url.includes('/issues/'))).toHaveLength(1)
  expect(await at([100, 100, 1])).toMatchObject({ verdict: 'fail', value: 201 })
  // A short page, and an empty one, may have a next one.
  expect(await at([1, 0, 2])).toMatchObject({ value: 3 })
})

test('a list that never ends is given up', async () => {
  const paths = { '/organizations/acme/issues/': issuePages([1], 'results="true"') }
  const evidence = await ask('new-issues', count, { paths })
  expect(evidence.answer).toContain('more than 10 pages')
})

test('[OG-32] of issues only the number is shown, never a title', async () => {
  const paths = { '/organizations/acme/issues/': issuePages([12]) }
  const { seen: _, ...evidence } = await ask('new-issues', count, { paths })
  expect(evidence).toMatchObject({ verdict: 'fail', value: 12 })
  expect(JSON.stringify(evidence)).not.toMatch(/img|everyone|::error/)
})

test('[OG-06] no session in the window is insufficient, whatever is asked', async () => {
  const health = { sessions: 0, freeSessions: null, freeUsers: null }
  for (const [query, objective] of [
    ['crashed-sessions', { unit: 'ratio', limit: 0.5 }],
    ['new-issues', count],
    ['events:TOB_PARSE_ERROR', count],
  ] as const) {
    const evidence = await ask(query, objective, { health })
    expect(evidence).toMatchObject({ verdict: 'inconclusive', samples: 0 })
    expect(evidence.answer).toContain('Sentry has no session of web@1.2.0')
  }
})

test('[OG-08] a crash-free rate of null is no rate', async () => {
  const health = { sessions: 100, freeSessions: null }
  const evidence = await ask('crash-free-sessions', free(0.5), { health })
  expect(evidence).toMatchObject({ verdict: 'inconclusive' })
  expect(evidence.answer).toBe('Sentry has no rate of sessions without a crash')
})

test('[OG-10] no groups, or groups of another release, are no data', async () => {
  for (const health of [undefined, { sessions: 100, release: 'web@1.2.0-beta.1' }])
    expect(await ask('crash-free-sessions', free(0.5), { health })).toMatchObject({
      verdict: 'inconclusive',
    })
})

test('[OG-11] of several projects the worst counts, and all are listed', async () => {
  const answer: Answer = (request, response) => {
    const isWeb = parametersOf(request).get('project') === '7'
    const health = isWeb
      ? { sessions: 9000, freeSessions: 0.9999 }
      : { sessions: 900, freeSessions: 0.9 }
    return sessions(health)(request, response)
  }
  const paths = { '/organizations/acme/sessions/': answer }
  const config = { projects: ['web', 'ios'] }
  const evidence = await ask('crash-free-sessions', free(0.99), { paths, config })
  expect(evidence).toMatchObject({ verdict: 'fail', samples: 900 })
  expect(evidence.value).toBeCloseTo(0.9, 9)
  expect(evidence.question).toContain('web, environment production; ios, environment production')
})

test('[OG-13] a question is about one release and one project, one after the other', async () => {
  const config = { projects: ['web', 'ios'] }
  const { seen } = await ask('crash-free-sessions', free(0.5), { config })
  const asked = seen.filter(({ url }) => url.includes('/sessions/')).map(parametersOf)
  expect(asked.map((each) => [each.get('query'), each.getAll('project')])).toEqual([
    ['release:"web@1.2.0"', ['7']],
    ['release:"web@1.2.0"', ['8']],
  ])
})

test('[OG-16] what is asked begins with the first whole hour of the window, and is shown', async () => {
  const from = new Date('2026-01-05T09:10:00Z')
  const evidence = await ask('crash-free-sessions', free(0.5), { from })
  expect(evidence.verdict).toBe('pass')
  expect(evidence.question).toContain('since 2026-01-05T10:00:00.000Z')
  const [asked] = evidence.seen.filter(({ url }) => url.includes('/sessions/')).map(parametersOf)
  expect(asked?.get('start')).toBe('2026-01-05T10:00:00.000Z')
  const rounded = { sessions: 1000, start: '2026-01-05T09:00:00Z' }
  const before = await ask('crash-free-sessions', free(0.5), { from, health: rounded })
  expect(before.answer).toContain('before the window')
  const short = await ask('sessions', count, { from: new Date('2026-01-05T12:00:00.001Z') })
  expect(short).toMatchObject({ verdict: 'inconclusive' })
  expect(short.answer).toContain('no hour begins in the window')
})

test('[OG-17] a window of 31 days by the hour is far below 10,000 points', async () => {
  const from = new Date(NOW.getTime() - 31 * 86_400_000)
  const { seen } = await ask('crash-free-sessions', free(0.5), { from })
  const asked = seen.filter(({ url }) => url.includes('/sessions/')).map(parametersOf)
  const hours = asked.map((each) => {
    expect(each.get('interval')).toBe('1h')
    return (Date.parse(each.get('end') ?? '') - Date.parse(each.get('start') ?? '')) / 3_600_000
  })
  expect(hours).toEqual([31 * 24])
})

test('[OG-18] a rate is never asked for by status', async () => {
  for (const query of ['crash-free-sessions', 'crashed-users'])
    expect(
      (await ask(query, { unit: 'ratio', limit: 1 })).seen.some(({ url }) =>
        url.includes('session.status'),
      ),
    ).toBe(false)
})

test('[OG-19] an environment that is misspelt is named', async () => {
  const evidence = await ask('crash-free-sessions', free(0.5), {
    health: undefined,
    config: { environment: 'prodution' },
  })
  expect(evidence).toMatchObject({ verdict: 'inconclusive' })
  expect(evidence.answer).toContain('in web, environment prodution')
})

const deploys = (...environments: readonly string[]): Paths => ({
  '/organizations/acme/releases/web%401.2.0/deploys/': (_, r) =>
    json(
      r,
      environments.map((environment) => ({ environment })),
    ),
})

test('[OG-34] where a deploy is asked for, none in the environment is no answer', async () => {
  const config = { deployed: true }
  const there = await ask('sessions', { limit: 5000 }, { config, paths: deploys('production') })
  expect(there.verdict).toBe('pass')
  for (const paths of [deploys(), deploys('staging'), {}]) {
    const evidence = await ask('sessions', { limit: 5000 }, { config, paths })
    expect(evidence).toMatchObject({ verdict: 'inconclusive' })
  }
})

test('[OG-39] sessions that stop before the window ends are no answer', async () => {
  const at = (series: readonly number[]) =>
    ask('crash-free-sessions', free(0.5), { health: { sessions: 1000, series } })
  const stopped = await at([500, 500, 0, 0])
  expect(stopped).toMatchObject({ verdict: 'inconclusive' })
  expect(stopped.answer).toContain('no more sessions of web@1.2.0')
  expect(await at([500, 499, 1])).toMatchObject({ verdict: 'pass' })
})

test('a release whose name would be another query is not asked for', async () => {
  const evidence = await ask('sessions', count, { config: { release: '{product}" OR release:*' } })
  expect(evidence.verdict).toBe('inconclusive')
  expect(evidence.seen).toEqual([])
})
