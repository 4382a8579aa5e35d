import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { startResults } from '../../sandbox/results/index.ts'
import { type Consumer, consumer, REPOSITORY, withChecksums } from './consumer.ts'
import { type Run, runAction } from './run-action.ts'
import { serve } from './server.ts'

// Each test starts processes, a few of them dozens.
jest.setTimeout(120_000)

const config = `product: checkout
objectives: none
artefacts:
  - kind: release-asset
    name: checkout-{version}.txt
    checksums: SHA256SUMS
performance:
  command: [node, bench.mjs, '{asset}', '{version}']
  asset: checkout-{version}.txt
  warm-up: 1
  iterations: 6
  timeout: 20s
`

/** Prints what the asset says plus a little more each time, and notes who ran. */
const BENCH = `
import { appendFileSync, readFileSync } from 'node:fs'
const [asset, version] = process.argv.slice(2)
const [time, throughput] = readFileSync(asset, 'utf8').trim().split(' ').map(Number)
appendFileSync('runs.txt', version + '\\n')
const noise = readFileSync('runs.txt', 'utf8').length / 1000
if (Number.isNaN(time)) { console.error('the service does not start'); process.exit(2) }
console.log('measuring ' + version)
console.log(JSON.stringify({ metrics: {
  startup_time: { unit: 'ms', direction: 'lower', value: time + noise },
  throughput: { unit: 'ops/s', direction: 'higher', value: throughput - noise },
} }))
`

const defaults = {
  phase: 'compare',
  regression_threshold: '15',
  alpha: '0.01',
  'create-issue': 'true',
  'dry-run': 'false',
}
const versions = { current_version: '1.1.0', baseline_version: 'v1.0.0' }

const values = (level: number, n = 10) => Array.from({ length: n }, (_, i) => level + i / 10)
const result = (version: string, level: number, n = 10) =>
  JSON.stringify({
    schema: 1,
    version,
    metrics: { time: { unit: 'ms', direction: 'lower', values: values(level, n) } },
  })

async function run(at: Consumer, inputs: Readonly<Record<string, string>>, env = {}): Promise<Run> {
  const token = at.token({ contents: 'write', issues: 'write' })
  const done = await runAction('perf-regression', {
    github: at.github.url,
    inputs: { ...defaults, token, ...inputs },
    env: { GITHUB_WORKSPACE: at.workspace, GITHUB_SERVER_URL: 'http://github.localhost', ...env },
  })
  expect(at.github.violations).toEqual([])
  return done
}

/** Compare two files by their text. */
async function compare(before: string, after: string, inputs = {}): Promise<Run> {
  await using at = await consumer(config)
  writeFileSync(join(at.workspace, 'before.json'), before)
  writeFileSync(join(at.workspace, 'after.json'), after)
  const files = { 'baseline-file': 'before.json', 'current-file': 'after.json' }
  const done = await run(at, { ...files, ...inputs })
  expect(at.github.requests).toEqual([])
  return done
}

test('two files: a change within the threshold passes', async () => {
  const done = await compare(result('1.0.0', 100), result('1.1.0', 110), versions)
  expect(done.exit).toBe(0)
  expect(done.outputs).toMatchObject({
    verdict: 'pass',
    has_regression: 'false',
    regression_summary: '1.1.0 against 1.0.0: time pass: +9.96 % (p 0.0000054)',
    issue_number: '',
  })
  expect(done.summary).toContain('xychart-beta')
})

test('two files: a regression fails, and the summary shows it', async () => {
  const done = await compare(result('1.0.0', 100), result('1.1.0', 120))
  expect(done.exit).toBe(1)
  expect(done.outputs).toMatchObject({
    verdict: 'fail',
    has_regression: 'true',
    reason: 'time: +19.91 % (p 0.0000054), wanted at most 15 % more',
  })
  expect(done.summary).toContain('🔴 fail')
})

test.each([
  ['25', 'pass', 'lets real regressions pass'],
  ['25%', 'pass', 'lets real regressions pass'],
  ['9', 'fail', 'may call noise a regression'],
])('a threshold of %s decides and is noticed', async (threshold, verdict, notice) => {
  const inputs = { regression_threshold: threshold }
  const done = await compare(result('1.0.0', 100), result('1.1.0', 120), inputs)
  expect(done.outputs.verdict).toBe(verdict)
  expect(done.log).toContain(`::warning::a threshold of ${Number.parseInt(threshold, 10)} %25`)
  expect(done.summary).toContain(notice)
})

