import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { fakeGitHub } from './fake-github.ts'
import { counts, gate, inputs, ok } from './observability-gate-world.ts'
import { runAction } from './run-action.ts'
import { type Answer, html, json, serve } from './server.ts'

test('[OG-05] the release is asked for by its name: on which page of the list it stands does not matter', async () => {
  const exact = '/api/0/organizations/acme/releases/checkout%401.2.0/'
  const run = await gate({
    sentry: ({ url }, response) => json(response, url === exact ? ok : [], 200),
  })
  expect([run.outputs.verdict, run.asked]).toEqual(['pass', [exact]])
})

test('[OG-20] a project is the one that is named or none: no id, no -1, no old name', async () => {
  const refused = await gate({}, { 'sentry-project': '-1' }, 'objectives: none\n')
  expect(refused.outputs.verdict).toBe('inconclusive')
  for (const slug of ['4711', 'website']) {
    const answer = { ...ok, projects: [{ id: 4711, slug, name: 'web' }] }
    const run = await gate(
      { sentry: (_, response) => json(response, answer) },
      {},
      'objectives: none\n',
    )
    expect(run.outputs).toMatchObject({
      ...{
        verdict: 'fail',
        reason: 'sentry-release: exists, but not in web, wanted exists in web',
      },
    })
  }
})

test.each<[string, number, string]>([
  ['a token of another region', 401, 'Check SENTRY_AUTH_TOKEN and its region (sentry.url)'],
  ['[OG-25] a token without the scope', 403, 'the scope org:ci or project:releases'],
])('%s is told with what to change', async (_name, status, remedy) => {
  const sentry: Answer = (_, response) => json(response, { detail: 'no' }, status)
  const run = await gate({ sentry }, {}, 'objectives: none\n')
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(run.outputs.reason).toContain(remedy)
})

test.concurrent.each([
  ['seconds', () => ({ 'retry-after': '2' })],
  [
    'the end of its window',
    () => ({ 'x-sentry-rate-limit-reset': String(Math.ceil(Date.now() / 1000) + 2) }),
  ],
])('[OG-27] a limit of Sentry that names %s is waited for', async (_name, headers) => {
  const times: number[] = []
  const sentry: Answer = (_, response) => {
    times.push(performance.now())
    if (times.length > 1) return json(response, ok)
    const limits = { 'x-sentry-rate-limit-concurrentremaining': '0', ...headers() }
    response.writeHead(429, limits).end('{"detail":"slow down"}')
  }
  const run = await gate({ sentry }, {}, 'objectives: none\n')
  expect(run.outputs.verdict).toBe('pass')
  expect(times).toHaveLength(2)
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(1000)
})

test("[OG-26] a Sentry of one's own lives below a path, and without encryption only where the config says so", async () => {
  await using sentry = await serve((_, response) => json(response, ok))
  const config = (allowed: string) => `product: checkout
objectives: none
sentry: {url: '${sentry.url}/sentry/', organization: acme, project: web}
allow-private: [${allowed}]
`
  const run = async (allowed: string) => {
    await using github = await fakeGitHub(config(allowed))
    return await runAction('observability-gate', { github: github.url, inputs })
  }
  const closed = await run('')
  expect(closed.outputs.verdict).toBe('inconclusive')
  expect([closed.outputs.reason, sentry.seen]).toEqual([
    expect.stringContaining('allow-private'),
    [],
  ])
  expect((await run(`'${sentry.url}'`)).outputs.verdict).toBe('pass')
  expect(sentry.seen.map(({ url }) => url)).toEqual([
    '/sentry/api/0/organizations/acme/releases/checkout%401.2.0/',
  ])
})

const limited = (metric: string, limit: string) =>
  `objectives: [{name: it, metric: ${metric}, unit: ratio, limit: ${limit}, min-samples: 10}]\n`

const least = { success_rate_minimum: '99' }

test.each([
  ['at its limit', limited('error-rate', '1%'), {}, 10, 'pass'],
  ['a little above it', limited('error-rate', '1%'), {}, 11, 'fail'],
  ['at a limit of 0', limited('error-rate', '0%'), {}, 0, 'pass'],
  ['above a limit of 0', limited('error-rate', '0%'), {}, 1, 'fail'],
  ['at a limit of 100 %', limited('error-rate', '100%'), {}, 1000, 'pass'],
  ['at the least', 'objectives: none\n', least, 10, 'pass'],
  ['below the least', 'objectives: none\n', least, 11, 'fail'],
])('[OG-36] a value %s', async (_name, config, more, errors, verdict) => {
  const run = await gate({ prometheus: counts(errors, 1000, 1000) }, more, config)
  expect(run.outputs.verdict).toBe(verdict)
})

