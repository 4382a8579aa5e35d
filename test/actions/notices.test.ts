import { expect, jest, test } from '@jest/globals'
import { activeParts, shownText } from '../../sandbox/world/slack/message.ts'
import { type Told, told } from './notice-world.ts'
import type { Inputs } from './release-world.ts'
import type { Run } from './run-action.ts'

// Each test runs several actions, in processes of their own.
jest.setTimeout(120_000)

const PROMOTE = { canary_version: '1.1.0', stages: 'all', promote_immediately: 'false' }
const ROLLBACK = { rollback_version: '1.0.0', pypi_action: 'leave-as-is', current_version: '1.1.0' }

const record = ({ run }: Told, hash: string, jobs: string, more: Inputs = {}) =>
  run('release-record', { version: '1.1.0', 'plan-hash': hash, report: 'pipeline', jobs, ...more })
const freeze = ({ run }: Told, more: Inputs = {}) =>
  run('auto-freeze-issue', {
    version: '1.1.0',
    gate: 'observability gate',
    reason: 'slow',
    ...more,
  })

/** What the run shows to people must not hold a secret. */
function expectQuiet({ log, summary, outputs }: Run, { slack, grafana }: Told): void {
  const open = log.replaceAll(/^::add-mask::.*$/gm, '')
  for (const text of [open, summary, ...Object.values(outputs)])
    for (const secret of [slack.webhook, grafana.token]) expect(text).not.toContain(secret)
  for (const secret of [slack.webhook, grafana.token])
    expect(log).toContain(`::add-mask::${secret}`)
}

test.concurrent('the end of a release is told by its outcome, with the run that ended it', async () => {
  await using at = await told()
  const hash = await at.world.plan({ deployment_strategy: 'direct' })
  const jobs = 'pre-flight-validation=success\ndeploy-release=success\n'
  await at.run('canary-promote', { ...PROMOTE, operation: 'advance' })
  const failed = await record(at, hash, `${jobs}post-deployment-validation=failure`)
  expect(failed.exit).toBe(1)
  const dry = await record(at, hash, jobs, { 'dry-run': 'true' })
  expect(dry.outputs.result).toBe('not-planned')
  const good = await record(at, hash, jobs)
  expect(good).toMatchObject({ exit: 0, outputs: { verdict: 'pass', result: 'completed' } })
  expect(at.slack.messages.map(({ text }) => text)).toEqual([
    'checkout 1.1.0 (stable): failed',
    'checkout 1.1.0 (stable): released',
  ])
  const [, message] = at.slack.messages
  const run = `${at.world.github.url}/acme/checkout-service/actions/runs/7/attempts/1`
  expect(message === undefined ? [] : activeParts(message)).toEqual([`<${run}|run>`])
  expect(at.grafana.annotations).toEqual([
    {
      tags: ['checkout', '1.1.0', 'failed', 'entry:5'],
      time: expect.any(Number),
      text: expect.stringContaining('post-deployment-validation: failure'),
    },
    {
      tags: ['checkout', '1.1.0', 'completed', 'entry:7'],
      time: expect.any(Number),
      text: `checkout 1.1.0 (stable): released\nall 5 passed\n${run}`,
    },
  ])
  const age = Date.now() - (at.grafana.annotations[1]?.time ?? 0)
  expect(age).toBeGreaterThanOrEqual(0)
  expect(age).toBeLessThan(60_000)
  for (const line of ['Slack was told: completed.', 'Grafana was told: completed.'])
    expect(good.summary).toContain(line)
  expectQuiet(good, at)
})

test.concurrent('a rollback is told at its end, and one that is not complete as a failure', async () => {
  await using at = await told()
  at.world.traffic.weights = { blue: 0, green: 100 }
  const end = (jobs: string) =>
    at.run('release-rollback', {
      ...{ ...ROLLBACK, operation: 'finalize', rollback_reason: 'complaints', jobs },
    })
  await end('validate-rollback=success\ncreate-hotfix-branch=failure')
  await end('validate-rollback=success')
  await at.run('release-rollback', {
    ...{ ...ROLLBACK, operation: 'packages', rollback_reason: 'complaints' },
  })
  expect(at.grafana.annotations.map(({ tags, text }) => [tags?.[2], text.split('\n')[1]])).toEqual([
    ['failed', 'rollback to 1.0.0: create-hotfix-branch: failure'],
    ['rolled-back', 'to 1.0.0: complaints'],
  ])
  expect(at.slack.messages).toHaveLength(2)
})

