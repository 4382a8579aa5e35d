import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from '../actions/ledger-of.ts'
import { gate } from '../actions/observability-gate-world.ts'
import { releaseWorld } from '../actions/release-world.ts'
import { json } from '../actions/server.ts'
import { smoke } from '../actions/smoke-test-world.ts'
import { CANARY_TOKEN, encodings, hits, placesOf, sayings } from './canary.ts'

// Each test starts processes.
jest.setTimeout(90_000)

test('[C-84] Sentry gives back its token in every spelling: none is shown', async () => {
  const detail = sayings(CANARY_TOKEN).join(' ')
  const run = await gate(
    { sentry: (_, response) => json(response, { detail, version: detail }, 403) },
    { 'sentry-auth-token': CANARY_TOKEN },
  )
  expect(run.outputs.reason).toContain('Sentry answered 403')
  expect(hits(CANARY_TOKEN, placesOf(run))).toEqual([])
})

test('a program that prints its secret in every spelling does not get it into a report', async () => {
  const said = JSON.stringify(Object.values(encodings('pypi-AgEI"Not=For/Any+Log')).join(' '))
  const argv = `[node, -e, 'console.error(JSON.parse(process.argv[1])); process.exit(3)', ${JSON.stringify(said)}]`
  const publish = `{kind: command, name: upload, argv: ${argv}, secrets: [PYPI_API_TOKEN]}`
  const run = await smoke(
    { smoke: `suites:\n    rollback-publish: [${publish}]\n` },
    { suite: 'rollback-publish', target: 'none', 'pypi-api-token': 'pypi-AgEI"Not=For/Any+Log' },
  )
  expect(run.evidence).toMatchObject([{ name: 'upload', verdict: 'fail' }])
  expect(run.evidence[0]).not.toMatchObject({ answer: expect.stringContaining('pypi-AgEI') })
})

test('[FI-21] a reason that holds the secrets of the job reaches the issue and the ledger without them', async () => {
  await using world = await releaseWorld()
  const webhook = 'https://hooks.example/services/T0/B0/notForAnyIssue'
  const reason = `denied: ${webhook} and ${encodings(webhook)['base64 at 0']}`
  const run = await world.run('auto-freeze-issue', {
    ...{ version: '1.1.0', gate: 'gate', reason, 'slack-webhook-url': webhook },
  })
  expect(run.outputs.verdict).toBe('pass')
  const [issue] = world.github.issues('acme/checkout-service')
  expect(issue?.body).toContain('denied: &#42;&#42;&#42; and &#42;&#42;&#42;')
  const ledger = JSON.stringify(await ledgerOf(world))
  expect(ledger).toContain('denied: *** and ***')
  const places = { ...placesOf(run), issue: `${issue?.title}${issue?.body}`, ledger }
  expect(hits(webhook, places)).toEqual([])
})
