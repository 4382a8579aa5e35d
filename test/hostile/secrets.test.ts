import { expect, jest, test } from '@jest/globals'
import { grafana } from '../../src/adapters/grafana/grafana.ts'
import { publicOnly } from '../../src/adapters/http/network-policy.ts'
import { nodeHttp } from '../../src/adapters/http/node-http.ts'
import { slack } from '../../src/adapters/slack/slack.ts'
import { failureLine } from '../../src/domain/failure.ts'
import type { Notice } from '../../src/domain/report/notice.ts'
import type { Http } from '../../src/ports/http.ts'
import { ledgerOf } from '../actions/ledger-of.ts'
import { gate } from '../actions/observability-gate-world.ts'
import { releaseWorld } from '../actions/release-world.ts'
import { type Answer, json, serve } from '../actions/server.ts'
import { smoke } from '../actions/smoke-test-world.ts'
import { index, verify, wheel } from '../actions/verify-pypi-world.ts'
import { CANARY_TOKEN, DEBUG, echoes, encodings, hits, placesOf, sayings } from './canary.ts'

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

const notice: Notice = {
  ...{ event: 'failed', reason: 'x', runUrl: 'https://github.example/runs/7', time: 0 },
  release: { product: 'checkout', channel: 'stable', version: '1.1.0' },
  issueUrl: undefined,
}

/** What is said when a channel has not taken a message. */
async function refusals(secret: string, tell: (url: string, http: Http) => Promise<void>) {
  const lines: Record<string, string> = {}
  const word: Answer = (_, response) => void response.writeHead(403).end(secret)
  for (const [name, answer] of Object.entries({ ...echoes(secret), 'one word': word })) {
    await using server = await serve(answer)
    const http = nodeHttp({ timeoutMs: 2000, maxBytes: 10_000 }, publicOnly([server.url]))
    lines[name] = await tell(server.url, http).then(() => 'told', failureLine)
  }
  return lines
}

test('[C-84] Slack and Grafana give back what they were sent, in every spelling: none is said', async () => {
  const key = 'only_for_a_message'
  for (const secret of [CANARY_TOKEN, key]) {
    const address = (url: string) => `${url}/services/T0/B0/${encodeURIComponent(secret)}`
    const toSlack = await refusals(secret, (url, http) => slack(address(url), http).tell(notice))
    expect(hits(secret, toSlack)).toEqual([])
    expect(toSlack.text).toMatch(/^Slack answered 400/)
    const toGrafana = await refusals(secret, (url, http) => grafana(url, secret, http).tell(notice))
    expect(hits(secret, toGrafana)).toEqual([])
    expect(toGrafana.text).toBe('Grafana answered 400')
  }
})

test('[C-84] an index names files, versions and hosts after its secret: none is shown, and no command is obeyed', async () => {
  const [first = '', ...more] = Object.values(encodings(CANARY_TOKEN))
  const host = `${encodings(CANARY_TOKEN).hex}.invalid`
  const files = [
    { ...wheel, 'core-metadata': true },
    ...more.map((text) => ({ ...wheel, filename: `::error::##[error]${text}.egg` })),
    ...more.map((text) => ({
      ...wheel,
      filename: wheel.filename.replace('-py3', `-1${text}-py3`),
    })),
    { ...wheel, filename: wheel.filename.replace('-py3', '-2-py3'), url: `https://${host}/a` },
  ]
  const page = index(files)
  const answer: Answer = (request, response) =>
    request.url.endsWith('.metadata')
      ? void response.end(`Name: ${first}\nVersion: ${more.join(' ')}\n`)
      : page(request, response)
  const run = await verify(answer, { secret: CANARY_TOKEN, env: DEBUG })
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'fail'])
  expect(run.outputs.evidence).toContain('of the project ***')
  expect(run.outputs.evidence).toContain('***.invalid')
  expect(run.summary).toContain('Ignored, no wheel')
  expect(hits(CANARY_TOKEN, placesOf(run))).toEqual([])
  const commands = run.log.split('\n').filter((line) => /^\s*::|##\[/.test(line))
  expect(commands.filter((line) => !/^::(add-mask|error)::/.test(line))).toEqual([])
  const basic = Buffer.from(`reader:${CANARY_TOKEN}`).toString('base64')
  expect(run.seen[0]?.headers.authorization).toBe(`Basic ${basic}`)
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
