import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { runWorkflow, type WorkflowRun } from '../../sandbox/act/index.ts'
import { type Sentry, startSentry } from '../../sandbox/world/sentry/sentry.ts'
import { optionsFor, scratch, writeTrees } from '../sandbox/act/rig.ts'

const root = resolve(import.meta.dirname, '../..')
/** The set-up has put what the lockfile names here: the job installs it without any network. */
const CACHE = join(root, '.tools/npm-cache')
const PATIENCE_MS = 180_000

let sentry: Sentry
let folder: string

beforeAll(async () => {
  sentry = await startSentry({
    tokens: {
      'may-release': ['org:read', 'project:releases'],
      'may-read': ['org:read'],
    },
  })
  folder = scratch()
  writeTrees(folder, { consumer: { 'main.yml': workflow } })
})
afterAll(() => sentry.close())
afterEach(() => {
  sentry.faults.clear()
  sentry.store.releases.clear()
})

const NAMES = ['verdict', 'reason', 'evidence', 'release', 'finalized']

/** A consumer's job; the inputs come by dispatch so that one file serves every test. */
const workflow = `name: Main
on:
  workflow_dispatch:
    inputs:
      version: { type: string }
      url: { type: string }
      finalize: { type: string }
      dry-run: { type: string }
      project: { type: string }
jobs:
  release:
    runs-on: ubuntu-latest
    outputs:
${NAMES.map((name) => `      ${name}: \${{ steps.sentry.outputs.${name} }}`).join('\n')}
    steps:
      - id: sentry
        uses: org/release-actions/actions/sentry-release@v1
        with:
          version: \${{ inputs.version }}
          organization: acme
          project: \${{ inputs.project }}
          url: \${{ inputs.url }}
          auth-token: \${{ secrets.SENTRY_AUTH_TOKEN }}
          finalize: \${{ inputs.finalize }}
          dry-run: \${{ inputs['dry-run'] }}
`

async function run(
  inputs: Readonly<Record<string, string>> = {},
  token = 'may-release',
  cache = CACHE,
): Promise<WorkflowRun> {
  const options = optionsFor(folder, {
    suite: root,
    secrets: { SENTRY_AUTH_TOKEN: token },
    inputs: {
      version: '1.4.0',
      url: sentry.url,
      finalize: 'true',
      'dry-run': 'false',
      project: 'checkout-service',
      ...inputs,
    },
    env: { npm_config_cache: cache, npm_config_offline: 'true' },
    timeoutMs: PATIENCE_MS,
  })
  return await runWorkflow(options)
}

const outputs = (done: WorkflowRun) => done.jobs[0]?.outputs ?? {}
const errors = (done: WorkflowRun) => done.annotations.map(({ message }) => message).join('\n')

test(
  'a release is created and finalised by the pinned tool, and Sentry says so',
  async () => {
    const done = await run()
    expect({ errors: errors(done), problem: done.problem }).toEqual({ errors: '' })
    expect(done.conclusion).toBe('success')
    expect(outputs(done)).toMatchObject({
      verdict: 'pass',
      reason: 'checkout-service@1.4.0 exists, finalised',
      release: 'checkout-service@1.4.0',
      finalized: 'true',
    })
    expect(sentry.store.releases.get('checkout-service@1.4.0')).toMatchObject({
      projects: ['checkout-service'],
      dateReleased: expect.any(String),
    })
    expect(done.summaries.map(({ markdown }) => markdown).join('')).toContain('🟢 pass')
    expect(readFileSync(done.logFile, 'utf8')).not.toContain('may-release')
  },
  PATIENCE_MS,
)

test(
  'run again it is the same release; without finalize it stays open',
  async () => {
    expect(outputs(await run({ finalize: 'false' }))).toMatchObject({
      verdict: 'pass',
      reason: 'checkout-service@1.4.0 exists',
      finalized: 'false',
    })
    const [first] = sentry.store.releases.values()
    expect(first?.dateReleased).toBeNull()
    expect(outputs(await run())).toMatchObject({ verdict: 'pass', finalized: 'true' })
    const [second, ...others] = sentry.store.releases.values()
    expect({ id: second?.id, others }).toEqual({ id: first?.id, others: [] })
  },
  PATIENCE_MS,
)

