import { Failure } from '../../domain/failure.ts'
import type { Http, HttpAnswer } from '../../ports/http.ts'
import type { Notifier } from '../../ports/notifier.ts'
import { unnamedOrigin } from '../secrets/unnamed-origin.ts'
import { withoutEcho } from '../secrets/without-echo.ts'
import { slackMessage } from './message.ts'

const SECRET = 'SLACK_WEBHOOK_URL'

/** Slack by an incoming webhook, whose address is the secret. */
export function slack(webhook: string, http: Http): Notifier {
  // The last part of the path is what nobody else knows.
  const key = webhook.split('/').at(-1) ?? ''
  const quiet = unnamedOrigin(withoutEcho(http, webhook, key), webhook, SECRET)
  return {
    async tell(notice) {
      if (!/^https?:$/.test(URL.parse(webhook)?.protocol ?? ''))
        throw new Failure('bad-secret', `the secret ${SECRET} is no address`, RENEW)
      const answer = await quiet.send({
        method: 'POST',
        url: webhook,
        headers: { 'content-type': 'application/json', 'user-agent': 'release-actions' },
        body: JSON.stringify(slackMessage(notice)),
      })
      assertTaken(answer)
    },
  }
}

const RENEW = `Make a new incoming webhook and store it as ${SECRET}`

/** Slack says `ok`, or a word for what is wrong; a page of somebody else says neither. */
function assertTaken({ status, headers, body }: HttpAnswer): void {
  const text = new TextDecoder().decode(body).trim()
  if (status === 200 && text === 'ok') return
  const word = /^[a-z_]{1,60}$/.test(text) ? ` ${text}` : ''
  const said = `Slack answered ${status}${word}`
  if (status === 429) {
    const wait = /^\d{1,6}$/.test(headers['retry-after'] ?? '') ? headers['retry-after'] : 'a few'
    throw new Failure('rate-limited', said, `It takes messages again after ${wait} seconds`)
  }
  if ([403, 404, 410].includes(status)) throw new Failure('refused', said, RENEW)
  if (status === 200) throw new Failure('bad-answer', `${said} without ok`, RENEW)
  throw new Failure(status >= 500 ? 'server-error' : 'refused', said)
}
