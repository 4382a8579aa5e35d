import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, jest, test } from '@jest/globals'
import { loadConfig } from '../../src/domain/config/load.ts'
import { fakeGitHub } from './fake-github.ts'
import { PLAN_INPUTS, releaseWorld } from './release-world.ts'
import { runAction } from './run-action.ts'
import { type Answer, json, serve } from './server.ts'
import { declared, index, verify, wheel } from './verify-pypi-world.ts'

// Each test starts processes.
jest.setTimeout(60_000)

const inputs = { version_to_verify: '1.1.0' }
const CONFIG = 'product: checkout\nobjectives: none\n'

const folder = mkdtempSync(join(tmpdir(), 'environment-'))
const gone = join(folder, 'gone')
const subfolder = join(folder, 'folder')
mkdirSync(subfolder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  ['on a full disk', '/dev/full'],
  ['deleted', gone],
  ['in a deleted folder', join(gone, 'output')],
  ['no file', subfolder],
  ['where nobody may write', '/proc/version'],
])('[C-20] an output file %s: exit 1, and nothing says pass', async (_what, GITHUB_OUTPUT) => {
  await using github = await fakeGitHub(CONFIG)
  const run = await runAction('verify-assets', {
    ...{ github: github.url, inputs, env: { GITHUB_OUTPUT } },
  })
  expect(run.exit).toBe(1)
  expect(run.log).toMatch(/^::error::.*the result could not be written: .*$/m)
  expect(run.log).not.toMatch(/^pass|^::set-output|^\s+at /m)
  expect(run.outputs).toEqual({})
})

test.each([
  ['on a full disk', '/dev/full'],
  ['no file', subfolder],
])('a summary file %s costs a warning, not the verdict', async (_what, GITHUB_STEP_SUMMARY) => {
  await using github = await fakeGitHub(CONFIG)
  const run = await runAction('verify-assets', {
    ...{ github: github.url, inputs, env: { GITHUB_STEP_SUMMARY } },
  })
  expect([run.exit, run.outputs.verdict]).toEqual([0, 'pass'])
  expect(run.log).toMatch(/^::warning::the summary could not be written: .*$/m)
})

const MISSING = /environment variable (GITHUB_\w+) is missing or not valid\. Run this as a step/

