import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from './ledger-of.ts'
import { type Told, told } from './notice-world.ts'
import type { Inputs } from './release-world.ts'
import { SHIM } from './tick-world.ts'

// Each test ends a release several times, in processes of their own.
jest.setTimeout(120_000)

type Env = Readonly<Record<string, string>>
const NO_SECRETS = { 'slack-webhook-url': '', 'grafana-api-key': '' }
const AGAIN: Env = { GITHUB_RUN_ATTEMPT: '2' }
const OTHER: Env = { GITHUB_RUN_ID: '8' }

/** The last job of a pipeline whose smoke tests have failed. */
const end = (at: Told, hash: string, env: Env = {}, more: Inputs = {}) => {
  const jobs = 'enhanced-smoke-tests=failure'
  const inputs = { version: '1.1.0', 'plan-hash': hash, report: 'pipeline', jobs, ...more }
  return at.run('release-record', inputs, env)
}

/** Later by so many milliseconds, here and at GitHub. */
function later(at: Told, ms: number): Env {
  at.world.setTime(ms)
  return { NODE_OPTIONS: SHIM, CLOCK_OFF_MS: String(ms) }
}

const count = ({ slack, grafana }: Told) => [slack.messages.length, grafana.annotations.length]
const tellings = async ({ world }: Told) =>
  (await ledgerOf(world)).entries.flatMap((e) => (e.kind === 'told' ? [e.payload] : []))

test.concurrent('an end is told once, however often its job is run again, for at most three calls', async () => {
  await using at = await told()
  const hash = await at.world.plan()
  await end(at, hash, {}, NO_SECRETS)
  const { github } = at.world
  const untold = github.requests.length
  await end(at, hash, AGAIN, NO_SECRETS)
  const quiet = github.requests.length - untold
  const first = await end(at, hash, AGAIN)
  expect(github.requests.length - untold - quiet).toBeLessThanOrEqual(quiet + 3)
  expect(first.summary).toContain('Slack was told: failed.')
  const again = await end(at, hash, { GITHUB_RUN_ATTEMPT: '3' })
  for (const name of ['Slack', 'Grafana'])
    expect(again.summary).toContain(`${name} was told before: failed.`)
  expect(count(at)).toEqual([1, 1])
  const { kinds, open } = await ledgerOf(at.world)
  expect([kinds, open]).toEqual([['plan', 'outcome', 'told'], []])
  expect(await tellings(at)).toEqual([
    { event: 'failed', about: 2, channels: ['Slack', 'Grafana'] },
  ])
})

test.concurrent('who could not be told is told by the next run, and nobody else is', async () => {
  await using at = await told()
  const hash = await at.world.plan()
  at.slack.refuse({ status: 403, error: 'action_prohibited' })
  expect((await end(at, hash)).log).toContain('Slack was not told: Slack answered 403')
  expect(count(at)).toEqual([0, 1])
  at.slack.refuse(undefined)
  const again = await end(at, hash, AGAIN)
  expect(again.summary).toContain('Slack was told: failed.')
  expect(again.summary).toContain('Grafana was told before: failed.')
  expect(count(at)).toEqual([1, 1])
  expect((await tellings(at)).map(({ channels }) => channels)).toEqual([['Grafana'], ['Slack']])
})

test.concurrent('another run leaves the message to the one that ended the release, and tells it when that one must be dead', async () => {
  await using at = await told()
  const hash = await at.world.plan()
  await end(at, hash, {}, NO_SECRETS)
  const early = await end(at, hash, OTHER)
  expect(early.summary).toContain('Run 7 tells Slack, Grafana: failed.')
  expect(count(at)).toEqual([0, 0])
  const late = await end(at, hash, { ...OTHER, ...later(at, 70_000) })
  expect(late.summary).toContain('Slack was told: failed.')
  await end(at, hash, AGAIN)
  expect(count(at)).toEqual([1, 1])
})

test.concurrent('what was told and could not be recorded is a warning, and Slack is told once more: better twice than never', async () => {
  await using at = await told()
  const hash = await at.world.plan()
  await end(at, hash, {}, NO_SECRETS)
  // All else is recorded already.
  at.world.github.faults.push({ path: /./, operation: 'mutation', before: 403 })
  const run = await end(at, hash)
  expect(run.outputs).toMatchObject({ verdict: 'fail', result: 'failed' })
  expect(run.log).toContain('::warning::that Slack, Grafana was told is not recorded')
  await end(at, hash, AGAIN)
  await end(at, hash, { GITHUB_RUN_ATTEMPT: '3' })
  // Grafana's annotation is found by its tags.
  expect(count(at)).toEqual([2, 1])
  expect(at.grafana.annotations[0]?.tags).toEqual(['checkout', '1.1.0', 'failed', 'entry:2'])
})