test.each([
  ['few values', result('1.0.0', 100, 3), result('1.1.0', 100), '3 values on a side'],
  [
    'a baseline of 0',
    result('1.0.0', 100).replace(/\[.*\]/, '[0,0,0,0,0,0]'),
    result('1.1.0', 100),
    'the baseline is 0',
  ],
  [
    'no metrics',
    '{"schema":1,"version":"1.0.0","metrics":{}}',
    result('1.1.0', 100),
    'the baseline does not have it',
  ],
  ['nothing', '', result('1.1.0', 100), 'before.json is no performance result: it is no JSON'],
  [
    'a page',
    '<html>::error::x</html>',
    result('1.1.0', 100),
    'before.json is no performance result',
  ],
  [
    'another version',
    result('0.9.0', 100),
    result('1.1.0', 100),
    'the baseline file is of 0.9.0, not of 1.0.0',
  ],
])('%s decides nothing', async (_name, before, after, reason) => {
  const done = await compare(before, after, versions)
  expect(done.exit).toBe(1)
  expect(done.outputs).toMatchObject({
    verdict: 'inconclusive',
    has_regression: '',
    reason: expect.stringContaining(reason),
  })
})

test('files outside the workspace are not read', async () => {
  await using at = await consumer(config)
  writeFileSync(join(at.workspace, '..', 'secret.json'), result('1.0.0', 100))
  writeFileSync(join(at.workspace, 'after.json'), result('1.1.0', 100))
  symlinkSync('../secret.json', join(at.workspace, 'link.json'))
  mkdirSync(join(at.workspace, 'folder'))
  for (const path of ['../secret.json', 'link.json', '/dev/zero', 'folder', 'none.json']) {
    const done = await run(at, { 'baseline-file': path, 'current-file': 'after.json' })
    expect(done.outputs).toMatchObject({
      verdict: 'inconclusive',
      reason: expect.stringMatching(/is no file inside the workspace|does not exist/),
    })
  }
})

test('prepare runs the verified baseline once and judges nothing', async () => {
  await using at = await measurable('100 1000', '100 1000')
  const done = await run(at, { ...versions, phase: 'prepare' })
  expect(done.exit).toBe(0)
  expect(done.outputs).toMatchObject({
    verdict: 'pass',
    reason: '1.0.0 is verified and runs, 2 metrics; nothing was measured',
    has_regression: '',
  })
  expect(runsOf(at)).toEqual(['1.0.0'])
})

test('a baseline that does not run, or is not what was built, decides nothing', async () => {
  await using at = await measurable('broken', '100 1000')
  const done = await run(at, { ...versions, phase: 'prepare' })
  expect(done.outputs).toMatchObject({
    verdict: 'inconclusive',
    reason: 'the performance command ended with 2 for 1.0.0: the service does not start',
  })
  at.spoil('v1.0.0', 'checkout-1.0.0.txt')
  const spoilt = await run(at, { ...versions, phase: 'prepare' })
  expect(spoilt.outputs.reason).toContain('the bytes are not those of its size and digest')
  expect(runsOf(at)).toEqual(['1.0.0'])
})

test('measure runs both in turns and keeps the results; analyse finds the regression', async () => {
  await using at = await measurable('100 1000', '130 1000')
  const results = await startResults()
  const env = {
    ACTIONS_RESULTS_URL: results.url,
    ACTIONS_RUNTIME_TOKEN: results.runtimeToken(7),
  }
  const measured = await run(at, { ...versions, phase: 'measure' }, env)
  expect(measured.outputs).toMatchObject({
    verdict: 'pass',
    artifact: 'performance-1.1.0-vs-1.0.0',
    has_regression: '',
  })
  const [a, b] = ['1.0.0', '1.1.0']
  expect(runsOf(at)).toEqual([a, b, a, b, b, a, a, b, b, a, a, b, b, a])

  // The second attempt did not measure: the results of the first one stand.
  const again = { ...env, GITHUB_RUN_ATTEMPT: '2' }
  const dry = await run(at, { ...versions, phase: 'analyse', 'dry-run': 'true' }, again)
  expect(dry.outputs).toMatchObject({ has_regression: 'true', issue_number: '' })
  expect(at.github.issues(REPOSITORY)).toHaveLength(0)
  const analysed = await run(at, { ...versions, phase: 'analyse' }, again)
  expect(analysed.exit).toBe(1)
  expect(analysed.outputs).toMatchObject({ verdict: 'fail', has_regression: 'true' })
  expect(analysed.outputs.reason).toMatch(/^startup_time: \+(?:29|30)/)
  const [issue, ...more] = at.github.issues(REPOSITORY)
  expect(more).toEqual([])
  expect(analysed.outputs.issue_number).toBe(String(issue?.number))
  expect(issue).toMatchObject({ title: 'Performance regression in 1.1.0', state: 'open' })

  await run(at, { ...versions, phase: 'analyse' }, again)
  expect(at.github.issues(REPOSITORY)).toHaveLength(1)
  const remeasured = await run(at, { ...versions, phase: 'measure' }, again)
  expect(remeasured.outputs.artifact).toBe('performance-1.1.0-vs-1.0.0-attempt-2')
  expect(results.violations).toEqual([])
  await results.close()
})

