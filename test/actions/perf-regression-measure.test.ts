import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { startResults } from '../../sandbox/results/index.ts'
import { consumer, REPOSITORY } from './consumer.ts'
import { config, measurable, result, run, runsOf, versions } from './perf-regression-world.ts'
import { serve } from './server.ts'

// Each test starts processes, a few of them dozens.
jest.setTimeout(120_000)

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

test('[PM-31] results that are not what was uploaded decide nothing', async () => {
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

/** Prints the text of the asset as the value, character by character. */
const VERBATIM = `
import { readFileSync } from 'node:fs'
const value = readFileSync(process.argv[2], 'utf8').trim()
console.log('{"metrics":{"time":{"unit":"ms","direction":"lower","value":' + value + '}}}')
`
const UNZIP =
  'import io, sys, zipfile; z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())); print(z.read("current.json").decode())'

test('[PR-32] 17 digits come through the artifact as they were; a number in quotes is none', async () => {
  const [before, after] = ['0.10000000000000001', '0.30000000000000004']
  await using at = await measurable(before, after, VERBATIM)
  await using ends = new AsyncDisposableStack()
  const results = ends.adopt(await startResults(), (service) => service.close())
  const env = { ACTIONS_RESULTS_URL: results.url, ACTIONS_RUNTIME_TOKEN: results.runtimeToken(7) }
  const measured = await run(at, { ...versions, phase: 'measure' }, env)
  const input = await results.read(measured.outputs.artifact ?? '')
  const stored = execFileSync('python3', ['-c', UNZIP], { input, encoding: 'utf8' })
  expect(stored).toContain(`"values":[${Array.from({ length: 6 }, () => after).join()}]`)
  const analysed = await run(at, { ...versions, phase: 'analyse', 'dry-run': 'true' }, env)
  expect(analysed.outputs.regression_summary).toContain('time fail: +200 %')
  writeFileSync(join(at.workspace, 'bench.mjs'), VERBATIM.replaceAll("' + value + '", '"1.5"'))
  const quoted = await run(at, { ...versions, phase: 'prepare' })
  expect([quoted.exit, quoted.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(quoted.outputs.reason).toContain('metrics.time.value')
  writeFileSync(join(at.workspace, 'before.json'), result('1.0.0', 100).replace(':[100', ':["100"'))
  writeFileSync(join(at.workspace, 'after.json'), result('1.1.0', 100))
  const files = { 'baseline-file': 'before.json', 'current-file': 'after.json' }
  expect((await run(at, files)).outputs.reason).toContain('metrics.time.values.0')
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

test('[PR-21] analyse before measure says what to run', async () => {
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