test.concurrent('a rollback and a freeze are told once as well', async () => {
  await using at = await told()
  await at.world.plan()
  at.world.traffic.weights = { blue: 0, green: 100 }
  const rollback = (operation: string, env: Env = {}) =>
    at.run(
      'release-rollback',
      {
        ...{ operation, rollback_version: '1.0.0', current_version: '1.1.0' },
        ...{ rollback_reason: 'slow', pypi_action: 'leave-as-is' },
        jobs: 'validate-rollback=success',
      },
      env,
    )
  await rollback('traffic')
  for (const env of [{}, AGAIN]) await rollback('finalize', env)
  const frozen = { version: '1.1.0', gate: 'gate', reason: 'slow' }
  for (const env of [{}, AGAIN, OTHER]) await at.run('auto-freeze-issue', frozen, env)
  expect(at.slack.messages.map(({ text }) => text)).toEqual([
    'checkout 1.1.0 (stable): rolled back',
    'checkout 1.1.0 (stable): the channel is frozen',
  ])
  expect(count(at)).toEqual([2, 2])
})

const NOTICE = 'open/notices/checkout/stable/1.1.0.json'

test.concurrent('an end that nobody could be told of is told by the next tick, once, and no other tick looks for it', async () => {
  await using at = await told()
  const hash = await at.world.plan()
  await end(at, hash, {}, NO_SECRETS)
  expect((await ledgerOf(at.world)).open).toEqual([NOTICE])
  const cron = { GITHUB_EVENT_NAME: 'schedule', GITHUB_RUN_ID: '9' }
  const tick = (ms: number, inputs: Inputs = {}) =>
    at.run('release-tick', inputs, { ...cron, ...later(at, ms) })
  await tick(70_000, { 'dry-run': 'true' })
  await tick(71_000, { product: 'another' })
  at.slack.refuse({ status: 403, error: 'action_prohibited' })
  const half = await tick(72_000)
  expect([half.outputs.verdict, half.outputs.open]).toEqual(['pass', '0'])
  expect(half.log).toContain('Slack was not told: Slack answered 403')
  expect(count(at)).toEqual([0, 1])
  at.slack.refuse(undefined)
  for (const ms of [140_000, 210_000, 280_000]) await tick(ms)
  expect(count(at)).toEqual([1, 1])
  expect(JSON.stringify(at.slack.messages)).toContain('enhanced-smoke-tests: failure')
  const { kinds, open } = await ledgerOf(at.world)
  expect([kinds, open]).toEqual([['plan', 'outcome', 'told', 'told'], []])
})

test.concurrent('after a day nobody is told of an end any more, which the record says', async () => {
  await using at = await told()
  const hash = await at.world.plan()
  await end(at, hash, {}, NO_SECRETS)
  const cron = { GITHUB_EVENT_NAME: 'schedule', GITHUB_RUN_ID: '9' }
  await at.run('release-tick', {}, { ...cron, ...later(at, 25 * 3_600_000) })
  expect(count(at)).toEqual([0, 0])
  expect(await tellings(at)).toEqual([{ event: 'failed', about: 2, channels: [] }])
  expect((await ledgerOf(at.world)).open).toEqual([])
})

test.concurrent('a tick that ends a release tells it, and the one after it does not', async () => {
  await using at = await told({
    ...{ stages: '[{ weight: 100%, bake: 1h }]', clocked: true },
  })
  const hash = await at.world.plan()
  await at.run('canary-promote', {
    ...{ canary_version: '1.1.0', stages: 'all', promote_immediately: 'false' },
    operation: 'advance',
  })
  await at.run('release-record', {
    ...{ version: '1.1.0', 'plan-hash': hash, report: 'pipeline', jobs: 'deploy-release=success' },
  })
  const cron = { GITHUB_EVENT_NAME: 'schedule', GITHUB_RUN_ID: '9' }
  for (const minutes of [61, 66, 71])
    await at.run('release-tick', {}, { ...cron, ...later(at, minutes * 60_000) })
  expect(at.slack.messages.map(({ text }) => text)).toEqual(['checkout 1.1.0 (stable): released'])
  expect(count(at)).toEqual([1, 1])
  expect((await ledgerOf(at.world)).open).toEqual([])
})
