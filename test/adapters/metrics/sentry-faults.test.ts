import { expect, test } from '@jest/globals'
import { type Answer, json } from '../../actions/server.ts'
import { NOW } from './rig.ts'
import { type Paths, sessions } from './sentry.ts'
import { ask, count, free, parametersOf } from './sentry-ask.ts'

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

test('[OG-25] a token without a scope is told which ones it needs', async () => {
  const refused: Answer = (_, response) => json(response, { detail: 'no' }, 403)
  const paths = { '/organizations/acme/sessions/': refused }
  const evidence = await ask('crash-free-sessions', free(0.5), { paths })
  expect(evidence).toMatchObject({ verdict: 'inconclusive' })
  expect(evidence.answer).toContain(
    '403. Give the token the scopes org:read, project:read and event:read',
  )
})
