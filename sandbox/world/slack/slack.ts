import { type Context, Hono } from 'hono'
import { type FaultInjector, faultInjector } from '../faults.ts'
import { type Listening, serveHono } from '../server.ts'
import { SlackMessage } from './message.ts'

/** Why a webhook takes nothing, in Slack's own words. */
export type Refusal =
  | { readonly status: 403; readonly error: 'invalid_token' | 'action_prohibited' }
  | { readonly status: 404; readonly error: 'no_service' | 'channel_not_found' }
  | { readonly status: 410; readonly error: 'channel_is_archived' }
  | { readonly status: 429; readonly retryAfter: number }

/** The server of Slack's incoming webhooks, with one webhook. */
export interface Slack extends Listening {
  /** The address that a consumer keeps as SLACK_WEBHOOK_URL. */
  readonly webhook: string
  /** What was posted, in order. */
  readonly messages: readonly SlackMessage[]
  readonly faults: FaultInjector
  /** Refuse every message from now on; undefined takes them again. */
  refuse(refusal: Refusal | undefined): void
}

const PATH = '/services/T0SANDBOX/B0SANDBOX/sandboxWebhookSecret01'

/**
 * Starts Slack as far as incoming webhooks go: `ok`, or a status and one word for what is wrong. A payload that is no
 * JSON, or that is not as Block Kit's reference says, is refused.
 */
export async function startSlack(port = 0): Promise<Slack> {
  const messages: SlackMessage[] = []
  const faults = faultInjector()
  let refusal: Refusal | undefined
  const app = new Hono()
  app.use(faults.middleware)
  app.post(PATH, async (c) => {
    if (refusal !== undefined) return refused(c, refusal)
    const body = await read(c)
    const parsed = SlackMessage.safeParse(body)
    if (!parsed.success) return c.text(wordFor(body), 400)
    messages.push(parsed.data)
    return c.text('ok')
  })
  app.post('/services/*', (c) => c.text('no_service', 404))
  const listening = await serveHono(app, port)
  return {
    ...listening,
    ...{ messages, faults },
    webhook: `${listening.url}${PATH}`,
    refuse: (next) => {
      refusal = next
    },
  }
}

function refused(c: Context, refusal: Refusal): Response {
  if (refusal.status !== 429) return c.text(refusal.error, refusal.status)
  c.header('Retry-After', String(refusal.retryAfter))
  return c.json({ ok: false, error: 'ratelimited' }, 429)
}

async function read(c: Context): Promise<unknown> {
  if (!/^application\/json\b/.test(c.req.header('content-type') ?? '')) return undefined
  return c.req.json().catch(() => undefined)
}

function wordFor(body: unknown): string {
  if (typeof body !== 'object' || body === null) return 'invalid_payload'
  if (!('text' in body) && !('blocks' in body)) return 'no_text'
  const isRestFine = SlackMessage.safeParse({ ...body, blocks: undefined }).success
  return isRestFine ? 'invalid_blocks' : 'invalid_payload'
}
