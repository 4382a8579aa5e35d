import { expect, test } from '@jest/globals'
import { type Answer, json } from '../../actions/server.ts'
import { NOW } from './rig.ts'
import { type Paths, sessions } from './sentry.ts'
import { ask, count, free, parametersOf } from './sentry-ask.ts'

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

test('a release whose name would be another query is not asked for', async () => {
  const evidence = await ask('sessions', count, { config: { release: '{product}" OR release:*' } })
  expect(evidence.verdict).toBe('inconclusive')
  expect(evidence.seen).toEqual([])
})
