import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { type Action, complaints, runAll, SECRET } from '../../test/actions/all-actions.ts'
import { fakeGitHub } from '../../test/actions/fake-github.ts'
import { actions, badInputs, expectRefused, strict } from '../../test/actions/faults-rig.ts'
import { runAction } from '../../test/actions/run-action.ts'
import { json, serve } from '../../test/actions/server.ts'

// Each test starts as many processes as there are actions, or more.
jest.setTimeout(120_000)

const named =
  (...names: readonly string[]) =>
  () =>
    names

test('[C-01] a required input that is missing, empty or blank is named, and nobody is asked', async () => {
  const required = ({ required: own }: Action) => [...new Set([...own, 'token'])]
  await expectRefused(badInputs(required, '', '  \t '))
  // Missing: the runner sets no variable at all for it.
  await using github = await serve((_, response) => void response.end())
  const run = await runAction('verify-assets', { github: github.url, inputs: { token: SECRET } })
  expect(run.outputs.reason).toMatch(/^input version_to_verify: is required/)
  expect([run.exit, github.seen]).toEqual([1, []])
})

test('[C-03] a control character or an unseen line break in any input is refused', async () => {
  const all = ({ inputs }: Action) => inputs
  await expectRefused(badInputs(all, 'a\rb', 'a\u2028b', 'a\u0085b', 'a\u001b[31mb'))
})

test('[C-03] what no process can be given does not arrive: NUL, and half a surrogate pair', () => {
  const env = { INPUT_VERSION: 'a\0b' }
  expect(() => spawnSync(process.execPath, ['-e', ''], { env })).toThrow(/null bytes/)
  // Its three bytes are no UTF-8: the runtime hands over replacement characters, which are harmless.
  const script = `INPUT_VERSION=$(printf 'a\\355\\240\\200b') exec ${process.execPath} -p process.env.INPUT_VERSION`
  const { stdout } = spawnSync('sh', ['-c', script], { encoding: 'utf8' })
  expect(stdout).toMatch(/^a\uFFFD+b\n$/)
})

const SHELL = ['$(id)', '`id`', ';rm -rf /', '--help', '-x']

