import { expect, jest, test } from '@jest/globals'
import { type Action, allActions, complaints, runAll } from './all-actions.ts'
import { fakeGitHub } from './fake-github.ts'
import { runAction } from './run-action.ts'
import { json, serve } from './server.ts'

// Each test starts processes.
jest.setTimeout(60_000)

const EVENTS = ['pull_request_target', 'workflow_run', 'issue_comment']
const READING = ['observability-gate', 'smoke-test', 'verify-assets', 'verify-pypi']
const real = { 'dry-run': 'false' }
const comparison: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'perf-regression': {
    ...{ phase: 'analyse', current_version: '1.1.0', baseline_version: '1.0.0' },
    'create-issue': 'true',
  },
}
const given = (action: Action, more: Readonly<Record<string, string>>) => ({
  ...{ ...action.good, ...comparison[action.name] },
  ...more,
})
const rows = (github: string, more: Readonly<Record<string, string>>) =>
  allActions().map((action, index) => {
    const env = { GITHUB_EVENT_NAME: EVENTS[index % EVENTS.length] ?? '' }
    return { action, env, options: { github, inputs: given(action, more), env } }
  })

test('[RW-15] what changes something refuses an event that anybody can cause, before anybody is asked; what reads does not', async () => {
  await using github = await serve((_, response) => json(response, { message: 'no' }, 401))
  const found = await runAll(rows(github.url, real))
  for (const { action, env, run } of found) {
    expect([action.name, ...complaints(action, run)]).toEqual([action.name])
    const asked = READING.includes(action.name)
    const reason = asked ? 'GitHub answered 401' : `the event ${env.GITHUB_EVENT_NAME}, which`
    expect([action.name, run.outputs.reason]).toEqual([
      action.name,
      expect.stringContaining(reason),
    ])
  }
  expect(github.seen).toHaveLength(READING.length)
})

test('a plan is refused for other such events too, and made for those that people with write access cause', async () => {
  const foreign = ['issues', 'fork']
  const own = ['workflow_dispatch', 'schedule', 'release']
  await using github = await serve((_, response) => json(response, { message: 'no' }, 401))
  const plan = allActions().filter(({ name }) => name === 'plan')
  const all = plan.flatMap((action) =>
    [...foreign, ...own].map((event) => {
      const options = { github: github.url, inputs: given(action, real) }
      return { action, event, options: { ...options, env: { GITHUB_EVENT_NAME: event } } }
    }),
  )
  for (const { event, run } of await runAll(all))
    expect([event, run.outputs.reason]).toEqual([
      event,
      expect.stringContaining(own.includes(event) ? 'GitHub answered 401' : `event ${event},`),
    ])
})

test('a dry run may be started by anybody: it changes nothing', async () => {
  await using github = await serve((_, response) => json(response, { message: 'no' }, 401))
  const dry = rows(github.url, { 'dry-run': 'true' }).filter(({ action }) =>
    ['plan', 'canary-promote'].includes(action.name),
  )
  for (const { action, run } of await runAll(dry))
    expect([action.name, run.outputs.reason]).toEqual([
      action.name,
      expect.stringContaining('GitHub answered 401'),
    ])
})

const config = (platforms: string) =>
  `product: checkout\nobjectives: none\nverification: { platforms: ${platforms} }\n`
const verified = async (platforms: string) => {
  await using github = await fakeGitHub(config(platforms))
  const inputs = { version_to_verify: '1.1.0' }
  return await runAction('verify-assets', { github: github.url, inputs })
}

test.each([
  ['a text', '"[{}]"'],
  ['a key more', '[{ runner: x, python: "3.12", container: evil }]'],
  ['an object for a label', '[{ runner: { group: x }, python: "3.12" }]'],
  ['too many entries', `[${Array.from({ length: 65 }, () => '{ runner: x, python: y }').join()}]`],
])(
  '[RW-26] what becomes a matrix fits the schema first: %s is refused, and no leg is named',
  async (_what, platforms) => {
    const run = await verified(platforms)
    expect([run.exit, run.outputs.verdict, run.outputs.platforms]).toEqual([1, 'inconclusive', ''])
    expect(run.outputs.reason).toContain('verification.platforms')
  },
)

test('what looks like an expression or a command stays text in the matrix', async () => {
  const leg = { runner: '${' + '{ secrets.X }}', python: '3.12"; $(id) #' }
  const run = await verified(JSON.stringify([leg]))
  expect(run.outputs.verdict).toBe('pass')
  expect(JSON.parse(run.outputs.platforms ?? '')).toEqual([leg])
})
