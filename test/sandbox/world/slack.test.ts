import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { activeParts, SlackMessage } from '../../../sandbox/world/slack/message.ts'
import { type Slack, startSlack } from '../../../sandbox/world/slack/slack.ts'

let slack: Slack
beforeEach(async () => {
  slack = await startSlack()
})
afterEach(() => slack.close())

async function post(body: unknown, url = slack.webhook, type = 'application/json') {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body: text })
  return [answer.status, await answer.text(), answer.headers.get('retry-after')]
}

const section = (text: object) => ({ text: 'x', blocks: [{ type: 'section', text }] })

test('a message is kept, and one that Block Kit does not know is refused by its word', async () => {
  expect(await post({ text: 'released' })).toEqual([200, 'ok', null])
  expect(slack.messages).toEqual([{ text: 'released' }])
  const refused: readonly (readonly [unknown, string])[] = [
    ['{"text":', 'invalid_payload'],
    ['text', 'invalid_payload'],
    [{ text: '' }, 'invalid_payload'],
    [{ text: 'x', chanel: '#x' }, 'invalid_payload'],
    [{}, 'no_text'],
    [{ text: 'x', blocks: [] }, 'invalid_blocks'],
    [section({ type: 'mrkdwn', text: '' }), 'invalid_blocks'],
    [section({ type: 'mrkdwn', text: 'x'.repeat(3001) }), 'invalid_blocks'],
    [section({ type: 'mrkdwn', text: 'x', emoji: false }), 'invalid_blocks'],
    [section({ type: 'plain_text', text: 'x', verbatim: true }), 'invalid_blocks'],
  ]
  for (const [body, word] of refused)
    expect([body, ...(await post(body))]).toEqual([body, 400, word, null])
  expect((await post({ text: 'x' }, slack.webhook, 'text/plain'))[1]).toBe('invalid_payload')
  expect(slack.messages).toHaveLength(1)
})

test('a webhook that is gone, forbidden or asked too often says so', async () => {
  expect(await post({ text: 'x' }, `${slack.url}/services/T0/B0/other`)).toEqual([
    404,
    'no_service',
    null,
  ])
  slack.refuse({ status: 403, error: 'invalid_token' })
  expect(await post({ text: 'x' })).toEqual([403, 'invalid_token', null])
  slack.refuse({ status: 429, retryAfter: 30 })
  expect((await post({ text: 'x' })).filter((_, i) => i !== 1)).toEqual([429, '30'])
  slack.refuse(undefined)
  expect((await post({ text: 'x' }))[0]).toBe(200)
})

test('what Slack would make of a text is known', () => {
  expect(activeParts({ text: 'see <!channel>, @here, #general and https://x.example' })).toEqual([
    '<!channel>',
    '@here',
    '#general',
    'https://x.example',
  ])
  const linked = SlackMessage.parse(
    section({ type: 'mrkdwn', verbatim: true, text: '@here <https://x.example|run>' }),
  )
  expect(activeParts(linked)).toEqual(['<https://x.example|run>'])
  const plain = SlackMessage.parse(section({ type: 'plain_text', text: '<!here> @here' }))
  expect(activeParts(plain)).toEqual([])
})
