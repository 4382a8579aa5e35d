import { expect, jest, test } from '@jest/globals'
import { type Slack, startSlack } from '../../sandbox/world/slack/slack.ts'
import { cli } from '../cli/run-cli.ts'
import { ledgerOf } from './ledger-of.ts'
import type { Inputs, ReleaseWorld } from './release-world.ts'
import { HOUR, MINUTE, promote, tickAt, tickWorld } from './tick-world.ts'

// Each test plans a release and rolls it out, in processes of their own.
jest.setTimeout(120_000)

const FIRST = { blue: 90, green: 10 }
const BACK = { blue: 100, green: 0 }

interface Told extends AsyncDisposable {
  readonly world: ReleaseWorld
  readonly slack: Slack
  readonly secret: Inputs
}

/** A release whose error rate does this when it is broken. @param clock `external` unless given. */
async function breaching(onBreach: string, clock?: string): Promise<Told> {
  const slack = await startSlack()
  const errors = 'name: error-rate, metric: error-rate, unit: ratio, limit: 1%, min-samples: 5'
  const speed =
    '{ name: speed, metric: latency-p95, unit: milliseconds, limit: 20s, min-samples: 5 }'
  const world = await tickWorld({
    objectives: `[{ ${errors}, on-breach: ${onBreach} }, ${speed}]`,
    ...(clock === undefined ? {} : { clock, stages: STAGES }),
    ...{ more: 'notifications: { slack: {} }\n', allow: [slack.url], hasIssues: false },
  })
  return {
    ...{ world, slack, secret: { 'slack-webhook-url': slack.webhook } },
    async [Symbol.asyncDispose]() {
      await slack.close()
      await world[Symbol.asyncDispose]()
    },
  }
}

const STAGES = '[{ weight: 10%, bake: 2s }, { weight: 100%, bake: 2s }]'
const INLINE = '{ kind: inline }'

const said = ({ slack }: Told) => slack.messages.map(({ text }) => text)
const texts = ({ slack }: Told) => JSON.stringify(slack.messages)

test.concurrent('notify: people are told once in a stage, and the release goes on', async () => {
  await using at = await breaching('notify, who: qa', INLINE)
  await at.world.plan()
  at.world.traffic.status = 503
  const run = await promote(at.world, at.secret)
  expect(run.outputs).toMatchObject({ verdict: 'pass', deployment_successful: 'true' })
  expect(said(at)).toEqual(Array(2).fill('checkout 1.1.0 (stable): an objective is broken'))
  expect(texts(at)).toContain('for qa: error-rate: 100 %, wanted at most 1 %')
  expect(run.summary).toContain('Slack was told: breached.')
  const { entries, kinds } = await ledgerOf(at.world)
  expect(kinds.filter((kind) => kind === 'alarm')).toHaveLength(2)
  const verdicts = entries.flatMap((e) => (e.kind === 'verdict' ? [e.payload] : []))
  expect(verdicts.map(({ verdict, breach }) => [verdict, breach])).toEqual(
    Array(2).fill(['pass', 'none']),
  )
  expect(verdicts[0]?.reason).toContain('told, and goes on: error-rate: 100 %')
})

test.concurrent('ticks tell of the same stage once, whichever of them looks', async () => {
  await using at = await breaching('notify')
  await at.world.plan()
  await promote(at.world, at.secret)
  at.world.traffic.status = 503
  for (const after of [10 * MINUTE, 20 * MINUTE]) await tickAt(at.world, after, at.secret)
  expect(said(at)).toEqual(['checkout 1.1.0 (stable): an objective is broken'])
  expect((await ledgerOf(at.world)).kinds).toEqual(['plan', 'intent', 'outcome', 'alarm', 'told'])
})

