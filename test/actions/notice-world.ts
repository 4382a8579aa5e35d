/** A release whose people are told by Slack and Grafana, both embedded. */
import { type Grafana, startGrafana } from '../../sandbox/world/grafana/grafana.ts'
import { type Slack, startSlack } from '../../sandbox/world/slack/slack.ts'
import { type Inputs, type ReleaseWorld, releaseWorld, type WorldOptions } from './release-world.ts'
import type { Run } from './run-action.ts'

export interface Told extends AsyncDisposable {
  readonly world: ReleaseWorld
  readonly slack: Slack
  readonly grafana: Grafana
  /** Run an action with both secrets. */
  run(name: string, inputs: Inputs, env?: Inputs): Promise<Run>
}

export interface TellOptions extends WorldOptions {
  /** Events of both channels, as YAML; all unless given. */
  readonly events?: string
  /** The rollout is moved by ticks. */
  readonly clocked?: boolean
}

/** A release whose people are told by Slack and Grafana. */
export async function told({
  events,
  clocked = false,
  ...options
}: TellOptions = {}): Promise<Told> {
  const [slack, grafana] = await Promise.all([startSlack(), startGrafana()])
  const only = events === undefined ? '' : `events: ${events}`
  const more = `notifications:
  slack: { ${only} }
  grafana: { url: '${grafana.url}', ${only} }
${clocked ? 'clock: { kind: external }\n' : ''}`
  const allow = [slack.url, grafana.url]
  const world = await releaseWorld({ hasIssues: false, more, allow, ...options })
  const secrets = { 'slack-webhook-url': slack.webhook, 'grafana-api-key': grafana.token }
  return {
    ...{ world, slack, grafana },
    run: (name, inputs, env = {}) => world.run(name, { ...secrets, ...inputs }, { env }),
    async [Symbol.asyncDispose]() {
      await Promise.all([slack.close(), grafana.close()])
      await world[Symbol.asyncDispose]()
    },
  }
}
