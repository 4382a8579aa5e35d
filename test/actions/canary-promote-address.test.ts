import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from './ledger-of.ts'
import { lostAtFirstShift } from './lost-runner.ts'
import { type Inputs, type ReleaseWorld, releaseWorld } from './release-world.ts'
import { json, serve } from './server.ts'

// Each test plans a release and rolls it out, in processes of their own.
jest.setTimeout(120_000)

const DEFAULTS: Inputs = {
  ...{ canary_version: '1.1.0', stages: 'all', promote_immediately: 'false', operation: 'advance' },
}
const promote = (world: ReleaseWorld, inputs: Inputs = {}, more = {}) =>
  world.run('canary-promote', { ...DEFAULTS, ...inputs }, more)

/** Prometheus that has seen a thousand good requests. */
const healthy = () =>
  serve(({ url }, response) => {
    const isErrors = decodeURIComponent(url).includes('"5..')
    const time = Number(new URLSearchParams(url.split('?')[1]).get('time'))
    const result = [{ metric: {}, value: [time, isErrors ? '0' : '1000'] }]
    json(response, { status: 'success', data: { resultType: 'vector', result } })
  })

/** A release with an objective, whose config leaves the address of Prometheus to the secret. */
const unaddressed = (allow: readonly string[]) =>
  releaseWorld({
    hasIssues: false,
    objectives: '[{ name: errors, metric: error-rate, unit: ratio, limit: 1%, min-samples: 10 }]',
    more: 'metrics: { provider: prometheus }\n',
    allow,
  })

test.concurrent('without an address nothing moves and nothing is recorded, also when stages are skipped', async () => {
  await using world = await unaddressed([])
  await world.plan()
  for (const promote_immediately of ['false', 'true']) {
    const run = await promote(world, { promote_immediately })
    expect(run).toMatchObject({ exit: 1, outputs: { verdict: 'inconclusive' } })
    expect(run.outputs.reason).toBe(
      'Prometheus has no address: metrics.url is not in the config, and the secret or variable PROMETHEUS_URL is empty. Set PROMETHEUS_URL and pass it by name, or name metrics.url',
    )
  }
  expect(world.traffic.put).toEqual([])
  expect((await ledgerOf(world)).kinds).toEqual(['plan'])
})

test.concurrent('with the secret the stages are judged; a canary that waits keeps its share when it is gone', async () => {
  await using prometheus = await healthy()
  await using world = await unaddressed([prometheus.url])
  await world.plan()
  const secret = { 'prometheus-url': prometheus.url }
  const first = await promote(world, { ...secret, stages: 'one' })
  expect(first.outputs).toMatchObject({ verdict: 'pass', stage: '1' })
  expect(prometheus.seen).not.toEqual([])
  const forgotten = await promote(world)
  expect(forgotten.outputs.verdict).toBe('inconclusive')
  expect(world.traffic.weights).toEqual({ blue: 90, green: 10 })
  await prometheus[Symbol.asyncDispose]()
  const down = await promote(world, secret)
  expect(down.outputs.verdict).toBe('inconclusive')
  expect(down.outputs.reason).toContain('PROMETHEUS_URL: the connection failed (ECONNREFUSED)')
  expect(world.traffic.weights).toEqual({ blue: 90, green: 10 })
  // The record and the summary are no log in which the runner would hide a secret.
  const { entries } = await ledgerOf(world)
  const shown = [JSON.stringify(entries), down.summary, ...Object.values(down.outputs)].join('\n')
  expect(shown).not.toContain(prometheus.host)
})

test.concurrent('a share that is not judged yet does not stay because the secret is gone: all traffic goes back', async () => {
  await using prometheus = await healthy()
  await using world = await unaddressed([prometheus.url])
  await world.plan()
  await lostAtFirstShift(world, (more) =>
    promote(world, { 'prometheus-url': prometheus.url }, more),
  )
  expect(world.traffic.weights).toEqual({ blue: 90, green: 10 })
  const run = await promote(world)
  expect(run.outputs).toMatchObject({ verdict: 'inconclusive', rolled_back: 'true' })
  expect(world.traffic.weights).toEqual({ blue: 100, green: 0 })
})

test.concurrent('an address from the secret obeys the network policy of the config', async () => {
  await using prometheus = await healthy()
  await using world = await unaddressed([])
  await world.plan()
  const run = await promote(world, { 'prometheus-url': prometheus.url })
  expect(run.exit).toBe(1)
  expect(run.outputs.reason).toContain('PROMETHEUS_URL is not https. List the origin')
  expect(prometheus.seen).toEqual([])
  expect(world.traffic.weights).toEqual({ blue: 100, green: 0 })
})

test.concurrent('the plan says which secrets the config needs', async () => {
  await using world = await releaseWorld({
    hasIssues: false,
    more: 'metrics: { provider: prometheus }\nsentry: { project: web }\nnotifications: { slack: {} }\n',
  })
  const run = await world.run('plan', {
    release_version: '1.1.0',
    deployment_strategy: 'direct',
    'desktop-rollout-percentage': '100',
  })
  expect(run.summary).toContain('`PROMETHEUS_URL`, `SENTRY_AUTH_TOKEN`, `SENTRY_ORG`.')
  expect(run.summary).toContain('else nobody is told: `SLACK_WEBHOOK_URL`.')
})
