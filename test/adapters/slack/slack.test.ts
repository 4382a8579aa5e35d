import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { activeParts, SlackMessage, shownText } from '../../../sandbox/world/slack/message.ts'
import { type Refusal, type Slack, startSlack } from '../../../sandbox/world/slack/slack.ts'
import { publicOnly } from '../../../src/adapters/http/network-policy.ts'
import { nodeHttp } from '../../../src/adapters/http/node-http.ts'
import { slackMessage } from '../../../src/adapters/slack/message.ts'
import { slack } from '../../../src/adapters/slack/slack.ts'
import { failureLine } from '../../../src/domain/failure.ts'
import { type Notice, noticeReason } from '../../../src/domain/report/notice.ts'
import fc from '../../properties.ts'

let server: Slack
beforeEach(async () => {
  server = await startSlack()
})
afterEach(() => server.close())

const notice: Notice = {
  event: 'rolled-back',
  release: { product: 'checkout', channel: 'stable', version: '1.1.0' },
  reason: 'errors: 5 %, wanted at most 1 %',
  runUrl: 'https://github.example/acme/shop/actions/runs/7',
  issueUrl: undefined,
  time: 0,
}

function tell(
  webhook = server.webhook,
  allowed: readonly string[] = [server.url],
): Promise<string> {
  const http = nodeHttp({ timeoutMs: 2000, maxBytes: 10_000 }, publicOnly(allowed))
  return slack(webhook, http)
    .tell(notice)
    .then(() => 'told', failureLine)
}

const RENEW = 'Make a new incoming webhook and store it as SLACK_WEBHOOK_URL'
const refusals: readonly (readonly [Refusal, string])[] = [
  [{ status: 403, error: 'invalid_token' }, `Slack answered 403 invalid_token. ${RENEW}`],
  [{ status: 403, error: 'action_prohibited' }, `Slack answered 403 action_prohibited. ${RENEW}`],
  [{ status: 404, error: 'no_service' }, `Slack answered 404 no_service. ${RENEW}`],
  [
    { status: 410, error: 'channel_is_archived' },
    `Slack answered 410 channel_is_archived. ${RENEW}`,
  ],
  [{ status: 429, retryAfter: 30 }, 'Slack answered 429. It takes messages again after 30 seconds'],
]

test.each(refusals)(
  '%j is a failure that says what to do, and is not sent again',
  async (refusal, line) => {
    server.refuse(refusal)
    expect(await tell()).toBe(line)
    server.refuse(undefined)
    expect(await tell()).toBe('told')
    expect(server.messages).toHaveLength(1)
  },
)

test.each([
  [{ kind: 'status', status: 400, body: 'invalid_payload' }, /^Slack answered 400$/],
  [{ kind: 'status', status: 500 }, /^Slack answered 500$/],
  [{ kind: 'html' }, /^Slack answered 200 without ok\. Make a new incoming webhook/],
  [{ kind: 'reset' }, /^SLACK_WEBHOOK_URL: the connection failed/],
  [{ kind: 'silence' }, /^SLACK_WEBHOOK_URL did not answer in time$/],
] as const)('%j: the address stays hidden', async (fault, line) => {
  server.faults.add({ path: /./, fault })
  expect(await tell()).toMatch(line)
})

test('only https, or an origin that the config allows, is posted to', async () => {
  expect(await tell(server.webhook, [])).toMatch(
    /^SLACK_WEBHOOK_URL is not https\. List the origin/,
  )
  expect(await tell('https://10.0.0.1/hook', [])).toMatch(/^SLACK_WEBHOOK_URL is a private address/)
  for (const webhook of ['not an address', 'ftp://hooks.example/x', 'javascript:alert(1)'])
    expect(await tell(webhook)).toBe(`the secret SLACK_WEBHOOK_URL is no address. ${RENEW}`)
  expect(server.messages).toEqual([])
})

const active = fc.constantFrom(
  '<!channel>',
  '<@U1>',
  '@here',
  '#general',
  '&lt;',
  'https://x.example',
)
const reason = fc
  .array(fc.oneof(active, fc.string({ unit: 'binary' })))
  .map((parts) => parts.join(' '))

const url = fc.oneof(
  fc.webUrl(),
  fc.constantFrom('https://x.example/a|b', 'https://x.example/?<b>&c'),
)

test('whatever the reason, Slack takes the message, shows it as it is and finds our links alone', () => {
  fc.assert(
    fc.property(reason, fc.option(url), (text, issue) => {
      const told = { ...notice, reason: text, issueUrl: issue ?? undefined }
      const message = SlackMessage.parse(slackMessage(told))
      const links = activeParts(message)
      expect(links).toHaveLength(issue === null ? 1 : 2)
      for (const link of links) expect(link).toMatch(/^<https?:[^<>|]+\|(?:run|issue)>$/)
      const [, section] = message.blocks ?? []
      const shown = section?.type === 'section' ? shownText(section.text.text) : ''
      expect(shown).toBe(noticeReason(told))
    }),
    { numRuns: 500 },
  )
})
