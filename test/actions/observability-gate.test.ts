import { expect, test } from '@jest/globals'
import { fakeGitHub } from './fake-github.ts'
import { counts, gate, inputs, objectives, ok } from './observability-gate-world.ts'
import { runAction } from './run-action.ts'
import { type Answer, html, json, serve } from './server.ts'

test('passes when the release exists at Sentry and the serving version keeps its objectives', async () => {
  const run = await gate({})
  expect(run).toMatchObject({
    exit: 0,
    outputs: {
      verdict: 'pass',
      reason: 'all 3 passed',
      channel: 'stable',
      enforced: 'true',
      measured_version: '1.1.0',
    },
    asked: ['/api/0/organizations/acme/releases/checkout%401.2.0/'],
  })
  expect(run.queries.every((query) => query.includes('version="1.1.0"'))).toBe(true)
  expect(run.queries.some((query) => query.includes('[300s]'))).toBe(true)
  expect(run.summary).toContain('🟢 pass')
  expect(run.log.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('a-secret-of-sentry')
})

test('fails when an objective of the serving version is broken, and names value and limit', async () => {
  const run = await gate({ prometheus: counts(50, 1000, 0) })
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({
    verdict: 'fail',
    reason: 'errors: 5 %, wanted at most 1 %; speed: 480 ms, wanted at most 250 ms',
  })
})

test('limits given by hand beat the config and are named in the summary', async () => {
  const run = await gate(
    { prometheus: counts(50, 1000, 1000) },
    { error_rate_threshold: '5.0', response_time_threshold: '2000ms', success_rate_minimum: '95' },
  )
  expect(run.outputs.reason).toBe('all 4 passed')
  expect(run.summary).toContain('`response_time_threshold`')
})

test('asks for the release itself when the subject is new', async () => {
  const run = await gate({}, { subject: 'new' })
  expect(run.outputs.measured_version).toBe('1.2.0')
  expect(run.queries[0]).toContain('version="1.2.0"')
})

test('a channel that is not enforced passes with that reason and nothing is asked', async () => {
  const run = await gate({}, { version: '1.2.0-beta.1' })
  expect(run).toMatchObject({
    exit: 0,
    outputs: { verdict: 'pass', reason: 'not enforced for beta', enforced: 'false' },
    asked: [],
    queries: [],
  })
  const enforced = await gate({}, { version: '1.2.0-beta.1', enforce: 'stable,beta' })
  expect(enforced.asked).toHaveLength(1)
})

test('without objectives the summary says so first and only Sentry is asked', async () => {
  const run = await gate({}, {}, 'objectives: none\n')
  expect(run).toMatchObject({ exit: 0, outputs: { reason: 'all 1 passed' }, queries: [] })
  expect(run.summary.indexOf('Objectives: none')).toBeLessThan(run.summary.indexOf('| Release |'))
})

test('an absent release is a failure; one of another project too', async () => {
  const gone = await gate({
    sentry: (_, response) =>
      json(response, { detail: 'The requested resource does not exist' }, 404),
  })
  expect(gone.outputs).toMatchObject({
    verdict: 'fail',
    reason: 'sentry-release: does not exist, wanted exists in web',
  })
  const other = await gate({
    sentry: (_, response) => json(response, { ...ok, projects: [{ slug: 'ios' }] }),
  })
  expect(other.outputs.reason).toBe('sentry-release: exists, but not in web, wanted exists in web')
})

test.each<[string, Answer, string]>([
  ['401', (_, r) => json(r, { detail: 'Invalid token' }, 401), 'Sentry answered 401'],
  ['403', (_, r) => json(r, { detail: 'no' }, 403), 'Sentry answered 403'],
  ['404 of a proxy', (_, r) => html(r, '<h1>Not Found</h1>', 404), "not Sentry's own"],
  ['500', (_, r) => json(r, { detail: 'Internal Error' }, 500), 'Sentry answered 500'],
  ['HTML', (_, r) => html(r, '<form>Log in</form>'), 'no JSON'],
  ['cut JSON', (_, r) => r.end('{"version":"checkout@1.2.0","proj'), 'no JSON'],
  ['null', (_, r) => json(r, null), 'an unknown shape (the whole)'],
  ['no projects', (_, r) => json(r, { version: ok.version }), 'an unknown shape (projects)'],
  ['null version', (_, r) => json(r, { ...ok, version: null }), 'an unknown shape (version)'],
  ['another release', (_, r) => json(r, { ...ok, version: 'x' }), 'another release'],
  ['reset', (_, r) => void r.destroy(), 'the connection failed'],
  [
    'redirect',
    (_, r) => void r.writeHead(302, { location: 'https://login.example/a?b=c' }).end(),
    'login.example.',
  ],
])('Sentry that answers with %s is inconclusive, by its own reason', async (_name, sentry, why) => {
  const run = await gate({ sentry }, {}, 'objectives: none\n')
  expect(run.exit).toBe(1)
  expect(run.outputs.verdict).toBe('inconclusive')
  expect(run.outputs.reason).toContain(why)
  expect(run.outputs.reason).not.toContain('b=c')
  expect(run.log).not.toMatch(/\n\s+at /)
})

test('[RW-03] Sentry named in the config but without its secret is inconclusive and not asked', async () => {
  const run = await gate({}, { 'sentry-auth-token': '' })
  expect(run.outputs).toMatchObject({ verdict: 'inconclusive' })
  expect(run.outputs.reason).toContain('SENTRY_AUTH_TOKEN is empty')
  expect(run.asked).toEqual([])
})

test.each<[string, Answer, string]>([
  ['no requests', counts(0, 0, 0), 'from 0 of 10 samples'],
  [
    'no series',
    (_, r) => json(r, { status: 'success', data: { resultType: 'vector', result: [] } }),
    'no value from 0 of 10',
  ],
  ['503', (_, r) => html(r, 'down', 503), 'Prometheus answered 503'],
  ['401', (_, r) => html(r, 'no', 401), 'Prometheus answered 401'],
  ['a page', (_, r) => html(r, 'hello'), 'no JSON'],
  ['data null', (_, r) => json(r, { status: 'success', data: null }), 'an unknown shape (data)'],
])('Prometheus with %s is inconclusive', async (_name, prometheus, why) => {
  const run = await gate({ prometheus })
  expect(run.outputs.verdict).toBe('inconclusive')
  expect(run.outputs.reason).toContain(why)
})

test('the built-in prober asks the slot of the version that has the traffic', async () => {
  await using slot = await serve(({ url }, response) =>
    url === '/version'
      ? json(response, { version: '1.1.0' })
      : json(response, {}, url === '/checkout' ? 500 : 404),
  )
  await using router = await serve((_, response) =>
    json(response, [
      { name: 'blue', weight: 100 },
      { name: 'green', weight: 0 },
    ]),
  )
  await using github = await fakeGitHub(`product: checkout
${objectives}metrics: {provider: prober, method: POST, path: /checkout, body: '{}', requests-per-look: 20}
traffic: {provider: router, url: '${router.url}', slots: {blue: {url: '${slot.url}'}, green: {url: 'http://127.0.0.1:1'}}}
allow-private: ['${slot.url}', '${router.url}', 'http://127.0.0.1:1']
`)
  const run = await runAction('observability-gate', {
    github: github.url,
    inputs: { ...inputs, baseline_version: '' },
  })
  expect(run.outputs).toMatchObject({ verdict: 'fail', measured_version: '1.1.0' })
  expect(run.outputs.reason).toBe('errors: 100 %, wanted at most 1 %')
  expect(run.outputs.evidence).toContain('POST /checkout on slot blue')
  expect(slot.seen.filter(({ url }) => url === '/checkout')).toHaveLength(20)
  const dry = await runAction('observability-gate', {
    github: github.url,
    inputs: { ...inputs, 'dry-run': 'true' },
  })
  expect(dry.outputs.reason).toContain('a dry run sends no probes')
  expect(slot.seen.filter(({ url }) => url === '/checkout')).toHaveLength(20)
})

test('a missing config is inconclusive with the remedy', async () => {
  await using github = await fakeGitHub(undefined)
  const run = await runAction('observability-gate', { github: github.url, inputs })
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({ verdict: 'inconclusive', channel: '', enforced: '' })
  expect(run.outputs.reason).toContain('.github/release-actions.yml does not exist')
})