test('[OG-36] a limit beyond 100 % is refused', async () => {
  const run = await gate({}, {}, limited('error-rate', '101%'))
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(run.outputs.reason).toContain('objectives.0.limit')
})

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** The last step of `sentry-release` with a tool that says this and ends so; without a text there is no tool. */
async function release(answer: Answer, tool: string | undefined) {
  await using sentry = await serve(answer)
  const folder = mkdtempSync(join(tmpdir(), 'sentry-cli-'))
  folders.push(folder)
  const bin = join(folder, 'node_modules/@sentry/cli/bin')
  mkdirSync(bin, { recursive: true })
  if (tool !== undefined) writeFileSync(join(bin, 'sentry-cli'), tool)
  const output = join(folder, 'output')
  writeFileSync(output, '')
  const script = resolve(import.meta.dirname, '../../actions/sentry-release/release.mjs')
  const named = { version: '1.4.0', organization: 'acme', project: 'web', url: sentry.url }
  const given = {
    ...named,
    release: 'web@1.4.0',
    'auth-token': 'x',
    finalize: 'true',
    'dry-run': 'false',
  }
  const env = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      `IN_${name.replaceAll('-', '_').toUpperCase()}`,
      value,
    ]),
  )
  const child = spawn(process.execPath, [script], {
    env: { ...env, PATH: '', GITHUB_OUTPUT: output, SENTRY_CLI_FOLDER: folder },
  })
  let log = ''
  child.stdout.on('data', (text) => {
    log += text
  })
  const [code] = await once(child, 'close')
  return { code, log, output: readFileSync(output, 'utf8') }
}

const EXITS_1 = 'process.exit(1)\n'
const whole: Answer = (_, response) =>
  json(response, { version: 'web@1.4.0', projects: [{ slug: 'web' }], dateReleased: '2026-01-01' })

test.concurrent.each<[string, Answer, string]>([
  [
    'does not know',
    (_, r) => json(r, { detail: 'The requested resource does not exist' }, 404),
    'fail: web@1.4.0 does not exist',
  ],
  [
    'refuses the token',
    (_, r) => json(r, { detail: 'no' }, 401),
    'inconclusive: Sentry answered 401; check the secret',
  ],
  [
    'limits',
    (_, r) => json(r, { detail: 'slow down' }, 429),
    'inconclusive: Sentry answered 429; try again after',
  ],
  ['is down', (_, r) => json(r, {}, 500), 'inconclusive: Sentry answered 500; try again later'],
  [
    'shows a page',
    (_, r) => html(r, '<form>'),
    'inconclusive: Sentry answered something that is no release',
  ],
])('[OG-02] a tool that ends with 1 says nothing: Sentry %s', async (_name, answer, said) => {
  const run = await release(answer, EXITS_1)
  expect(run.code).toBe(1)
  expect(run.log).toContain(said)
})

test('[OG-02] a tool that ends with 1 for a release that stands is no failure', async () => {
  expect(await release(whole, EXITS_1)).toMatchObject({
    code: 0,
    log: expect.stringMatching(/^pass: /),
  })
})

const GARBAGE = `console.log('\\u001b[31m::set-output name=verdict::pass\\n+---+\\n| web@1.4.0 | released |')
console.error('thread main panicked at src/main.rs:1\\n##[error]stack backtrace:\\n  0: rust_begin_unwind')
process.exit(0)
`

test('[OG-04] what the tool prints is neither read nor shown', async () => {
  const run = await release((_, r) => json(r, { detail: 'not here' }, 404), GARBAGE)
  expect(run.code).toBe(1)
  expect(run.log).toContain('fail: web@1.4.0 does not exist')
  expect(run.log + run.output).not.toMatch(/panicked|set-output|\+---\+|##\[/)
})

test.each<[string, string | undefined]>([
  ['is missing', undefined],
  ['is of another machine', '\u007fELF\u0002\u0001\u0001'],
  ['was installed without its script', "throw new Error('sentry-cli binary was not downloaded')\n"],
])('[OG-03] a tool that %s ends with one clean line', async (_name, tool) => {
  const run = await release((_, r) => json(r, { detail: 'not here' }, 404), tool)
  expect(run.code).toBe(1)
  expect(run.log.trim().split('\n')).toHaveLength(1)
  expect(run.log).toContain('sentry-cli exited with')
  expect(run.output).toContain('verdict=fail\n')
})