test(
  'a wrong token is told apart from one that may not release',
  async () => {
    const wrong = await run({}, 'unknown-token')
    expect(wrong.conclusion).toBe('failure')
    expect(outputs(wrong)).toMatchObject({ verdict: 'inconclusive', release: '' })
    expect(errors(wrong)).toContain('Sentry answered 401; check the secret SENTRY_AUTH_TOKEN')
    const weak = await run({}, 'may-read')
    expect(weak.conclusion).toBe('failure')
    expect(outputs(weak)).toMatchObject({ verdict: 'fail', finalized: '' })
    expect(errors(weak)).toContain('does not exist, wanted: exists in checkout-service, finalised')
  },
  PATIENCE_MS,
)

test(
  'a Sentry that is down or shows a page is no answer',
  async () => {
    sentry.faults.add({ path: /./, fault: { kind: 'status', status: 500 } })
    const down = await run()
    expect(errors(down)).toContain('inconclusive: Sentry answered 500; try again later')
    sentry.faults.clear()
    sentry.faults.add({ path: /./, fault: { kind: 'html' } })
    expect(errors(await run())).toContain('Sentry answered something that is no release')
    const nobody = await run({ url: 'http://127.0.0.1:9' })
    expect(errors(nobody)).toContain('Sentry cannot be reached; check the input url')
    expect(outputs(nobody)).toMatchObject({ verdict: 'inconclusive' })
  },
  PATIENCE_MS,
)

test(
  'one short failure of Sentry is waited for',
  async () => {
    sentry.faults.add({
      method: 'GET',
      path: /./,
      times: 1,
      fault: { kind: 'status', status: 502 },
    })
    expect(outputs(await run())).toMatchObject({ verdict: 'pass' })
  },
  PATIENCE_MS,
)

test(
  'a project that Sentry does not know is no success',
  async () => {
    const done = await run({ project: 'another' })
    expect(done.conclusion).toBe('failure')
    expect(errors(done)).toContain('fail: another@1.4.0 does not exist')
  },
  PATIENCE_MS,
)

test(
  'a dry run asks, says what would be done, and changes nothing',
  async () => {
    const done = await run({ 'dry-run': 'true' })
    expect(outputs(done)).toMatchObject({
      verdict: 'pass',
      reason:
        'dry run: checkout-service@1.4.0 would be created in acme/checkout-service, and finalised',
    })
    expect(sentry.store.releases.size).toBe(0)
    const refused = await run({ 'dry-run': 'true' }, 'unknown-token')
    expect(errors(refused)).toContain('Sentry answered 401')
  },
  PATIENCE_MS,
)

test(
  'bad input ends the run before anything is installed or sent',
  async () => {
    const done = await run({ version: 'one', url: 'http://sentry.example', finalize: 'maybe' })
    expect(done.conclusion).toBe('failure')
    expect(errors(done)).toBe(
      'Sentry release: inconclusive: input version: give a version such as 1.4.0; ' +
        'input url: give the https address of Sentry, such as https://sentry.io; ' +
        'input finalize: must be true or false',
    )
    expect(outputs(done)).toMatchObject({ verdict: 'inconclusive', evidence: '[]' })
    expect(done.jobs[0]?.steps.map(({ outcome }) => outcome)).toEqual(['failure'])
    expect(sentry.store.releases.size).toBe(0)
  },
  PATIENCE_MS,
)

test(
  'packages that npm cannot get end the run with the reason, and nothing is sent',
  async () => {
    const done = await run({}, 'may-release', join(folder, 'empty-cache'))
    expect(done.conclusion).toBe('failure')
    expect(errors(done)).toMatch(
      /^Sentry release: inconclusive: npm could not install @sentry\/cli 3\.8\.0 \(code E[A-Z]+\): check npm/,
    )
    expect(outputs(done)).toMatchObject({
      verdict: 'inconclusive',
      reason: expect.stringContaining('npm could not install'),
    })
    expect(sentry.store.releases.size).toBe(0)
  },
  PATIENCE_MS,
)

test(
  'an answer without end is cut, and is none',
  async () => {
    const detail = 'x'.repeat(2_000_000)
    const body = { version: 'checkout-service@1.4.0', projects: [], detail }
    sentry.faults.add({ method: 'GET', path: /./, fault: { kind: 'status', status: 200, body } })
    expect(errors(await run({ 'dry-run': 'true' }))).toContain('something that is no release')
  },
  PATIENCE_MS,
)
