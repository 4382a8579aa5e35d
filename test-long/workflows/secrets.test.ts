import { afterAll, expect, test } from '@jest/globals'
import { startSlack } from '../../sandbox/world/slack/slack.ts'
import { errors, job, results, rig, shorter, testWellFormed } from '../../test/workflows/rig.ts'

const slack = await startSlack()
afterAll(() => slack.close())

const TOKEN = 'pypi-sandbox-token'

/** The example, with what it can leave to secrets and variables left out, and people to be told. */
function withSecrets(path: string, text: string): string {
  if (path !== '.github/release-actions.yml') return shorter(path, text)
  const look = (test: string) => `[node, -e, 'process.exit(${test} ? 0 : 1)', '{next-version}']`
  const isNext = 'process.argv[1] === "1.1.1"'
  return shorter(path, text)
    .replace('  organization: acme\n  project: checkout-service\n', '')
    .replace('allow-private:\n', `allow-private:\n  - ${slack.url}\n`)
    .replace(
      '  suites:\n',
      `  suites:
    rollback-build:
      - { kind: command, name: build, argv: ${look(`${isNext} && !process.env.PYPI_API_TOKEN`)} }
    rollback-publish:
      - kind: command
        name: upload
        argv: ${look(`${isNext} && process.env.PYPI_API_TOKEN === "${TOKEN}"`)}
        secrets: [PYPI_API_TOKEN]
`,
    )
    .concat('notifications: { slack: {}, grafana: { url: https://grafana.invalid } }\n')
}

const world = rig(['1.1.0'], { edit: withSecrets })
const titles = () => slack.messages.map(({ text }) => text)
const vars = { SENTRY_ORG: 'acme', SENTRY_PROJECT: 'checkout-service' }
const secrets = { SLACK_WEBHOOK_URL: slack.webhook, PYPI_API_TOKEN: TOKEN }

test('variables of the repository and secrets passed by name reach the jobs that need them', async () => {
  const run = await world.release('1.1.0', { deployment_strategy: 'direct' }, { vars, secrets })
  expect(errors(run, 'observability-gate')).toBe('')
  expect(run.conclusion).toBe('success')
  expect(titles()).toEqual(['checkout-service 1.1.0 (stable): released'])
  const warnings = run.annotations.filter(({ level }) => level === 'warning')
  expect(warnings.map(({ message }) => message)).toContainEqual(
    expect.stringContaining('Grafana was not told: the secret GRAFANA_API_KEY is empty'),
  )
})

test('a rollback publishes under the next free version with the token of the index, and says that it is done', async () => {
  const inputs = {
    rollback_version: '1.0.0',
    rollback_reason: 'complaints',
    pypi_action: 'leave-as-is',
    environment: world.sandbox.profile,
  }
  const start = { workflow: 'release-rollback.yml', inputs, vars }
  const without = await world.run({ ...start, secrets: { SLACK_WEBHOOK_URL: slack.webhook } })
  expect(job(without, 'revert-and-build').outputs.next_version).toBe('1.1.1')
  expect(errors(without, 'publish-emergency-release')).toContain(
    'the suite rollback-publish needs PYPI_API_TOKEN, which is empty: nothing was run',
  )
  expect(results(without)['publish-emergency-release']).toBe('failure')
  // The traffic is back all the same; the version to leave is named, because it has none any more.
  const again = { ...inputs, current_version: '1.1.0' }
  const run = await world.run({ ...start, inputs: again, secrets })
  expect(results(run)['publish-emergency-release']).toBe('success')
  expect(run.conclusion).toBe('success')
  expect(titles().slice(1)).toEqual([
    'checkout-service 1.1.0 (stable): failed',
    'checkout-service 1.1.0 (stable): rolled back',
  ])
})

testWellFormed(world)