test.concurrent('a reason is text: no mention, no link, no markup, on either side', async () => {
  await using at = await told({ hasIssues: true })
  const reason = '<!channel> @here <https://evil.example|ok> & *b* <img src=x> &amp; #general'
  const run = await freeze(at, { reason })
  expect(run.exit).toBe(0)
  const [message] = at.slack.messages
  const issue = at.world.github.issues('acme/checkout-service')[0]?.number
  expect(message === undefined ? [] : activeParts(message)).toEqual([
    expect.stringMatching(/^<http:[^<>]*\/actions\/runs\/7\/attempts\/1\|run>$/),
    expect.stringMatching(new RegExp(`^<http:[^<>]*/issues/${issue}\\|issue>$`)),
  ])
  const shown = JSON.stringify(message?.blocks?.slice(1, 2))
  expect(shownText(shown)).toContain(`observability gate: ${reason}`)
  const [annotation] = at.grafana.annotations
  expect(annotation?.tags).toEqual(['checkout', '1.1.0', 'frozen', 'entry:1'])
  expect(annotation?.text).not.toMatch(/[<>]/)
  expect(shownText(annotation?.text ?? '')).toContain(reason)
})

test.concurrent('only the events that the config names are told, and a dry run tells nobody', async () => {
  await using at = await told({ events: '[completed, failed]' })
  await freeze(at)
  await freeze(at, { 'dry-run': 'true' })
  expect(at.slack.messages).toEqual([])
  await using quiet = await told({ more: '' })
  const run = await freeze(quiet)
  expect([quiet.slack.messages, quiet.grafana.annotations]).toEqual([[], []])
  expect(run.log).not.toContain('::warning::')
})

/** The action did its work; one channel was not told, and the other was. */
function expectWarned(run: Run, name: string, why: string): void {
  expect(run).toMatchObject({ exit: 0, outputs: { verdict: 'pass' } })
  const warnings = run.log.split('\n').filter((line) => line.startsWith('::warning::'))
  expect(warnings).toEqual([expect.stringContaining(`${name} was not told: ${why}`)])
  expect(run.summary).toContain(`${name} was not told`)
  const other = name === 'Slack' ? 'Grafana' : 'Slack'
  expect(run.summary).toMatch(new RegExp(`${other} was told(?: before)?: frozen\\.`))
  expect(run.log).not.toMatch(/^::error::|\n\s+at /m)
}

test.concurrent('a freeze that cannot be completed is told as a failure: nobody waits for its issue', async () => {
  await using told_ = await told({ hasIssues: true })
  const { world, slack } = told_
  world.github.faults.push({ method: 'POST', path: /\/issues$/, times: 99, before: 403 })
  const run = await freeze(told_)
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(slack.messages.map(({ text }) => text)).toEqual(['checkout 1.1.0 (stable): failed'])
  const said = JSON.stringify(slack.messages)
  expect(said).toContain('the freeze is not complete: GitHub answered 403')
  expect(said).toContain('observability gate: slow')
})

test.concurrent('a Slack that cannot be told is a warning with its reason, and nothing else', async () => {
  await using at = await told()
  const { slack } = at
  const without = await freeze(at, { 'slack-webhook-url': '' })
  expectWarned(
    without,
    'Slack',
    'the secret SLACK_WEBHOOK_URL is empty. Set it and pass it by name',
  )
  const typo = await freeze(at, { 'slack-webhook-url': 'not an address' })
  expectWarned(typo, 'Slack', 'the secret SLACK_WEBHOOK_URL is no address')
  slack.refuse({ status: 403, error: 'invalid_token' })
  expectWarned(await freeze(at), 'Slack', 'Slack answered 403 invalid_token')
  slack.faults.add({ path: /./, fault: { kind: 'silence' } })
  const slow = await freeze(at)
  expectWarned(slow, 'Slack', 'SLACK_WEBHOOK_URL did not answer in time')
  expect(slow.seconds).toBeLessThan(20)
  expect(slow.log.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain(new URL(slack.url).host)
  expect(slack.messages).toEqual([])
})

test.concurrent('a Grafana that cannot be told is a warning with its reason', async () => {
  await using at = await told()
  const key = (value: string) => freeze(at, { 'grafana-api-key': value })
  expectWarned(await key(''), 'Grafana', 'the secret GRAFANA_API_KEY is empty')
  expectWarned(await key('guess'), 'Grafana', 'Grafana answered 401. Store a service account token')
  expect(at.grafana.annotations).toEqual([])
})