test.concurrent('page: it pauses, a role is asked, and without a decision the traffic goes back', async () => {
  await using at = await breaching('page, decide-within: 30m, who: on-call', INLINE)
  await at.world.plan()
  at.world.traffic.status = 503
  const run = await promote(at.world, at.secret)
  expect(run.outputs).toMatchObject({ verdict: 'fail', rolled_back: 'false', state: 'paused' })
  expect(run.outputs.reason).toMatch(/on-call decides until 20\S+Z: resume, skip or roll-back/)
  expect(at.world.traffic.weights).toEqual(FIRST)
  expect(said(at)).toEqual(['checkout 1.1.0 (stable): a decision is needed'])
  const { entries } = await ledgerOf(at.world)
  expect(entries.slice(-2)).toMatchObject([
    { payload: { breach: 'page', decideBy: expect.stringMatching(/Z$/) } },
    { payload: { event: 'paged', channels: ['Slack'] } },
  ])
  const { out } = cli('status', '--repository', at.world.gitDir)
  expect(out).toMatch(/paused: .*on-call decides until 20\S+Z: resume, skip or roll-back/)
  const early = await tickAt(at.world, 20 * MINUTE, at.secret)
  expect(early.outputs.verdict).toBe('pass')
  expect(at.world.traffic.weights).toEqual(FIRST)
  const late = await tickAt(at.world, 31 * MINUTE, at.secret)
  expect(late.summary).toContain('nobody decided until')
  expect(at.world.traffic.weights).toEqual(BACK)
})

test.concurrent('page: who decides in time has decided', async () => {
  await using at = await breaching('page, decide-within: 30m', INLINE)
  await at.world.plan()
  at.world.traffic.status = 503
  const run = await promote(at.world, at.secret)
  expect(run.outputs.reason).toContain('who may resume decides until')
  at.world.traffic.status = 200
  const resumed = await promote(at.world, { operation: 'resume', reason: 'repaired' })
  expect(resumed.outputs).toMatchObject({ verdict: 'pass', deployment_successful: 'true' })
})

test.concurrent('stop: it ends where it stands, the traffic stays, and nothing goes on with it', async () => {
  await using at = await breaching('stop', INLINE)
  await at.world.plan()
  at.world.traffic.status = 503
  const run = await promote(at.world, at.secret)
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({ verdict: 'fail', rolled_back: 'false', state: 'stopped' })
  expect(at.world.traffic.weights).toEqual(FIRST)
  const { kinds, entries, open } = await ledgerOf(at.world)
  expect(kinds).toEqual(['plan', 'intent', 'outcome', 'verdict', 'outcome'])
  expect(entries.at(-1)).toMatchObject({
    payload: { result: 'failed', reason: expect.stringMatching(/^stopped: error-rate: 100 %/) },
  })
  // People are told by the last job, or by the next tick.
  expect(open).toEqual(['open/notices/checkout/stable/1.1.0.json'])
  at.world.traffic.status = 200
  for (const operation of ['advance', 'resume', 'skip'])
    expect((await promote(at.world, { operation, reason: 'why' })).exit).toBe(1)
  expect(at.world.traffic.weights).toEqual(FIRST)
  const back = await promote(at.world, { operation: 'roll-back', reason: 'enough' })
  expect(back.outputs).toMatchObject({ verdict: 'pass', rolled_back: 'true' })
  expect(at.world.traffic.weights).toEqual(BACK)
})

test.concurrent('stop: a tick ends it as well, freezes the channel and tells people', async () => {
  await using at = await breaching('stop')
  await at.world.plan()
  await promote(at.world, at.secret)
  at.world.traffic.status = 503
  const tick = await tickAt(at.world, HOUR / 2, at.secret)
  expect(tick.outputs.verdict).toBe('fail')
  expect(at.world.traffic.weights).toEqual(FIRST)
  const { kinds, open } = await ledgerOf(at.world)
  expect(kinds.slice(3)).toEqual(['verdict', 'freeze', 'told', 'outcome', 'told'])
  expect(open).toEqual(['open/freezes/checkout/stable.json'])
  expect(said(at)).toEqual([
    'checkout 1.1.0 (stable): the channel is frozen',
    'checkout 1.1.0 (stable): failed',
  ])
})
