import { grafana } from '../adapters/grafana/grafana.ts'
import { publicOnly } from '../adapters/http/network-policy.ts'
import { nodeHttp } from '../adapters/http/node-http.ts'
import type { Runner } from '../adapters/runner/action.ts'
import { slack } from '../adapters/slack/slack.ts'
import type { NoticeChannel, NoticePorts } from '../app/notify.ts'
import type { Config } from '../domain/config/schema.ts'
import type { NoticeSecrets } from '../domain/inputs.ts'

/** Nobody waits longer for a message to be taken. */
const LIMITS = { timeoutMs: 5000, maxBytes: 100_000 }

/**
 * The channels that the config names, each with its secret where there is one.
 * @param tried What this process has tried to tell already, for one that looks at several configs, or again and again.
 */
export function noticePorts(
  inputs: NoticeSecrets,
  config: Config,
  { log, mask, signal }: Runner,
  tried: Set<string> = new Set(),
): NoticePorts {
  const http = nodeHttp({ ...LIMITS, signal }, publicOnly(config['allow-private']))
  const { slack: toSlack, grafana: toGrafana } = config.notifications
  const webhook = inputs['slack-webhook-url']
  const token = inputs['grafana-api-key']
  for (const secret of [webhook, token]) if (secret !== undefined) mask(secret)
  const channels: NoticeChannel[] = []
  if (toSlack !== undefined)
    channels.push({
      name: 'Slack',
      events: toSlack.events,
      secret: 'SLACK_WEBHOOK_URL',
      notifier: webhook === undefined ? undefined : slack(webhook, http),
    })
  if (toGrafana !== undefined)
    channels.push({
      name: 'Grafana',
      events: toGrafana.events,
      secret: 'GRAFANA_API_KEY',
      notifier: token === undefined ? undefined : grafana(toGrafana.url, token, http),
    })
  return { channels, tried, log }
}