test('results that are not what was uploaded decide nothing', async () => {
  await using at = await measurable('100 1000', '100 1000')
  const results = await startResults()
  const env = { ACTIONS_RESULTS_URL: results.url, ACTIONS_RUNTIME_TOKEN: results.runtimeToken(7) }
  await run(at, { ...versions, phase: 'measure' }, env)
  // Between the action and the service: every digest that the service says is another one.
  await using liar = await serve(async ({ method, url, headers, body }, response) => {
    const { authorization = '' } = headers
    const sent = { authorization, 'content-type': 'application/json' }
    const answer = await fetch(results.url + url, { method, headers: sent, body })
    const text = (await answer.text()).replaceAll(/[0-9a-f]{64}/g, '0'.repeat(64))
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text)
  })
  const lied = { ...env, ACTIONS_RESULTS_URL: liar.url }
  const done = await run(at, { ...versions, phase: 'analyse' }, lied)
  expect(done.exit).toBe(1)
  expect(done.outputs).toMatchObject({
    verdict: 'inconclusive',
    reason: 'the artifact performance-1.1.0-vs-1.0.0 is not what was uploaded',
    has_regression: '',
  })
  await results.close()
})

test('the verdict stands when no issue can be opened', async () => {
  await using at = await consumer(config)
  writeFileSync(join(at.workspace, 'before.json'), result('1.0.0', 100))
  writeFileSync(join(at.workspace, 'after.json'), result('1.1.0', 150))
  const files = { 'baseline-file': 'before.json', 'current-file': 'after.json' }
  const token = at.token({ contents: 'read' })
  const done = await run(at, { ...files, phase: 'analyse', token })
  expect(done.outputs).toMatchObject({ verdict: 'fail', has_regression: 'true', issue_number: '' })
  expect(done.log).toContain('::warning::the issue about the regression could not be opened')
  expect(at.github.issues(REPOSITORY)).toEqual([])
})

test('a dry run measures nothing', async () => {
  await using at = await measurable('100 1000', '100 1000')
  const done = await run(at, { ...versions, phase: 'measure', 'dry-run': 'true' })
  expect(done.outputs).toMatchObject({
    verdict: 'pass',
    reason: 'dry run: would run each version 6 times, nothing was measured',
    artifact: '',
  })
  expect(runsOf(at)).toEqual([])
})

test.each([
  ['measure', 'the artifact service: '],
  ['analyse', 'the artifact service: '],
])('%s without the artifact service decides nothing', async (phase, reason) => {
  await using at = await measurable('100 1000', '100 1000')
  const done = await run(at, { ...versions, phase })
  expect(done.exit).toBe(1)
  expect(done.outputs).toMatchObject({
    verdict: 'inconclusive',
    reason: expect.stringContaining(reason),
  })
})

test('analyse before measure says what to run', async () => {
  await using at = await consumer(config)
  const results = await startResults()
  const env = { ACTIONS_RESULTS_URL: results.url, ACTIONS_RUNTIME_TOKEN: results.runtimeToken(7) }
  const done = await run(at, { ...versions, phase: 'analyse' }, env)
  expect(done.outputs).toMatchObject({
    verdict: 'inconclusive',
    reason: expect.stringContaining('Run the job that uploads it first'),
  })
  await results.close()
})

test('a config without a section performance names it', async () => {
  await using at = await consumer('product: checkout\nobjectives: none\n')
  const done = await run(at, { ...versions, phase: 'prepare' })
  expect(done.outputs.reason).toContain('the config has no section performance')
})

/** Two releases whose assets say how fast they are. */
async function measurable(before: string, after: string): Promise<Consumer> {
  const at = await consumer(config)
  writeFileSync(join(at.workspace, 'bench.mjs'), BENCH)
  writeFileSync(join(at.workspace, 'runs.txt'), '')
  await at.release('v1.0.0', withChecksums({ 'checkout-1.0.0.txt': before }), true)
  await at.release('v1.1.0', withChecksums({ 'checkout-1.1.0.txt': after }))
  return at
}

function runsOf(at: Consumer): string[] {
  const text = readFileSync(join(at.workspace, 'runs.txt'), 'utf8').trim()
  return text === '' ? [] : text.split('\n')
}
