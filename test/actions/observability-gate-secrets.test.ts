import { expect, test } from '@jest/globals'
import { fakeGitHub } from './fake-github.ts'
import { counts, gate, inputs, objectives, ok } from './observability-gate-world.ts'
import { runAction } from './run-action.ts'
import { json, serve } from './server.ts'

/** The config leaves to secrets what it can; `allowed` may be asked. */
const leftOpen = (allowed: readonly string[], sentryUrl: string) => `product: checkout
${objectives}metrics: {provider: prometheus}
sentry: {url: '${sentryUrl}'}
allow-private: ${JSON.stringify([sentryUrl, ...allowed])}
`

test('what the config leaves out comes from the secrets, and no host of a secret is shown', async () => {
  await using sentry = await serve((_, response) => json(response, ok))
  await using prometheus = await serve(counts(0, 1000, 1000))
  await using github = await fakeGitHub(leftOpen([prometheus.url], sentry.url))
  const given = { ...inputs, 'sentry-org': 'acme', 'sentry-project': 'web' }
  const run = (more: Readonly<Record<string, string>>) =>
    runAction('observability-gate', { github: github.url, inputs: { ...given, ...more } })
  const good = await run({ 'prometheus-url': prometheus.url })
  expect(good).toMatchObject({ exit: 0, outputs: { reason: 'all 3 passed' } })
  expect(sentry.seen[0]?.url).toBe('/api/0/organizations/acme/releases/checkout%401.2.0/')
  expect(prometheus.seen).not.toEqual([])
  expect(good.log).toContain(`::add-mask::${prometheus.url}`)
  await prometheus[Symbol.asyncDispose]()
  const down = await run({ 'prometheus-url': prometheus.url })
  expect(down.outputs.verdict).toBe('inconclusive')
  expect(down.outputs.reason).toContain('PROMETHEUS_URL: the connection failed (ECONNREFUSED)')
  const shown = [good, down].flatMap((r) => [r.summary, ...Object.values(r.outputs)]).join('\n')
  expect(shown).not.toContain(prometheus.host)
})

test('a provider that is named and whose secrets are empty is inconclusive, by their names', async () => {
  await using sentry = await serve((_, response) => json(response, ok))
  await using github = await fakeGitHub(leftOpen([], sentry.url))
  const run = await runAction('observability-gate', {
    github: github.url,
    inputs: { ...inputs, 'sentry-auth-token': '' },
  })
  expect(run).toMatchObject({ exit: 1, outputs: { verdict: 'inconclusive' } })
  for (const why of [
    'Prometheus has no address: metrics.url is not in the config, and the secret or variable PROMETHEUS_URL is empty',
    'sentry.organization is not in the config, and the secret or variable SENTRY_ORG is empty',
    'sentry.project is not in the config, and the secret or variable SENTRY_PROJECT is empty',
    'the secret SENTRY_AUTH_TOKEN is empty',
  ])
    expect(run.outputs.reason).toContain(why)
  expect(sentry.seen).toEqual([])
})

test('a private address from a secret that the config does not allow is not asked', async () => {
  await using sentry = await serve((_, response) => json(response, ok))
  await using elsewhere = await serve(counts(0, 1000, 1000))
  await using github = await fakeGitHub(leftOpen([], sentry.url))
  const run = await runAction('observability-gate', {
    github: github.url,
    inputs: { ...inputs, 'prometheus-url': elsewhere.url },
  })
  expect(run.outputs.verdict).toBe('inconclusive')
  expect(run.outputs.reason).toContain(
    'PROMETHEUS_URL is not https. List the origin under allow-private',
  )
  expect(elsewhere.seen).toHaveLength(0)
})

test('what the config says stands, and a secret for something else is named in the summary', async () => {
  await using elsewhere = await serve(counts(1000, 1000, 0))
  const run = await gate({}, { 'prometheus-url': elsewhere.url, 'sentry-org': 'another' })
  expect(run).toMatchObject({ exit: 0, outputs: { reason: 'all 3 passed' } })
  expect(run.asked).toEqual(['/api/0/organizations/acme/releases/checkout%401.2.0/'])
  expect(elsewhere.seen).toEqual([])
  expect(run.summary).toContain('`prometheus-url`, `sentry-org`')
})
