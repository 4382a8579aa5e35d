/** Every complete workflow of the actions' pages does under act what its page says. One world, played in order. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runWorkflow } from '../../sandbox/act/index.ts'
import { REPOSITORY, type Start } from '../../sandbox/demo/sandbox.ts'
import { startSentry } from '../../sandbox/world/sentry/sentry.ts'
import { type ActionExample, actionExamples } from '../../test/docs/action-examples.ts'
import { home } from '../../test/house/tree.ts'
import { optionsFor, scratch, writeTrees } from '../../test/sandbox/act/rig.ts'
import { closeIssue, removeAsset, uploadAsset } from '../../test/workflows/people.ts'
import { kinds, open } from '../../test/workflows/record.ts'
import { errors, job, rig, testWellFormed } from '../../test/workflows/rig.ts'
import { exampleOf, play, topLevel } from './copied.ts'

const SLOWER = { afterCustomerRequests: 0, errorRate: 0, slowShare: 1, slowMs: 10 }
const versions = [
  ...['1.0.0', '1.1.0', '1.2.0', '1.3.0'].map((version) => ({ version, fault: null })),
  { version: '1.4.0', fault: SLOWER },
]
const world = rig(['1.1.0', '1.2.0', '1.3.0', '1.4.0'], { versions, edit: topLevel })
const TARBALL = 'checkout-service-1.1.0.tgz'

const played = new Set<ActionExample>()
function example(action: string, name?: string): ActionExample {
  const found = exampleOf(action, name)
  played.add(found)
  return found
}
const run = (action: string, inputs: Start['inputs'] = {}, start: Omit<Start, 'workflow'> = {}) =>
  play(world, example(action), { inputs, ...start })
const takeBack = (version: string) =>
  play(world, example('canary-promote', 'Take back'), {
    inputs: { version, reason: 'customers see wrong totals' },
  })

const weights = () => world.sandbox.world.traffic.weights()
const release = (version: string) =>
  world.sandbox.github.releases(REPOSITORY).find(({ tagName }) => tagName === `v${version}`)
const openIssues = () =>
  world.sandbox.github.issues(REPOSITORY).filter(({ state }) => state === 'open')
const runOf = (version: string) =>
  world.sandbox.world.platform.slots().find((slot) => slot.version === version)

describe('verify-assets', () => {
  test('a draft by dispatch, and the newest published release on the schedule', async () => {
    const dispatched = await run('verify-assets', { version: '1.1.0' })
    expect([dispatched.conclusion, job(dispatched, 'verify').outputs.tag]).toEqual([
      'success',
      'v1.1.0',
    ])
    const nightly = await run('verify-assets', {}, { event: 'schedule' })
    expect([nightly.conclusion, job(nightly, 'verify').outputs.tag]).toEqual(['success', 'v1.0.0'])
  })

  test('is red without a file', async () => {
    const bytes = await removeAsset(world.sandbox, 'v1.1.0', TARBALL)
    const red = await run('verify-assets', { version: '1.1.0' })
    await uploadAsset(world.sandbox, 'v1.1.0', TARBALL, bytes)
    expect([red.conclusion, errors(red, 'verify')]).toEqual([
      'failure',
      expect.stringContaining(TARBALL),
    ])
  })
})

test('verify-pypi: after a publication, and red while the index hides the version', async () => {
  const published = {
    event: 'release',
    payload: { action: 'published', release: { tag_name: 'v1.0.0', draft: false } },
  } as const
  const seen = await run('verify-pypi', {}, published)
  expect(seen.conclusion).toBe('success')
  expect(job(seen, 'verify').outputs).toMatchObject({ pypi_available: 'true', version: '1.0.0' })
  world.sandbox.world.index.faults.hide('1.0.0')
  const hidden = await run('verify-pypi', {}, published)
  world.sandbox.world.index.faults.clear()
  expect(hidden.conclusion).toBe('failure')
  expect(job(hidden, 'verify').outputs.pypi_available).toBe('false')
})

test('observability-gate: the job behind it runs after a pass, and never while Sentry is down', async () => {
  const inputs = { release_version: '1.1.0', baseline_version: '1.0.0' }
  const good = await run('observability-gate', inputs)
  expect(good.conclusion).toBe('success')
  expect(job(good, 'gate').outputs).toMatchObject({ channel: 'stable', measured_version: '1.0.0' })
  expect(job(good, 'deploy').outputs.deployed).toBe('1.1.0')
  const { faults } = world.sandbox.world.sentry
  faults.add({ path: /./, fault: { kind: 'status', status: 500 } })
  const blind = await run('observability-gate', inputs)
  faults.clear()
  expect([job(blind, 'gate').result, job(blind, 'deploy').result]).toEqual(['failure', 'skipped'])
})

test('smoke-test: starts the draft beside the version that serves, without traffic', async () => {
  const done = await run('smoke-test', { version: '1.1.0' })
  expect(done.conclusion).toBe('success')
  expect(runOf('1.1.0')?.slot).toBe('green')
  expect(job(done, 'smoke').outputs).toMatchObject({
    passed: '3',
    endpoint: expect.stringMatching(/^http:/),
  })
  expect(await weights()).toEqual({ blue: 100, green: 0 })
})

test('perf-regression: passes an equal version, and opens an issue about a slower one', async () => {
  const equal = await run('perf-regression', {
    release_version: '1.1.0',
    baseline_version: '1.0.0',
  })
  expect(equal.conclusion).toBe('success')
  expect(job(equal, 'performance').outputs.has_regression).toBe('false')
  expect(openIssues()).toEqual([])
  const slower = await run('perf-regression', {
    release_version: '1.4.0',
    baseline_version: '1.0.0',
  })
  expect(slower.conclusion).toBe('failure')
  expect(job(slower, 'performance').outputs.has_regression).toBe('true')
  const [issue, ...others] = openIssues()
  expect([issue?.title, others]).toEqual([expect.stringContaining('1.4.0'), []])
  await closeIssue(world.sandbox, issue?.number, 'octocat')
})

test('canary-promote: all stages of a planned release, and all traffic back again', async () => {
  const out = await run('canary-promote', { version: '1.1.0' })
  expect(out.conclusion).toBe('success')
  expect(job(out, 'deploy').outputs).toMatchObject({
    stage: '4',
    endpoint: expect.stringMatching(/^http:/),
  })
  expect(await weights()).toEqual({ blue: 0, green: 100 })
  const back = await takeBack('1.1.0')
  expect(back.conclusion).toBe('success')
  expect(JSON.parse(job(back, 'take-back').outputs.weights ?? '')).toEqual({ blue: 100, green: 0 })
  expect(await weights()).toEqual({ blue: 100, green: 0 })
  expect((await kinds(world.sandbox, '1.1.0')).at(-1)).toBe('rolled-back')
  expect(await open(world.sandbox)).toEqual([])
})

test('publish-rollout-metadata: the decision lies on the release, with the digest of the output', async () => {
  const done = await run('publish-rollout-metadata', { version: '1.2.0' })
  expect(done.conclusion).toBe('success')
  const { asset, digest } = job(done, 'decide').outputs
  const bytes =
    release('1.2.0')?.assets.find(({ name }) => name === asset)?.bytes ?? new Uint8Array()
  expect(new TextDecoder().decode(bytes)).toContain('"status":"go"')
  expect(digest).toContain(createHash('sha256').update(bytes).digest('hex'))
  expect((await takeBack('1.2.0')).conclusion).toBe('success')
})

test('release-record: publishes what went through all stages, and closes its issue', async () => {
  const done = await run('release-record', { version: '1.3.0' })
  expect(done.conclusion).toBe('success')
  expect(job(done, 'finalize').outputs.result).toBe('completed')
  expect(release('1.3.0')?.draft).toBe(false)
  const tracking = world.sandbox.github
    .issues(REPOSITORY)
    .find(({ title }) => title.endsWith('v1.3.0'))
  expect(tracking).toMatchObject({ state: 'closed' })
  expect(tracking?.labels).toContain('completed')
  expect((await kinds(world.sandbox, '1.3.0')).at(-1)).toBe('completed')
})

test('release-rollback: all traffic on the older version, and an issue that is closed', async () => {
  const before = await weights()
  const done = await run('release-rollback', {
    rollback_version: '1.0.0',
    rollback_reason: 'wrong totals',
  })
  expect(done.conclusion).toBe('success')
  const { current_version, issue_number } = job(done, 'traffic').outputs
  expect(current_version).toBe('1.3.0')
  expect(before).toEqual({ blue: 0, green: 100 })
  expect(await weights()).toEqual({ blue: 100, green: 0 })
  const issue = world.sandbox.github
    .issues(REPOSITORY)
    .find(({ number }) => String(number) === issue_number)
  expect(issue?.state).toBe('closed')
})

test('auto-freeze-issue: nothing where the gate passes; one issue where not, which refuses the next plan', async () => {
  const others = openIssues().map(({ number }) => number)
  const fresh = () => openIssues().filter(({ number }) => !others.includes(number))
  const good = await run('auto-freeze-issue', { version: '1.3.0' })
  expect([good.conclusion, job(good, 'freeze').result, fresh()]).toEqual(['success', 'skipped', []])
  const bad = await run('auto-freeze-issue', { version: '1.9.0' })
  await run('auto-freeze-issue', { version: '1.9.0' })
  const [issue, ...more] = fresh()
  expect([bad.conclusion, job(bad, 'freeze').result, more]).toEqual(['failure', 'success', []])
  expect(job(bad, 'freeze').outputs.issue_number).toBe(String(issue?.number))
  expect([...(issue?.labels ?? [])].sort()).toEqual(['incident', 'priority:high', 'release-freeze'])
  expect(await open(world.sandbox)).toEqual(['open/freezes/checkout-service/stable.json'])
  const refused = await run('canary-promote', { version: '1.4.0' })
  expect(errors(refused, 'plan')).toContain(`is frozen by issue ${issue?.number}`)
})

test('sentry-release: Sentry knows the release afterwards', async () => {
  const sentry = await startSentry({ tokens: { 'may-release': ['org:read', 'project:releases'] } })
  try {
    const folder = scratch()
    writeTrees(folder, { consumer: { 'main.yml': example('sentry-release').text } })
    const done = await runWorkflow(
      optionsFor(folder, {
        suite: home,
        secrets: { SENTRY_AUTH_TOKEN: 'may-release' },
        vars: { SENTRY_URL: sentry.url },
        inputs: { version: '1.4.0' },
        // The set-up has put what the lockfile names here.
        env: { npm_config_cache: join(home, '.tools/npm-cache'), npm_config_offline: 'true' },
        timeoutMs: 180_000,
      }),
    )
    expect(done.conclusion).toBe('success')
    const { release: name = '', finalized } = job(done, 'sentry-release').outputs
    expect([name, finalized]).toEqual(['checkout-service@1.4.0', 'true'])
    expect(sentry.store.releases.get(name)?.dateReleased).toEqual(expect.any(String))
  } finally {
    await sentry.close()
  }
})

test('attest-release-record: knows the end of the release, and asks for an identity, which nobody has here', async () => {
  const done = await run('attest-release-record', { version: '1.3.0' })
  expect(done.conclusion).toBe('failure')
  expect(errors(done, 'attest')).toContain('Grant the job id-token: write')
})

test('release-tick: looks at every release that is open', async () => {
  const done = await run('release-tick')
  expect(done.conclusion).toBe('success')
  const left = (await open(world.sandbox)).filter((path) => path.startsWith('open/releases/'))
  expect(job(done, 'tick').outputs.open).toBe(String(left.length))
})

test('no workflow of a page was left out', () => {
  const left = actionExamples.filter((each) => !played.has(each))
  expect(left.map(({ action, workflow }) => `${action}: ${workflow.name}`)).toEqual([])
})

testWellFormed(world)