test.concurrent('[C-19] an environment that is none of a job ends the action with one line, and nobody is asked', async () => {
  await using github = await fakeGitHub(CONFIG)
  const run = (env: Readonly<Record<string, string>>) =>
    runAction('verify-assets', { github: github.url, inputs, env })
  for (const [name, value] of [
    ['GITHUB_REPOSITORY', ''],
    ['GITHUB_REPOSITORY', '../../etc/passwd'],
    ['GITHUB_API_URL', 'somewhere'],
  ] as const) {
    const { exit, outputs, log } = await run({ [name]: value })
    expect([exit, outputs.verdict]).toEqual([1, 'inconclusive'])
    expect(MISSING.exec(outputs.reason ?? '')?.[1]).toBe(name)
    expect(log).not.toMatch(/^\s+at /m)
  }
  const unseen = await run({ GITHUB_STEP_SUMMARY: '' })
  expect([unseen.exit, unseen.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(unseen.outputs.reason).toContain('GITHUB_STEP_SUMMARY is missing')
  const unheard = await run({ GITHUB_OUTPUT: '' })
  expect([unheard.exit, unheard.outputs]).toEqual([1, {}])
  expect(unheard.log).toMatch(/^::error::.*environment variable GITHUB_OUTPUT is missing/m)
  expect(unheard.log).not.toMatch(/^\s+at /m)
  expect(github.seen).toEqual([])
})

test.concurrent('[C-19] the file of the event is not read: what it holds changes nothing', async () => {
  await using github = await fakeGitHub(CONFIG)
  const broken = join(folder, 'event.json')
  writeFileSync(broken, '{"inputs":')
  for (const GITHUB_EVENT_PATH of ['', gone, broken]) {
    const env = { GITHUB_EVENT_PATH }
    const run = await runAction('verify-assets', { github: github.url, inputs, env })
    expect([run.exit, run.outputs.verdict]).toEqual([0, 'pass'])
  }
})

const SHIM = join(import.meta.dirname, 'clock-shim.mjs')
const HOUR = 3_600_000
const shifted = (off: number, jump = 0) => ({
  NODE_OPTIONS: `--import=${SHIM}`,
  CLOCK_OFF_MS: String(off),
  CLOCK_JUMP_MS: String(jump),
})

test.concurrent('[C-23] zone, locale and a wrong clock do not change a byte of the plan', async () => {
  await using world = await releaseWorld()
  const plan = async (env: Readonly<Record<string, string>>) => {
    const run = await world.run('plan', { ...PLAN_INPUTS, 'dry-run': 'true' }, { env })
    return [run.outputs.plan_hash, run.outputs.reason, run.summary]
  }
  const wanted = await plan({ TZ: 'UTC', LC_ALL: 'C' })
  expect(wanted[0]).toMatch(/^sha256:/)
  expect(await plan({ TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8' })).toEqual(wanted)
  for (const off of [-300_000, HOUR]) expect(await plan(shifted(off))).toEqual(wanted)
})

test.concurrent.each([
  ['an hour on', HOUR],
  ['five minutes back', -300_000],
])(
  '[C-23] a clock that is set %s during a wait neither ends nor prolongs it',
  async (_how, jump) => {
    const run = await verify(index([]), { inputs: { wait: '3s' }, env: shifted(0, jump) })
    expect(run.outputs).toMatchObject({ verdict: 'fail', pypi_available: 'false' })
    expect(run.outputs.reason).toContain('not visible after 3s')
    expect(run.seconds).toBeGreaterThan(3)
    expect(run.seconds).toBeLessThan(30)
  },
)

/** Every name has this trouble. */
function deaf(code: string): Readonly<Record<string, string>> {
  const shim = join(folder, `${code}.mjs`)
  writeFileSync(
    shim,
    `import dns from 'node:dns'
dns.lookup = (name, options, done = options) => process.nextTick(done, Object.assign(new Error('${code} ' + name), { code: '${code}' }))
`,
  )
  return { NODE_OPTIONS: `--import=${shim}` }
}

test.concurrent.each(['ENOTFOUND', 'EAI_AGAIN'])(
  '[C-26] a name that cannot be resolved (%s) is asked for again, then only the host is named',
  async (code) => {
    const github = 'http://github.invalid/a/private/path'
    const run = await runAction('verify-assets', { github, inputs, env: deaf(code) })
    expect(run.outputs).toMatchObject({
      verdict: 'inconclusive',
      reason: expect.stringContaining(`github.invalid: the connection failed (${code})`),
    })
    expect(run.log + run.outputs.reason).not.toContain('private')
    // Three pauses lie between four attempts.
    expect(run.seconds).toBeGreaterThan(3)
  },
)

test.concurrent.each([
  ['an exception', "setTimeout(() => { throw new Error('out of nowhere') }, 300)"],
  ['a rejection', "setTimeout(() => void Promise.reject(new Error('out of nowhere')), 300)"],
])(
  '[C-76] %s that nobody catches ends the action with 1, and its outputs are no pass',
  async (_what, code) => {
    const shim = join(folder, `throws-${code.length}.mjs`)
    writeFileSync(shim, `${code}\n`)
    await using github = await serve(({ url }, response) => {
      // The answer that would let it pass comes after the accident.
      if (!url.includes('/contents/')) return json(response, { default_branch: 'main' })
      setTimeout(() => response.end('{}'), 2000).unref()
    })
    const env = { NODE_OPTIONS: `--import=${shim}` }
    const run = await runAction('verify-assets', { github: github.url, inputs, env })
    expect(run.exit).toBe(1)
    expect(run.outputs).toMatchObject({
      ...{ verdict: 'inconclusive', reason: 'the action did not end', evidence: '[]', version: '' },
    })
  },
)

test.concurrent('[C-82] an action that would run into the end of its job ends itself before', async () => {
  const shim = join(import.meta.dirname, 'time-lapse.mjs')
  // An hour passes in less than a second: 5 h 45 min in one.
  const env = { NODE_OPTIONS: `--import=${shim}`, TIME_LAPSE: '20000' }
  const config = `${declared}profiles: {slow: {index: {wait: 300d}}}\n`
  const run = await verify(index([]), { env, config, inputs: { environment: 'slow' } })
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(run.log).toContain('this step has run for 5h45m: it is ended before its job is')
  expect(run.seconds).toBeLessThan(20)
})

test('[VP-02] a version that appears on the index late is waited for, by default for half an hour', async () => {
  expect(loadConfig(CONFIG, '').index.wait).toBe('30m')
  // Seconds pass in milliseconds: the clock of the action and every pause run so much faster.
  const env = { NODE_OPTIONS: `--import=${join(import.meta.dirname, 'time-lapse.mjs')}` }
  for (const seconds of [5, 10 * 60, 29 * 60]) {
    let first: number | undefined
    const late: Answer = (request, response) => {
      first ??= performance.now()
      const isVisible = performance.now() - first > seconds
      index(isVisible ? [wheel] : [])(request, response)
    }
    const run = await verify(late, { env, inputs: { wait: '30m' } })
    expect([seconds, run.outputs.verdict]).toEqual([seconds, 'pass'])
    expect(Number(run.outputs.pypi_delay_minutes)).toBeGreaterThan(seconds / 60 - 1)
  }
})