test('[C-04] what a shell would obey is data: refused, or text, and no program is started', async () => {
  const bin = mkdtempSync(join(tmpdir(), 'bin-'))
  try {
    for (const name of ['id', 'rm', 'sh', 'bash']) {
      writeFileSync(join(bin, name), `#!/bin/sh\n: > ${join(bin, 'started')}\n`)
      chmodSync(join(bin, name), 0o755)
    }
    await expectRefused(badInputs(strict, ...SHELL), { PATH: bin })
    await using github = await serve((_, response) => json(response, { message: 'no' }, 401))
    const rows = actions.map((action, i) => {
      const text = action.text.map(
        (name, j) => [name, SHELL[(i + j) % SHELL.length] ?? ''] as const,
      )
      const inputs = { ...action.good, ...Object.fromEntries(text) }
      return { action, options: { github: github.url, inputs, env: { PATH: bin } } }
    })
    for (const { action, run } of await runAll(rows))
      expect([action.name, ...complaints(action, run)]).toEqual([action.name])
    expect(github.seen.map(({ url }) => url).join()).not.toMatch(/[;`$ ]|--help/)
    expect(existsSync(join(bin, 'started'))).toBe(false)
  } finally {
    rmSync(bin, { recursive: true, force: true })
  }
})

const REF = `zzz";echo\${IFS}"hello";#`

test('[C-05] a legal ref that looks like a script is no version, and as ref of the run it is only text', async () => {
  const versions = named('version', 'release_version', 'canary_version', 'version_to_test')
  await expectRefused(badInputs(versions, REF))
  await using github = await fakeGitHub('product: checkout\nobjectives: none\n')
  const env = { GITHUB_REF: `refs/heads/${REF}`, GITHUB_REF_NAME: REF, GITHUB_HEAD_REF: REF }
  const inputs = { version_to_verify: '1.1.0' }
  const run = await runAction('verify-assets', { github: github.url, inputs, env })
  expect(run.outputs).toMatchObject({ verdict: 'pass', reason: 'nothing declared' })
  expect(github.seen.map(({ url }) => url).join()).not.toMatch(/zzz|hello/)
})

test('[C-06] an expression in an input is never evaluated', async () => {
  const expression = `\${{ secrets.X }}`
  await expectRefused(badInputs(strict, expression, '{{7*7}}'))
  await using github = await serve((_, response) => json(response, { message: 'no' }, 401))
  const rows = actions.map((action) => {
    const text = Object.fromEntries(action.text.map((name) => [name, `${expression}{{7*7}}`]))
    return { action, options: { github: github.url, inputs: { ...action.good, ...text } } }
  })
  for (const { run } of await runAll(rows)) expect(run.log + run.summary).not.toContain('49')
  const sent = new Set(github.seen.map(({ headers }) => headers.authorization))
  expect(sent).toEqual(new Set([`token ${expression}{{7*7}}`]))
})

test('[C-07] a value as long as a process can be given is refused with the limit, in time and memory of a short one', async () => {
  const tooLong = { INPUT_TOKEN: 'a'.repeat(1024 * 1024) }
  const { error } = spawnSync(process.execPath, ['-e', ''], { env: tooLong })
  expect(String(error)).toContain('E2BIG')
  const folder = mkdtempSync(join(tmpdir(), 'memory-'))
  try {
    // Says at its end how much memory the process has had, kilobytes.
    const hook = join(folder, 'memory.mjs')
    const report = "process.on('exit', () => console.log('rss', process.resourceUsage().maxRSS))\n"
    writeFileSync(hook, report)
    const used = async (token: string) => {
      const env = { NODE_OPTIONS: `--import=${hook}` }
      const inputs = { version_to_verify: '', token }
      const run = await runAction('verify-assets', { github: 'http://127.0.0.1:1', inputs, env })
      return { ...run, rss: Number(/^rss (\d+)$/m.exec(run.log)?.[1]) }
    }
    const short = await used('a')
    const long = await used('a'.repeat(131_000))
    expect(long.outputs.reason).toBe('input token: is longer than 64 KiB; shorten it')
    expect(long.rss - short.rss).toBeLessThan(50_000)
    expect(long.seconds - short.seconds).toBeLessThan(1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

const NUMBERS = [
  ...['error_rate_threshold', 'response_time_threshold', 'success_rate_minimum'],
  ...['regression_threshold', 'alpha', 'canary_percentage', 'desktop-rollout-percentage'],
]

test('[C-08] what is no plain decimal is no number', async () => {
  const values = ['NaN', 'Infinity', '1e309', '-0', '0x10', '1_000', '1,5', '١٢']
  for (const at of values.keys()) {
    const turned = [...values.slice(at), ...values.slice(0, at)]
    await expectRefused(
      badInputs(named(...NUMBERS), ...turned).filter(
        ({ bad }) => at < 3 || Object.keys(bad).length < 3,
      ),
    )
  }
})

test.each(['-15', '0', '10000 %', '10000%', '101'])(
  '[PR-27] a regression threshold of %s is refused',
  async (value) => {
    await expectRefused(badInputs(named('regression_threshold'), value))
  },
)

const FLAGS = ['dry-run', 'prepare', 'artifact', 'create-issue', 'promote_immediately']

test('[C-09] only what core.getBooleanInput knows is a boolean', async () => {
  await expectRefused(badInputs(named(...FLAGS), 'yes', 'on', '1'))
  await expectRefused(badInputs(named('dry-run'), '1'))
  await using github = await serve((_, response) => json(response, { message: 'no' }, 401))
  const known = ['true ', 'TRUE', ' False']
  const rows = actions.map((action, i) => {
    const inputs = { ...action.good, 'dry-run': known[i % known.length] ?? '' }
    return { action, options: { github: github.url, inputs } }
  })
  for (const { run } of await runAll(rows))
    expect(run.outputs.reason).toContain('GitHub answered 401')
})

test.each(['5', '5x', '-5m', '1e9d', '0s'])('[C-10] %s is no duration', async (value) => {
  // Seed 003 gives bare hours to the duration of a rollout.
  const hours = value === '5' ? [] : ['rollout_duration']
  await expectRefused(badInputs(named('window', 'wait', ...hours), value))
})

test('[C-18] a version or name that looks like another one is none', async () => {
  const identifiers = named(
    ...['version', 'release_version', 'canary_version', 'rollback_version', 'baseline_version'],
    ...['version_to_test', 'current_version', 'package', 'environment', 'sentry-org'],
  )
  const turnedAround = '1.1.0\u202e0.9.0'
  const noWidth = '1.1\u200b.0'
  const [composed, decomposed, lookAlike] = [
    '1.1.0-b\u00eata',
    '1.1.0-be\u0302ta',
    '1.1.0-b\u0435ta',
  ]
  await expectRefused(badInputs(identifiers, turnedAround, composed, lookAlike))
  await expectRefused(badInputs(identifiers, noWidth, decomposed))
})

test.each([
  ...['ghs_16C7e42F292c6912E7710c838347Ae178B4a', 'github_pat_11ABCDEFG0', 'ghp_x'],
  ...['unheard-of', 'ghs_withLineBreak\n'],
])('[C-25] the token %j is trimmed, sent as it is and never shown', async (token) => {
  await using github = await serve((_, response) => json(response, { message: 'no' }, 401))
  const inputs = { version_to_verify: '1.1.0', token }
  const run = await runAction('verify-assets', { github: github.url, inputs })
  expect(github.seen.map(({ headers }) => headers.authorization)).toEqual([`token ${token.trim()}`])
  const shown = run.log.replaceAll(/^::add-mask::.*$/gm, '') + run.summary
  expect(shown + JSON.stringify(run.outputs)).not.toContain(token.trim())
})

test('[C-25] a token of blanks is none', async () => {
  await expectRefused(badInputs(named('token'), ' \n'))
})

const INJECTED = '1.1.0"} or vector(1) #'

test('[CP-30] a query cannot be bent: the version is none, and so is the name of a metric', async () => {
  const versions = named('version', 'baseline_version', 'canary_version')
  await expectRefused(badInputs(versions, INJECTED))
  await using prometheus = await serve((_, response) => json(response, {}))
  await using github = await fakeGitHub(`product: checkout
objectives: [{name: errors, metric: error-rate, unit: ratio, limit: 1%}]
metrics: {provider: prometheus, url: '${prometheus.url}', requests-metric: 'x"} or vector(1) #'}
allow-private: ['${prometheus.url}']
`)
  const inputs = { version: '1.1.0', baseline_version: '1.0.0' }
  const run = await runAction('observability-gate', { github: github.url, inputs })
  expect(run.outputs.verdict).toBe('inconclusive')
  expect(run.outputs.reason).toContain('must be names of metrics')
  expect(prometheus.seen).toEqual([])
})
